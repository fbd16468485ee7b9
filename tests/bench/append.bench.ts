import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { writeLongLog } from './long-log'
import { median } from './median'
import { quietEngine } from './quiet-engine'
import { against, atLeast, type BenchResult } from './result'
import { onScratchDisk } from './scratch-disk'
import { type Scribe, sitDown } from './scribe'

// Many short rounds that take turns: whatever else the machine does then falls on every side alike.
const WARM_UP = 10
const ROUNDS = 80
const APPENDS = 50
const LONG_LOG = 10_000

/**
 * Lines a second that one screen can type, each on disk before it is acknowledged, against the least that any program
 * could do for the same: append the event's bytes to a file and wait for the disk.
 */
export function run(): Promise<readonly BenchResult[]> {
  return onScratchDisk(async folder => {
    const short = await openScribe(join(folder, 'short'), 1)
    const long = await openScribe(join(folder, 'long'), LONG_LOG)
    await short.scribe.type()
    const raw = rawAppend(join(folder, 'raw.jsonl'), `${JSON.stringify(short.scribe.newest())}\n`)
    try {
      const runners = [raw.append, () => short.scribe.type(), () => long.scribe.type()]
      await race(WARM_UP, runners)
      const [baseline = 0, begun = 0, later = 0] = await race(ROUNDS, runners)
      return [
        judged('Durable append of an entry', begun, baseline),
        judged(`Durable append of an entry after ${LONG_LOG.toLocaleString('en')} events`, later, baseline),
      ]
    } finally {
      raw.close()
      await Promise.all([short.stop(), long.stop()])
    }
  })
}

async function openScribe(folder: string, events: number): Promise<{ scribe: Scribe; stop: () => Promise<void> }> {
  const { incident } = writeLongLog(folder, events)
  const engine = quietEngine(folder)
  return { scribe: await sitDown(push => engine.openSession(push, 'host'), incident), stop: engine.stop }
}

type Step = () => void | Promise<void>

/** Steps a second of each runner: the median of its rounds. */
async function race(rounds: number, runners: readonly Step[]): Promise<readonly number[]> {
  const rates: (readonly number[])[] = []
  for (let round = 0; round < rounds; round += 1) {
    const ofRound: number[] = []
    for (const step of runners) ofRound.push(await ratePerSecond(step))
    rates.push(ofRound)
  }
  return runners.map((_, at) => median(rates.map(ofRound => ofRound[at] ?? 0)))
}

async function ratePerSecond(step: Step): Promise<number> {
  const began = performance.now()
  for (let n = 0; n < APPENDS; n += 1) await step()
  return (APPENDS * 1_000) / (performance.now() - began)
}

function rawAppend(file: string, line: string) {
  const descriptor = openSync(file, 'a', 0o600)
  return {
    append() {
      writeSync(descriptor, line)
      fdatasyncSync(descriptor)
    },
    close: () => closeSync(descriptor),
  }
}

function judged(name: string, value: number, baseline: number): BenchResult {
  return atLeast(against({ name, value, unit: '/s' }, baseline), 0.75)
}
