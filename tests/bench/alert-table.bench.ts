import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumFile, chromiumWords } from '../support/chromium'
import { type RunningCockpit, startCockpit } from '../support/running-cockpit'
import {
  foundAfter,
  jumps,
  keySpans,
  scrollFrames,
  untilPainted,
  watchFound,
  watchKeys,
  watchLine,
} from './alert-table/in-page'
import { fillPlainTable, plainPage } from './alert-table/plain-table'
import { serveAlerts } from './alert-table/source'
import { median } from './median'
import { against, type BenchResult } from './result'
import { onScratchDisk } from './scratch-disk'
import { asTold, stormOf } from './storm/alerts'

const ROWS = 50_000
/** The peer's: it needs seconds for each letter of a filter where it has as many. */
const PLAIN_ROWS = 5_000
const ROUNDS = 5
/** Frames come as fast as they are drawn: a figure is the work, and not the wait for the display. */
const unheld = ['--disable-frame-rate-limit', '--disable-gpu-vsync']
const typed = 'latency service-7 10.3'
/** A label of all rows until its last letter, then of a third of them; the rows themselves say nothing of it. */
const label = { typed: 'cluster=eu-', last: '1', all: '50,000', found: '16,667' }

/**
 * The list of single alerts in a storm, in the browser host, beside a plain table of a tenth of its rows in the same
 * browser. The plain one has its rows at once and no line to read them from.
 */
export function run(): Promise<readonly BenchResult[]> {
  return onScratchDisk(async folder => {
    const source = await serveAlerts(asTold(stormOf(ROWS, Date.now())))
    const connections = [{ id: 'am', vendor: 'alertmanager', name: 'Alertmanager', baseUrl: source.origin }]
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ connections, panels: [] }))
    const cockpit = await startCockpit(['--no-drill', '--data', folder])
    const browser = await chromium.launch({ executablePath: chromiumFile, args: [...chromiumWords, ...unheld] })
    try {
      const rounds: Round[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        rounds.push({ ours: await ourTable(browser, cockpit), theirs: await plainTable(browser) })
      }
      return results(rounds)
    } finally {
      await browser.close()
      await cockpit.stop()
      source.stop()
    }
  })
}

interface Figures {
  readonly firstPaint: number
  readonly scroll: number
  readonly jump: number
  readonly key: number
}

interface Round {
  readonly ours: Figures & { readonly bytes: number; readonly label: number }
  readonly theirs: Figures
}

async function ourTable(browser: Browser, cockpit: RunningCockpit): Promise<Round['ours']> {
  return onPage(browser, async page => {
    await page.addInitScript(watchLine)
    await page.goto(cockpit.url)
    await page.getByText(`${ROWS.toLocaleString('en')} open`, { exact: true }).waitFor()
    const before = await bytesRead(page)
    await page.keyboard.press('2')
    await page.getByRole('row', { includeHidden: false }).nth(1).press('g')
    const firstPaint = await page.evaluate(untilPainted, ROWS)
    const bytes = (await bytesRead(page)) - before
    const box = 'fieldset[aria-label="Alerts, content"] > div:has(> table)'
    const scroll = percentile(await page.evaluate(scrollFrames, { box }))
    const jump = percentile(await page.evaluate(jumps, { box }))
    await page.keyboard.press('S')
    return { firstPaint, bytes, scroll, jump, key: await typeFilter(page), label: await findByLabel(page) }
  })
}

/** Milliseconds from the last letter of a label to the paint of the rows that the engine found by it. */
async function findByLabel(page: Page): Promise<number> {
  const field = page.getByRole('textbox', { name: 'Filter alerts' })
  await field.fill(label.typed)
  await page.getByText(`${label.all} of ${label.all}`).waitFor()
  await page.evaluate(watchFound, label.found)
  await field.press(label.last)
  await page.waitForFunction(() => 'foundAfter' in window)
  return (await page.evaluate(foundAfter)) ?? Number.NaN
}

async function plainTable(browser: Browser): Promise<Figures> {
  return onPage(browser, async page => {
    await page.setContent(plainPage)
    const firstPaint = await page.evaluate(fillPlainTable, PLAIN_ROWS)
    const scroll = percentile(await page.evaluate(scrollFrames, { box: '#box' }))
    const jump = percentile(await page.evaluate(jumps, { box: '#box' }))
    await page.getByRole('textbox', { name: 'Filter alerts' }).focus()
    return { firstPaint, scroll, jump, key: await typeFilter(page) }
  })
}

/** Types a filter letter by letter; answers the slowest but one in twenty. */
async function typeFilter(page: Page): Promise<number> {
  await page.getByRole('textbox', { name: 'Filter alerts' }).waitFor()
  await page.evaluate(watchKeys)
  for (const letter of typed) await page.keyboard.press(letter === ' ' ? 'Space' : letter)
  await page.waitForFunction(
    count => (window as unknown as { readonly keySpans: readonly number[] }).keySpans.length >= count,
    typed.length,
  )
  return percentile(await page.evaluate(keySpans))
}

async function onPage<T>(browser: Browser, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  try {
    return await look(await context.newPage())
  } finally {
    await context.close()
  }
}

function bytesRead(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { readonly seenLine: { readonly bytes: number } }).seenLine.bytes)
}

/** Nineteen of twenty are no slower. */
function percentile(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN
}

function results(rounds: readonly Round[]): readonly BenchResult[] {
  const what = `${ROWS.toLocaleString('en')} alerts`
  const of = (key: keyof Figures) => {
    const theirs = median(rounds.map(round => round.theirs[key]))
    return (name: string, target?: number): BenchResult => {
      const value = median(rounds.map(round => round.ours[key]))
      const beside = against({ name: `${name}, ${what}`, value, unit: 'ms' }, theirs)
      // The bound is of the span itself; the ratio tells only how much is gained.
      return target === undefined ? beside : { ...beside, target, ok: value <= target }
    }
  }
  const found = median(rounds.map(round => round.ours.label))
  const bytes = median(rounds.map(round => round.ours.bytes))
  return [
    of('firstPaint')('First paint after the data', 100),
    of('scroll')('Scroll frame, p95', 20),
    of('jump')('Jump to anywhere, p95', 20),
    of('key')('Filter, key to paint, p95'),
    { name: `Filter by a label, key to what it finds, ${what}`, value: found, unit: 'ms' },
    { name: `Read over the line, ${what}`, value: bytes / 1_048_576, unit: 'MiB' },
  ]
}
