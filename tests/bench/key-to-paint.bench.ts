import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumFile, chromiumWords } from '../support/chromium'
import { type RunningCockpit, startCockpit } from '../support/running-cockpit'
import { writeLongLog } from './long-log'
import { median } from './median'
import { against, atMost, type BenchResult } from './result'
import { onScratchDisk } from './scratch-disk'
import { busyShare, percentile, typeInto, watchKeys } from './typing/key-to-paint'
import { type ManySeries, startManySeries } from './typing/many-series'
import { servePlainPage } from './typing/plain-page'

const [ROUNDS, LETTERS, PANELS] = [5, 120, 24]
const BUSY_SPAN = 4_000

/** Letters typed into the scribe's line while 24 panels of 4 series of 360 points are read anew each second. */
export function run(): Promise<readonly BenchResult[]> {
  return onScratchDisk(async folder => {
    const server = await startManySeries()
    const plain = await servePlainPage()
    const cockpits = [await cockpitWith(folder, 'charts', server), await cockpitWith(folder, 'bare', null)] as const
    const browser = await chromium.launch({ executablePath: chromiumFile, args: [...chromiumWords] })
    try {
      const pages = {
        charts: await openPage(browser, cockpits[0].url),
        bare: await openPage(browser, cockpits[1].url),
        plain: await openPage(browser, plain.url),
      }
      await drawn(pages.charts, server)
      return await measure(pages)
    } finally {
      await browser.close()
      for (const cockpit of cockpits) await cockpit.stop()
      await plain.stop()
      await server.stop()
    }
  })
}

async function cockpitWith(folder: string, name: string, server: ManySeries | null): Promise<RunningCockpit> {
  const data = join(folder, name)
  mkdirSync(data)
  writeLongLog(data, 100)
  if (server !== null) writeFileSync(join(data, 'config.json'), JSON.stringify(settings(server.origin)))
  return startCockpit(['--no-drill', '--data', data])
}

function settings(origin: string): object {
  const panels = Array.from({ length: PANELS }, (_, at) => ({
    id: `panel-${at}`,
    title: `Panel ${at + 1}`,
    unit: 'percent',
    connection: 'prom',
    queries: [{ legend: '{{service}}', expr: `load + ${at}` }],
  }))
  return {
    connections: [{ id: 'prom', vendor: 'prometheus', name: 'Prometheus', baseUrl: origin, everySeconds: 1 }],
    panels,
  }
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('textbox').first().waitFor()
  await watchKeys(page)
  return page
}

/** Every panel was drawn at least once, and is read again each second. */
async function drawn(page: Page, server: ManySeries): Promise<void> {
  await page
    .getByRole('article', { name: `Panel ${PANELS}`, exact: true })
    .getByText('%')
    .first()
    .waitFor()
  const [before, began] = [server.answered(), performance.now()]
  await page.waitForTimeout(5_000)
  const each = (server.answered() - before) / PANELS / ((performance.now() - began) / 1_000)
  if (each < 0.7) throw new Error(`Panels were read ${each.toFixed(2)} times a second instead of once`)
}

type Pages = Readonly<Record<'charts' | 'bare' | 'plain', Page>>

/** The arms take turns: a machine that slows down slows down all of them. */
async function measure(pages: Pages): Promise<readonly BenchResult[]> {
  const spans: Record<keyof Pages, number[]> = { charts: [], bare: [], plain: [] }
  const busy: Record<keyof Pages, number[]> = { charts: [], bare: [], plain: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const arm of ['bare', 'charts', 'plain'] as const) {
      const page = pages[arm]
      await page.bringToFront()
      spans[arm].push(percentile(await typeInto(page, page.getByRole('textbox').first(), LETTERS), 0.99))
      busy[arm].push(100 * (await busyShare(page, BUSY_SPAN)))
    }
  }
  const [key, bare] = [median(spans.charts), median(spans.bare)]
  const work = { value: median(busy.charts), unit: '%' }
  return [
    // What people feel, or a tenth more than this machine takes for a page without charts, if that is more.
    atMost({ name: 'Key to paint p99 beside 24 charts', value: key, unit: 'ms' }, Math.max(20, 1.1 * bare)),
    against({ name: 'Key to paint p99, beside the page without', value: key, unit: 'ms' }, bare),
    against({ name: 'Key to paint p99, beside plain ECharts', value: key, unit: 'ms' }, median(spans.plain)),
    atMost({ name: 'Main thread busy with 24 charts', ...work }, 2),
    against({ name: 'Main thread busy, beside the page without', ...work }, median(busy.bare)),
    against({ name: 'Main thread busy, beside plain ECharts', ...work }, median(busy.plain)),
  ]
}
