import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { chromiumFile, chromiumWords } from '../support/chromium'
import { startCockpit } from '../support/running-cockpit'
import { type FirstVisit, firstVisit, strangersPaint } from './first-visit'
import { writeLongLog } from './long-log'
import { median } from './median'
import { against, type BenchResult } from './result'
import { onScratchDisk } from './scratch-disk'

const ROUNDS = 5
const EVENTS = 10_000
const log = `${EVENTS.toLocaleString('en')} events`

/**
 * From the start of the browser host to a page that can be typed into, with one long open incident. Each round is a
 * process and a browser cache of its own; file caches of the system are warm.
 */
export function run(): Promise<readonly BenchResult[]> {
  return onScratchDisk(async folder => {
    const data = join(folder, 'data')
    const { newestText } = writeLongLog(data, EVENTS)
    const browser = await chromium.launch({ executablePath: chromiumFile, args: [...chromiumWords] })
    try {
      const rounds: Round[] = []
      for (let round = 0; round < ROUNDS; round += 1) rounds.push(await oneRound(browser, data, newestText))
      return results(rounds)
    } finally {
      await browser.close()
    }
  })
}

interface Round extends FirstVisit {
  readonly bareNode: number
  readonly ready: number
  readonly strangersPaint: number
  /** Resident, in MiB, of the host after the visit and of a Node that does nothing; NaN where there is no /proc. */
  readonly memory: number
  readonly bareMemory: number
}

async function oneRound(browser: Browser, data: string, newest: string): Promise<Round> {
  const bare = await bareNode()
  const began = performance.now()
  const cockpit = await startCockpit(['--no-drill', '--data', data])
  const ready = performance.now() - began
  try {
    const strangers = await strangersPaint(browser, cockpit.origin)
    const visit = await firstVisit(browser, cockpit.url, newest)
    return { ...visit, ...bare, ready, strangersPaint: strangers, memory: residentMemory(cockpit.process.pid) }
  } finally {
    await cockpit.stop()
  }
}

/** A Node that says one word and then waits: the least that a server in Node can cost. */
async function bareNode(): Promise<Pick<Round, 'bareNode' | 'bareMemory'>> {
  const began = performance.now()
  const child = spawn(process.execPath, ['-e', 'process.stdout.write("ready"); setInterval(() => {}, 60_000)'])
  await once(child.stdout, 'data')
  const bareNode = performance.now() - began
  const bareMemory = residentMemory(child.pid)
  const exit = once(child, 'exit')
  child.kill()
  await exit
  return { bareNode, bareMemory }
}

/** What the system says that a process holds in memory, in MiB. */
function residentMemory(pid: number | undefined): number {
  if (process.platform !== 'linux') return Number.NaN
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kibibytes) / 1_024
}

function results(rounds: readonly Round[]): readonly BenchResult[] {
  const of = (key: keyof Round) => median(rounds.map(round => round[key]))
  const measured: readonly BenchResult[] = [
    itself(against({ name: 'Start of the browser host', value: of('ready'), unit: 'ms' }, of('bareNode')), 250),
    against({ name: `First contentful paint, ${log}`, value: of('firstPaint'), unit: 'ms' }, of('strangersPaint')),
    against({ name: `Typing works, ${log}`, value: of('typed'), unit: 'ms' }, of('strangersPaint')),
    against({ name: `Newest line shown, ${log}`, value: of('newestLine'), unit: 'ms' }, of('strangersPaint')),
    itself(against({ name: `Memory of the host, ${log}`, value: of('memory'), unit: 'MiB' }, of('bareMemory')), 90),
  ]
  return measured.filter(result => !Number.isNaN(result.value))
}

/** The bound is one of the value; the ratio only tells what Node itself takes of it. */
function itself(result: BenchResult, target: number): BenchResult {
  return { ...result, target, ok: result.value <= target }
}
