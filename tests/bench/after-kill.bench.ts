import { join } from 'node:path'
import { newId } from '../../src/shared/domain/ids'
import type { IncidentEvent } from '../../src/shared/events/registry'
import { startCockpit } from '../support/running-cockpit'
import { type LongLog, nthLine, writeManyLogs } from './long-log'
import { median } from './median'
import { openedStore, quietEngine } from './quiet-engine'
import { atMost, type BenchResult } from './result'
import { onScratchDisk } from './scratch-disk'

const ROUNDS = 5
const SIZE = { others: 999, each: 991, events: 10_000 }
const LAST = 200
const TYPED = 20
const what = 'of 1,000,000 events in 1,000 incidents, after SIGKILL'

interface Round {
  /** Milliseconds until the database is open, with its log of writes taken up. */
  readonly opened: number
  /** Milliseconds from there until a screen was told its last lines, and all of it. */
  readonly last: number
  readonly whole: number
}

/** A record of years, whose engine was killed while somebody wrote into the one open incident of 10,000 lines. */
export function run(): Promise<readonly BenchResult[]> {
  return onScratchDisk(async folder => {
    const data = join(folder, 'data')
    const log = writeManyLogs(data, SIZE)
    const rounds: Round[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      await writeAndKill(data, log)
      const { opened, span: last } = await timeTo(data, log, LAST)
      const { span: whole } = await timeTo(data, log, Number.POSITIVE_INFINITY)
      rounds.push({ opened, last, whole })
    }
    const of = (key: keyof Round) => median(rounds.map(round => round[key]))
    return [
      { name: `Database open ${what}`, value: of('opened'), unit: 'ms' },
      atMost({ name: `Last ${LAST} lines of 10,000 ${what}`, value: of('last'), unit: 'ms' }, 100),
      atMost({ name: `All 10,000 lines ${what}`, value: of('whole'), unit: 'ms' }, 250),
    ]
  })
}

async function writeAndKill(data: string, { incident }: LongLog): Promise<void> {
  const cockpit = await startCockpit(['--no-drill', '--data', data])
  const link = await cockpit.link()
  for (let n = 0; n < TYPED; n += 1) {
    const line = { incident, entry: newId<never>(), ...nthLine(n), occurredAt: null, pinned: false }
    const reply = await link.call('timeline:append', line)
    if (!reply.ok) throw new Error(reply.fault.message)
  }
  await cockpit.kill()
  link.close()
}

/** @param lines how many of its newest lines a screen asks for */
async function timeTo(
  data: string,
  { incident }: LongLog,
  lines: number,
): Promise<{ readonly opened: number; readonly span: number }> {
  const began = performance.now()
  const store = openedStore(data)
  const opened = performance.now() - began
  const engine = quietEngine(data, { store })
  let newest = 0
  const session = engine.openSession((name, payload) => {
    if (name === 'log') newest = (payload as { events: readonly IncidentEvent[] }).events.at(-1)?.seq ?? newest
  }, 'host')
  // All other events were written before: the places of the open incident are the last.
  let after = Math.max(0, SIZE.others * SIZE.each + SIZE.events - lines)
  for (;;) {
    const reply = await session.call(newId(), 'log:follow', { incident, after })
    if (!reply.ok) throw new Error(reply.fault.message)
    const { seq } = reply.value as { readonly seq: number }
    if (newest >= seq) break
    after = newest
  }
  const span = performance.now() - began - opened
  session.close()
  await engine.stop()
  return { opened, span }
}
