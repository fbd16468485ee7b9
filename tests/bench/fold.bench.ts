import type { EventId, IncidentId } from '../../src/shared/domain/ids'
import { foldEvents } from '../../src/shared/events/fold'
import type { IncidentEvent } from '../../src/shared/events/registry'
import { openSnapshotFold } from '../../src/shared/events/snapshot-fold'
import { longStory } from './long-log'
import { median } from './median'
import { against, atMost, type BenchResult } from './result'

const MANY = 100_000
const FEW = 1_000
const DEEP = 5_000
const ROUNDS = 7
const APPENDS = 200

/** What a screen and the engine do with events that are parsed already, against what reading their JSON alone costs. */
export async function run(): Promise<readonly BenchResult[]> {
  const log = logOf(MANY)
  const json = log.map(event => JSON.stringify(event))
  const parse = () => json.map(text => JSON.parse(text) as IncidentEvent)
  const whole = await taking(() => foldEvents(undefined, log))
  const parsed = await taking(parse)
  const short = appended(log.slice(0, FEW))
  const long = appended(log.slice(0, MANY - APPENDS - 1))
  const late = lateBatch(log)
  return [
    ms(against({ name: '100,000 parsed events folded', value: whole, unit: 'ms' }, parsed), 250),
    atMost({ name: 'One event appended to 100,000', value: long, unit: 'ms' }, 1),
    { name: 'One event appended to 1,000', value: short, unit: 'ms' },
    atMost({ name: 'A late batch of 10 events, 5,000 deep in 100,000', value: late, unit: 'ms' }, 20),
  ]
}

/** The bound is one of time; the ratio to the baseline is told beside it. */
function ms(result: BenchResult, target: number): BenchResult {
  return { ...result, target, ok: result.value <= target }
}

async function taking(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    globalThis.gc?.()
    times.push(timed(work))
  }
  return median(times)
}

function timed(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

/** One event and both of its results, as a push needs them. */
function appended(log: readonly IncidentEvent[]): number {
  const fold = openSnapshotFold()
  fold.take(log)
  const next = logOf(log.length + APPENDS + 1).slice(log.length)
  return median(next.map(event => timed(() => [fold.take([event]), fold.incident(), fold.timeline()])))
}

function lateBatch(log: readonly IncidentEvent[]): number {
  const from = log.length - DEEP
  const isLate = (at: number) => at >= from && at < from + 10 * ROUNDS
  const fold = openSnapshotFold()
  fold.take(log.filter((_, at) => !isLate(at)))
  fold.timeline()
  const batches = Array.from({ length: ROUNDS }, (_, n) => log.slice(from + n * 10, from + (n + 1) * 10))
  return median(batches.map(batch => timed(() => [fold.take(batch), fold.incident(), fold.timeline()])))
}

function logOf(events: number): readonly IncidentEvent[] {
  return longStory(events).map((draft, n) => {
    const stamp = { ms: n, n: 0, origin: 'a', counter: n + 1, seen: {} }
    const place = { id: `r.${n}` as EventId, incident: 'i' as IncidentId, seq: n + 1, version: 1 }
    return { ...draft, ...place, recordedAt: draft.at, stamp } as unknown as IncidentEvent
  })
}
