import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { Input } from '../../src/shared/contract/calls'
import { type IncidentId, newId, type StrategyId } from '../../src/shared/domain/ids'
import { chromiumFile, chromiumWords } from '../support/chromium'
import { whenOpen } from '../support/followed-log'
import { type RunningCockpit, startCockpit } from '../support/running-cockpit'
import { writeLongLog } from './long-log'
import { median } from './median'
import { against, atMost, type BenchResult } from './result'
import { onScratchDisk } from './scratch-disk'
import { percentile, typeInto, watchKeys } from './typing/key-to-paint'

const [ROUNDS, LETTERS, ITEMS, LINES] = [5, 120, 500, 100]

/** Letters typed into the scribe's line beside a strategy board of 500 items, and beside an empty one with as long a timeline. */
export function run(): Promise<readonly BenchResult[]> {
  return onScratchDisk(async folder => {
    const full = await cockpitWith(join(folder, 'full'), LINES)
    const empty = await cockpitWith(join(folder, 'empty'), LINES + ITEMS)
    const browser = await chromium.launch({ executablePath: chromiumFile, args: [...chromiumWords] })
    try {
      await fillBoard(full.cockpit, full.incident)
      return await measure({
        full: await openPage(browser, full.cockpit.url, ITEMS),
        empty: await openPage(browser, empty.cockpit.url, 0),
      })
    } finally {
      await browser.close()
      for (const { cockpit } of [full, empty]) await cockpit.stop()
    }
  })
}

async function cockpitWith(data: string, events: number) {
  mkdirSync(data)
  const { incident } = writeLongLog(data, events)
  return { incident, cockpit: await startCockpit(['--no-drill', '--data', data]) }
}

async function fillBoard(cockpit: RunningCockpit, incident: IncidentId): Promise<void> {
  const link = await cockpit.link()
  await whenOpen(link)
  for (let n = 1; n <= ITEMS; n += 1) {
    const item = itemOf(n)
    const reply = await link.call('strategy:put', { incident, id: newId<StrategyId>(), item })
    if (!reply.ok) throw new Error(JSON.stringify(reply.fault))
  }
  link.close()
}

/** A board holds at most 200 of a kind. */
function itemOf(n: number): Input<'strategy:put'>['item'] {
  if (n <= 200) return { kind: 'task', text: `Task ${n} of many`, owner: null, dueAt: null }
  if (n <= 400) return { kind: 'attempt', text: `Attempt ${n} of many`, result: 'pending' }
  return { kind: 'hypothesis', text: `Hypothesis ${n} of many` }
}

async function openPage(browser: Browser, url: string, items: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('textbox').first().waitFor()
  const board = page.getByRole('region', { name: 'Strategy', exact: true })
  if (items > 0)
    await board
      .getByRole('listitem')
      .nth(items - 1)
      .waitFor({ state: 'attached' })
  await watchKeys(page)
  return page
}

type Pages = Readonly<Record<'full' | 'empty', Page>>

/** The arms take turns: a machine that slows down slows down both. */
async function measure(pages: Pages): Promise<readonly BenchResult[]> {
  const spans: Record<keyof Pages, number[]> = { full: [], empty: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const arm of ['empty', 'full'] as const) {
      const page = pages[arm]
      await page.bringToFront()
      spans[arm].push(percentile(await typeInto(page, page.getByRole('textbox').first(), LETTERS), 0.99))
    }
  }
  const name = `Key to paint p99 beside ${ITEMS} items on the strategy board, beside an empty one`
  return [atMost(against({ name, value: median(spans.full), unit: 'ms' }, median(spans.empty)), 1.5)]
}
