import { join } from 'node:path'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { MINUTE, type Millis } from '../../src/shared/lib/time'
import { chromiumFile, chromiumWords } from '../support/chromium'
import { startCockpit } from '../support/running-cockpit'
import { median } from './median'
import { against, atMost, type BenchResult } from './result'
import { onScratchDisk } from './scratch-disk'

const SPEED = 60
/** Of the drill's clock: from the first the panels are all read and drawn, the second is an hour later. */
const [FIRST, LAST] = [10 * MINUTE, 70 * MINUTE]

/** What the page holds in memory after an hour of a drill at 60×, with an incident, lines and charts, against its beginning. */
export function run(): Promise<readonly BenchResult[]> {
  return onScratchDisk(async folder => {
    const cockpit = await startCockpit(['--data', join(folder, 'data'), '--speed', String(SPEED)])
    const browser = await chromium.launch({ executablePath: chromiumFile, args: [...chromiumWords] })
    try {
      const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
      await page.goto(cockpit.url)
      const began = performance.now()
      await declare(page)
      const session = await page.context().newCDPSession(page)
      await writeUntil(page, began + FIRST / SPEED)
      const first = await settledHeap(page, session)
      await writeUntil(page, began + LAST / SPEED)
      const last = await settledHeap(page, session)
      return [
        atMost(against({ name: 'Heap of the page after an hour of drill', value: last, unit: 'MiB' }, first), 1.1),
      ]
    } finally {
      await browser.close()
      await cockpit.stop()
    }
  })
}

async function declare(page: Page): Promise<void> {
  await page.getByRole('article', { name: 'Error rate' }).getByText('%').first().waitFor()
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByRole('textbox').first().fill('An hour of drill')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Timeline line' }).waitFor()
}

/** A line each minute of the drill, as a scribe would; both heaps hold an incident that is written. */
async function writeUntil(page: Page, end: Millis): Promise<void> {
  const line = page.getByRole('textbox', { name: 'Timeline line' })
  while (performance.now() < end) {
    await line.fill(`Still looking at the pool, at ${Math.round(performance.now())}`)
    await line.press('Enter')
    await page.waitForTimeout(MINUTE / SPEED)
  }
}

/** The middle of several looks: a push that is just being taken in weighs as much as an hour's growth may. */
async function settledHeap(page: Page, session: CDPSession): Promise<number> {
  const looks: number[] = []
  for (let look = 0; look < 5; look += 1) {
    await page.waitForTimeout(700)
    looks.push(await heap(session))
  }
  return median(looks)
}

/** MiB in use once all garbage is gone. */
async function heap(session: CDPSession): Promise<number> {
  // Twice: what finalizers free goes with the second.
  for (let round = 0; round < 2; round += 1) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1024 ** 2
}
