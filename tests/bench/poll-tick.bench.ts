import { join } from 'node:path'
import type { HttpRequest } from '../../src/main/engine/http/types'
import { median } from './median'
import { against, atMost, type BenchResult } from './result'
import { eachOnScratchDisk } from './scratch-disk'
import { hurriedClock } from './tick/hurried-clock'
import { type PolledEngine, polledEngine } from './tick/polled-engine'

const WARM_UP = 10
const ROUNDS = 60
/** An hour in spans of 15 s, as charts ask for. */
const POINTS = 360
/** Fewer, so that many ticks take minutes and not an hour: what is kept by mistake is kept of small answers too. */
const FEW_POINTS = 24
const EARLY = 100
const LATE = 10_000
/** Feeds that wait 15 s between ticks wait 15 ms. */
const HURRY = 1_000

/**
 * One poll tick of 200 open PagerDuty incidents and 24 panels of 4 series: asked, checked, translated, grouped, kept on
 * disk, and written for one screen. The plain way beside it, in turns: fetch and parse the same answers, and no more.
 * Then what ten thousand ticks leave in memory.
 */
export function run(): AsyncGenerator<BenchResult> {
  return eachOnScratchDisk(async function* (folder) {
    yield* await ticks(await polledEngine(join(folder, 'tick'), POINTS))
    yield* await memory(await polledEngine(join(folder, 'memory'), FEW_POINTS, hurriedClock(HURRY)))
  })
}

interface Cost {
  readonly wall: number
  readonly cpu: number
}

async function ticks(engine: PolledEngine): Promise<readonly BenchResult[]> {
  const [ours, plain]: [Cost[], Cost[]] = [[], []]
  try {
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      await engine.rest()
      const tick = await costOf(engine.tick)
      const asked = engine.asked()
      const fetched = await costOf(() => fetchPlainly(asked))
      if (round < 0) continue
      ours.push(tick)
      plain.push(fetched)
    }
  } finally {
    await engine.stop()
  }
  const middle = (costs: readonly Cost[], what: keyof Cost) => median(costs.map(cost => cost[what]))
  const named = 'a tick of 200 incidents and 24 panels'
  return [
    ms(against({ name: `CPU, ${named}`, value: middle(ours, 'cpu'), unit: 'ms' }, middle(plain, 'cpu')), 20),
    against({ name: `time, ${named}`, value: middle(ours, 'wall'), unit: 'ms' }, middle(plain, 'wall')),
  ]
}

async function costOf(work: () => Promise<void>): Promise<Cost> {
  const [cpu, began] = [process.cpuUsage(), performance.now()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { wall: performance.now() - began, cpu: (user + system) / 1_000 }
}

async function fetchPlainly(asked: readonly HttpRequest[]): Promise<void> {
  await Promise.all(
    asked.map(async ({ method, url, headers, body }) => {
      const response = await fetch(url, { method, headers, body: body ?? null })
      JSON.parse(await response.text())
    }),
  )
}

async function memory(engine: PolledEngine): Promise<readonly BenchResult[]> {
  try {
    await engine.polled(EARLY)
    const early = held()
    await engine.polled(LATE)
    const late = held()
    const named = `after ${LATE.toLocaleString('en')} ticks, against after ${EARLY}`
    return [
      atMost(against({ name: `Heap ${named}`, value: late.heap, unit: 'MiB' }, early.heap), 1.1),
      against({ name: `Resident memory ${named}`, value: late.resident, unit: 'MiB' }, early.resident),
    ]
  } finally {
    await engine.stop()
  }
}

function held(): { readonly heap: number; readonly resident: number } {
  if (globalThis.gc === undefined) throw new Error('Memory is measured with gc exposed')
  globalThis.gc()
  const { heapUsed, rss } = process.memoryUsage()
  return { heap: heapUsed / 2 ** 20, resident: rss / 2 ** 20 }
}

/** The bound is one of time; the ratio to the baseline is told beside it. */
function ms(result: BenchResult, target: number): BenchResult {
  return { ...result, target, ok: result.value <= target }
}
