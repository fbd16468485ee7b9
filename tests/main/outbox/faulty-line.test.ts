import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startDrill } from '../../../src/main/engine/drill/drill'
import type { Connection } from '../../../src/shared/contract/connections'
import type { IncidentId } from '../../../src/shared/domain/ids'
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { runSeed, seeded, seededId } from '../../support/seeded'
import { busyScenario, CHANNELS, MESSAGES_A_CHANNEL, numbered } from './faulty/busy-scenario'
import { fastClock } from './faulty/deck'
import { isTouched, readJournals, timesDone } from './faulty/journals'
import { type Order, orders } from './faulty/orders'
import { runAll } from './faulty/run'

const ACTS = 2_000
const FAULTY = 0.25
/** The outbox's looks end 61 s after a send; at this pace that is 1.4 s, long after what comes too late. */
const PACE = 45
const TIMEOUT = 250
const delays = { inTime: 80, tooLate: 350 }

it('[OB17] of 2,000 acts over a faulty line each is done once, or surely not, or said to be unknown', async () => {
  const seed = runSeed()
  console.log(`faulty line: QUARTERDECK_SEED=${seed}`)
  const folder = scratchFolder()
  const vendors = join(folder, 'vendors')
  mkdirSync(vendors)
  const clock = fastClock(PACE)
  const logger = keptLogger()
  const startedAt = clock.now()
  const scenario = busyScenario()
  const drill = await startDrill({ scenario, clock, startedAt, folder: vendors, random: seeded(seed, 'ids'), logger })
  onTestFinished(() => drill.stop())
  const lines = new Map<string, FaultProxy>()
  const connections: Connection[] = []
  for (const connection of drill.connections) {
    const options = { target: connection.baseUrl, seed: `${seed}${connection.id}`, rate: FAULTY, delays }
    const line = await startFaultProxy(options)
    onTestFinished(line.stop)
    lines.set(connection.id, line)
    connections.push({ ...connection, baseUrl: line.origin })
  }
  const random = seeded(seed, 'orders')
  const incidents = numbered(24, () => seededId<IncidentId>(random))
  const statuspage = connections.find(({ vendor }) => vendor === 'statuspage')
  const slack = connections.find(({ vendor }) => vendor === 'slack')
  const channels = [
    { vendor: 'statuspage', connection: statuspage?.id ?? ('' as never), target: 'drillshop001', label: 'Page' },
    { vendor: 'slack', connection: slack?.id ?? ('' as never), target: 'C0UPDATES1', label: 'Slack' },
  ] as const
  const all = orders({ random, incidents, channels, messages: messages(startedAt), at: startedAt }, ACTS)
  const began = Date.now()
  const { ends, kills, settledByPerson, deck } = await runAll({
    ...{ folder: join(folder, 'record'), vendors, clock, logger, connections, secrets: drill.secrets, incidents },
    ...{ orders: all, random: seeded(seed, 'person'), timeout: TIMEOUT, killEvery: 300 },
  })
  onTestFinished(() => deck.kill())

  const journals = readJournals(vendors)
  const told = (end: string) => [...ends.values()].filter(one => one === end).length
  const counts = [...lines].map(([id, line]) => `${id} ${JSON.stringify(line.counts)}`).join('\n')
  console.log(
    `${told('done')} done, ${told('failed')} failed, ${told('unknown')} unknown, ${settledByPerson} settled by a person, ` +
      `${kills} kills, ${Date.now() - began} ms\n${counts}`,
  )
  const wrong = [...ends].flatMap(([order, end]) => {
    const times = timesDone(journals, order)
    const part = end === 'failed' && 'what' in order && isTouched(journals, order.what)
    const right = end === 'done' ? times === 1 : end === 'failed' ? times === 0 && !part : times <= 1
    return right ? [] : [`${end}, but ${times} times there: ${wordsOf(order)}`]
  })
  expect(wrong, `QUARTERDECK_SEED=${seed} replays this`).toEqual([])
  expect(ends.size).toBe(ACTS)
  expect(deck.openCount()).toBe(0)
  expect(told('done')).toBeGreaterThan(ACTS * 0.8)
  expect(kills).toBeGreaterThan(5)
}, 240_000)

function wordsOf(order: Order): string {
  return JSON.stringify(order)
}

/** The `ts` of the story's messages: microseconds after the start, with their place in the scenario as the last digits. */
function messages(startedAt: number): ReadonlyMap<string, readonly string[]> {
  const { slack } = busyScenario()
  const all = slack.messages.map(({ at, channel }, index) => {
    const micro = (startedAt + at) * 1_000 + index
    return { channel, ts: `${Math.floor(micro / 1_000_000)}.${String(micro % 1_000_000).padStart(6, '0')}` }
  })
  expect(all).toHaveLength(CHANNELS * MESSAGES_A_CHANNEL)
  const found = Map.groupBy(all, message => message.channel)
  return new Map([...found].map(([channel, told]) => [channel, told.map(({ ts }) => ts)]))
}
