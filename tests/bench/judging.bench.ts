import { watchStanding } from '../../src/main/engine/gate/standing'
import { type Ledger, openLedger } from '../../src/main/engine/record/ledger'
import type { Store } from '../../src/main/engine/storage/store'
import type { FeedStatus } from '../../src/shared/contract/feeds'
import type { PanelBaseline, PanelReading, PanelSeries } from '../../src/shared/contract/metrics'
import { type ConnectionId, newId } from '../../src/shared/domain/ids'
import { severityFacts } from '../../src/shared/domain/method/facts-now'
import { panelFacts } from '../../src/shared/domain/method/panel-meaning'
import { proposeSeverity } from '../../src/shared/domain/method/severity-proposal'
import { methodAdopted } from '../../src/shared/events/method-adopted'
import { ok } from '../../src/shared/lib/reply'
import { MINUTE, type Millis, SECOND } from '../../src/shared/lib/time'
import { keptLogger } from '../support/kept-logger'
import { shippedRules, shippedView } from '../support/shipped-method'
import { longStory } from './long-log'
import { median } from './median'
import { openedStore } from './quiet-engine'
import { against, type BenchResult } from './result'
import { onScratchDisk } from './scratch-disk'

const [PANELS, LINES, POINTS, READINGS] = [24, 4, 360, 300]
const STEP = 10 * SECOND

/** What a reading of 24 panels that all mean something costs until the facts, the gate and the severity are judged. */
export function run(): Promise<readonly BenchResult[]> {
  return onScratchDisk(async folder => {
    const store = openedStore(folder)
    try {
      return await measure(store)
    } finally {
      store.close()
    }
  })
}

async function measure(store: Store): Promise<readonly BenchResult[]> {
  const judged = await judging(store)
  const rules = shippedView.method.severity
  const answers = Object.fromEntries(rules.questions.map(({ id, answers: known }) => [id, known.at(-1)?.id ?? '']))
  const spans = { parse: [] as number[], gate: [] as number[], severity: [] as number[] }
  for (let reading = 0; reading < READINGS; reading += 1) {
    const json = JSON.stringify(panelsAt(judged.read(reading)))
    spans.parse.push(timed(() => judged.take(JSON.parse(json))))
    spans.gate.push(timed(judged.look))
    const facts = judged.facts()
    spans.severity.push(timed(() => proposeSeverity(rules, answers, severityFacts(facts))))
  }
  if (judged.told() < READINGS) throw new Error(`Only ${judged.told()} of ${READINGS} readings changed the gate`)
  const parsed = median(spans.parse)
  return [
    within('Facts and gate judged at a reading of 24 panels, beside parsing it', median(spans.gate), parsed),
    within('Severity proposed by the calculator at the same, beside parsing it', median(spans.severity), parsed),
  ]
}

/** The bound is one of time; the ratio to the baseline is shown beside it. */
function within(name: string, value: number, baseline: number): BenchResult {
  return { ...against({ name, value, unit: 'ms' }, baseline), target: 1, ok: value < 1 }
}

function timed(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

/** The engine's own watch over one incident that is run by the method as it ships, on readings that are given to it. */
async function judging(store: Store) {
  let [now, told]: [Millis, number] = [Date.now(), 0]
  let panels: readonly PanelReading[] = panelsAt(now)
  const ledger = ledgerWithMethod(store)
  const usual: readonly PanelBaseline[] = panels.map(({ id, series }) => ({ panel: id, series, problem: '' }))
  const standing = watchStanding({
    ledger,
    accounts: { board: () => ({ panels, feeds: [feedAt(now)] }) },
    alerts: { around: () => ({ firing: 2, first: 'PaymentsErrorRateHigh', clearedAt: now - MINUTE, known: true }) },
    baselines: { read: async () => ok(usual) },
    catalogue: () => [],
    clock: { now: () => now },
    tell: name => {
      if (name === 'gates') told += 1
    },
    completion: { look: () => undefined },
  })
  standing.look()
  // What is usual is there in the next turn.
  await new Promise(resolve => setImmediate(resolve))
  return {
    read: (reading: number) => {
      now += STEP
      return now + (reading % 2)
    },
    take: (next: readonly PanelReading[]) => {
      panels = next
    },
    look: () => standing.look(),
    facts: () => standing.now().facts,
    told: () => told,
  }
}

/** An open incident that is run by the method as it ships. @returns its ledger */
function ledgerWithMethod(store: Store): Ledger {
  const ledger = openLedger(store, keptLogger(), () => undefined)
  const adopted = methodAdopted.draft({ ...shippedRules, from: null }, Date.now(), { kind: 'engine' })
  const written = ledger.commit(newId(), newId(), { events: [...longStory(100), adopted] }, Date.now())
  if (!written.ok) throw new Error(written.fault.message)
  return ledger
}

function panelsAt(now: Millis): readonly PanelReading[] {
  return Array.from({ length: PANELS }, (_, at) => ({
    ...{ id: `panel-${at}`, title: `Panel ${at + 1}`, unit: 'percent' as const, thresholds: [], feed: 'p/metrics' },
    ...{
      trueAt: now,
      problem: '',
      warnings: [],
      series: Array.from({ length: LINES }, (_, line) => lineOf(line, now)),
    },
    means: {
      fact: panelFacts[at % panelFacts.length] ?? 'errors',
      baseline: 'yesterday' as const,
      times: 2,
      limit: null,
    },
  }))
}

/** Normal throughout: how long it has been is read back to its beginning. */
function lineOf(line: number, now: Millis): PanelSeries {
  const times = Array.from({ length: POINTS }, (_, at) => now - (POINTS - 1 - at) * STEP)
  return { name: `service-${line}`, times, values: times.map((_, at) => 10 + line + ((at + now) % 7) / 10) }
}

function feedAt(trueAt: Millis): FeedStatus {
  return {
    ...{ id: 'p/alerts', connection: 'p' as ConnectionId, name: 'Prometheus', vendor: 'prometheus', what: 'alerts' },
    ...{ answer: 'good', trueAt, lateAfter: MINUTE, reason: '' },
  }
}
