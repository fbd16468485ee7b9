import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { median } from './median'
import { quietEngine } from './quiet-engine'
import { against, atLeast, type BenchResult } from './result'
import { onScratchDisk } from './scratch-disk'
import { type Scribe, sitDown } from './scribe'

// Many short rounds: whatever else the machine does then falls on both sides alike.
const ROUNDS = 60
const APPENDS = 50
const LONG_LOG = 10_000

/**
 * Lines a second that one screen can type, each on disk before it is acknowledged, against the least that any program
 * could do for the same: append the event's bytes to a file and wait for the disk.
 */
export function run(): Promise<readonly BenchResult[]> {
  return onScratchDisk(async folder => {
    const engine = quietEngine(join(folder, 'data'))
    const scribe = await sitDown(push => engine.openSession(push))
    await scribe.type()
    const raw = rawAppend(join(folder, 'raw.jsonl'), `${JSON.stringify(scribe.newest())}\n`)
    try {
      await race(scribe, raw.append) // warms both up
      const short = await race(scribe, raw.append)
      while (scribe.newest().seq < LONG_LOG) await scribe.type()
      const long = await race(scribe, raw.append)
      return [
        judged('Durable append of an entry', short),
        judged(`Durable append of an entry after ${LONG_LOG.toLocaleString('en')} events`, long),
      ]
    } finally {
      raw.close()
      await engine.stop()
    }
  })
}

interface Rates {
  readonly engine: number
  readonly raw: number
}

async function race(scribe: Scribe, append: () => void): Promise<Rates> {
  const rounds: Rates[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const engine = await ratePerSecond(() => scribe.type())
    rounds.push({ engine, raw: await ratePerSecond(append) })
  }
  return { engine: median(rounds.map(({ engine }) => engine)), raw: median(rounds.map(({ raw }) => raw)) }
}

async function ratePerSecond(step: () => void | Promise<void>): Promise<number> {
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

function judged(name: string, { engine, raw }: Rates): BenchResult {
  return atLeast(against({ name, value: engine, unit: '/s' }, raw), 0.7)
}
