import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { IncidentId } from '../../../src/shared/domain/ids'
import { scratchFolder } from '../../support/folders'
import { runSeed, seeded, seededId } from '../../support/seeded'
import { numbered } from './faulty/busy-scenario'
import type { State } from './faulty/engine-messages'
import {
  componentsTold,
  isTouched,
  type Journals,
  placesOf,
  publicIncidentsOf,
  readJournals,
  timesDone,
} from './faulty/journals'
import { type Order, orders } from './faulty/orders'
import { fastClock } from './faulty/paced-clock'
import { runAll } from './faulty/run'
import { startVendors, type Vendors } from './faulty/vendors'

/**
 * Replay: `QUARTERDECK_SEED=… vitest run tests/main/outbox/faulty-line.test.ts`. The seed decides the acts and their
 * order, what the line does to which request, when the engine is killed and what the person says; how requests of
 * different places interleave is the machine's. Soak: `QUARTERDECK_ACTS=20000` for that many acts.
 */
const ACTS = Number(process.env.QUARTERDECK_ACTS ?? 700)
const FAULTY = 0.3
/** The outbox's looks end 61 s after a send; at this pace that is 1.4 s, long after what comes too late. */
const PACE = 45
const TIMEOUT = 250
const delays = { inTime: 80, tooLate: 350 }
/** Far more than the minute it takes, for a machine that is busy with other things; a soak in proportion. */
const LONGEST = 480_000 * Math.max(1, ACTS / 2_000)

it(
  `[OB17] of ${ACTS} acts over a faulty line each is done once, or surely not, or said to be unknown`,
  async () => {
    const seed = runSeed()
    console.log(`faulty line: QUARTERDECK_SEED=${seed}`)
    const folder = scratchFolder()
    const [origin, journals] = [Date.now(), join(folder, 'vendors')]
    const clock = fastClock(origin, PACE)
    const vendors = await startVendors({ folder: journals, seed, clock, rate: FAULTY, delays })
    onTestFinished(vendors.stop)
    const random = seeded(seed, 'orders')
    const incidents = numbered(24, () => seededId<IncidentId>(random))
    const all = orders({ ...vendors, random, incidents, at: origin }, ACTS)
    const { connections, tokens } = vendors
    const start = {
      folder: join(folder, 'record'),
      connections,
      tokens,
      incidents,
      timeout: TIMEOUT,
      origin,
      pace: PACE,
    }
    const ended = await runAll({ start, clock, orders: all, vendors: journals, seed, killEvery: 200 })

    const { standings, asked, kills, settledByPerson } = ended
    const there = readJournals(journals)
    const stateOf = (order: Order) => standings.of.get(order.id)
    const count = (state: State) => all.filter(order => stateOf(order) === state).length
    const counts = {
      done: count('done'),
      failed: count('failed'),
      givenUp: count('given-up'),
      unknown: count('unknown'),
    }
    console.log(JSON.stringify({ ...counts, settledByPerson, kills, ms: Date.now() - origin }), faultsOf(vendors))

    const replay = `QUARTERDECK_SEED=${seed} replays this`
    expect(
      all.flatMap(order => complaint(order, stateOf(order), there)),
      replay,
    ).toEqual([])
    expect(
      overtakers(
        asked.filter(order => stateOf(order) === 'done' && !ended.triedAgain.has(order)),
        there,
      ),
      replay,
    ).toEqual([])
    const doubled = incidents.filter(incident => publicIncidentsOf(there, incident).length > 1)
    expect(doubled, `[UP6] ${replay}`).toEqual([])
    expect(standings.open).toBe(0)
    expect(asked).toHaveLength(ACTS)
    expect(counts.done + counts.failed + counts.givenUp).toBe(ACTS)
    expect(counts.done).toBeGreaterThan(ACTS * 0.75)
    expect(kills).toBeGreaterThan(ACTS / 400)
    expect(settledByPerson['send-again']).toBeGreaterThan(0)
  },
  LONGEST,
)

/** What is wrong with how it ended, in words; nothing where the log says what is so. */
function complaint(order: Order, state: State | undefined, there: Journals): readonly string[] {
  const times = timesDone(there, order)
  if (!isTrue(order, state, times, there)) return [`${state}, but ${times} times there: ${JSON.stringify(order)}`]
  if (state !== 'done' || !('content' in order) || order.content.channel.vendor !== 'statuspage') return []
  const told = componentsTold(there, order.id)
  const right = JSON.stringify(told) === JSON.stringify(order.content.components)
  return right ? [] : [`its components there are ${JSON.stringify(told)}: ${JSON.stringify(order)}`]
}

function isTrue(order: Order, state: State | undefined, times: number, there: Journals): boolean {
  if (state === 'done') return times === 1
  if (state === 'failed') return times === 0 && !isTouched(there, order)
  if (state === 'twice') return times > 1
  return state === 'given-up' && times <= 1
}

/** [OB9] Acts on one target that were done in another order than they were asked for. */
function overtakers(done: readonly Order[], there: Journals): readonly string[] {
  const reached = new Map<string, number>()
  return done.flatMap(order => {
    const at = Math.min(...placesOf(there, order))
    const before = reached.get(order.target) ?? -1
    reached.set(order.target, Math.max(at, before))
    return at > before ? [] : [`overtaken on ${order.target}: ${JSON.stringify(order)}`]
  })
}

function faultsOf({ lines }: Vendors): string {
  return [...lines].map(([id, { counts }]) => `\n${id} ${JSON.stringify(counts)}`).join('')
}
