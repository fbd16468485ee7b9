import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { Millis } from '../../src/shared/lib/time'
import { chromiumFile, chromiumWords } from '../support/chromium'
import { startCockpit } from '../support/running-cockpit'
import { nthLine, writeLongLog } from './long-log'
import { median } from './median'
import { against, atMost, type BenchResult } from './result'
import { onScratchDisk } from './scratch-disk'
import {
  framesNoted,
  moveIn,
  paintedAfterData,
  plainList,
  plainSearch,
  watchFrames,
  watchPage,
} from './timeline/in-page'

const ROUNDS = 5
const LINES = 100_000
/** A plain list of all of them would not be painted within a minute. */
const PLAIN_LINES = 10_000
const MOVES = { steps: 240, jumps: 60 }
const WORD = 'rollback'
const viewport = { width: 1920, height: 1080 }

/** One timeline of 100,000 lines in a real browser, beside a plain list in the same run. */
export function run(): Promise<readonly BenchResult[]> {
  return onScratchDisk(async folder => {
    const data = join(folder, 'data')
    const { newestText } = writeLongLog(data, LINES)
    const cockpit = await startCockpit(['--no-drill', '--data', data])
    const browser = await chromium.launch({ executablePath: chromiumFile, args: [...chromiumWords] })
    try {
      const rounds: Round[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        rounds.push({ ...(await ours(browser, cockpit.url, newestText)), ...(await plain(browser)) })
      }
      return results(rounds)
    } finally {
      await browser.close()
      await cockpit.stop()
    }
  })
}

interface Ours {
  readonly painted: Millis
  readonly frame: Millis
  readonly jump: Millis
  readonly searchFrame: Millis
  readonly searched: Millis
}

interface Plain {
  readonly plainPainted: Millis
  readonly plainFrame: Millis
  readonly plainJump: Millis
  readonly plainSearched: Millis
}

type Round = Ours & Plain

function ours(browser: Browser, url: string, newestText: string): Promise<Ours> {
  return onNewPage(browser, async page => {
    await page.addInitScript(watchPage, newestText)
    await page.goto(url)
    await page.waitForFunction(() => performance.getEntriesByName('painted').length > 0, null, { timeout: 120_000 })
    const painted = await page.evaluate(paintedAfterData)
    const moves = await page.evaluate(moveIn, { selector: '[role="log"]', ...MOVES })
    if (moves.blank > 0) throw new Error(`${moves.blank} jumps led to an empty list`)
    return { painted, frame: p95(moves.frames), jump: p95(moves.jumps), ...(await search(page)) }
  })
}

/** Types a word into the find field, a letter each 80 ms, until all lines were looked through. */
async function search(page: Page): Promise<Pick<Ours, 'searchFrame' | 'searched'>> {
  await page.keyboard.press('Control+F')
  const field = page.getByRole('textbox', { name: 'Find in the timeline' })
  await field.waitFor()
  await page.evaluate(watchFrames)
  await page.keyboard.type(WORD, { delay: 80 })
  const began = performance.now()
  await page.waitForFunction(() =>
    /of [\d,]+$/.test(document.querySelector('search [role="status"]')?.textContent ?? ''),
  )
  const searched = performance.now() - began
  return { searched, searchFrame: p95(await page.evaluate(framesNoted)) }
}

function plain(browser: Browser): Promise<Plain> {
  return onNewPage(browser, async page => {
    const text = nthLine(0).text
    const plainPainted = await page.evaluate(plainList, { lines: PLAIN_LINES, text })
    const moves = await page.evaluate(moveIn, { selector: '#plain', ...MOVES })
    const plainSearched = await page.evaluate(plainSearch, { lines: LINES, text, word: WORD })
    return { plainPainted, plainSearched, plainFrame: p95(moves.frames), plainJump: p95(moves.jumps) }
  })
}

function results(rounds: readonly Round[]): readonly BenchResult[] {
  const of = (key: keyof Round) => median(rounds.map(round => round[key]))
  const lines = `${LINES.toLocaleString('en')} lines`
  const beside = `(plain list: ${PLAIN_LINES.toLocaleString('en')})`
  const one = (name: string, ours: keyof Ours, plain: keyof Plain, target: Millis) =>
    atMostItself({ name: `Timeline of ${lines}: ${name}`, value: of(ours), unit: 'ms' }, of(plain), target)
  return [
    one(`first paint after data ${beside}`, 'painted', 'plainPainted', 100),
    one(`scroll frame, p95 ${beside}`, 'frame', 'plainFrame', 20),
    one(`work of the frame after a random jump, p95 ${beside}`, 'jump', 'plainJump', 20),
    one('frame while a word is typed that is looked for, p95 (plain: in one go)', 'searchFrame', 'plainSearched', 20),
    one('all lines looked through after the last letter (plain: in one go)', 'searched', 'plainSearched', 1_000),
  ]
}

/** The bound is one of milliseconds; the plain way stands beside it. */
function atMostItself(result: BenchResult, baseline: Millis, target: Millis): BenchResult {
  const { ok } = atMost(result, target)
  return { ...against(result, baseline), target, ok: ok ?? false }
}

function p95(values: readonly Millis[]): Millis {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0
}

async function onNewPage<T>(browser: Browser, visit: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport })
  try {
    return await visit(await context.newPage())
  } finally {
    await context.close()
  }
}
