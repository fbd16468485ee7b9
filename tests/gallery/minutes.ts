import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, test } from '@playwright/test'
import type { EngineLink } from '../../src/shared/contract/link'
import { type IncidentId, newId } from '../../src/shared/domain/ids'
import { MINUTE, type Millis } from '../../src/shared/lib/time'
import { whenOpen } from '../support/followed-log'
import { type RunningCockpit, startCockpit } from '../support/running-cockpit'
import { stageMinute } from './staged-minutes'

/** A drill's incident at these minutes of its life, as nobody waits two hours for a picture. */
const minutes = [0, 5, 15, 40, 120] as const
const views = [
  { view: 'page', width: 1280, height: 800 },
  { view: 'page', width: 1920, height: 1080 },
  { view: 'wall', width: 1920, height: 1080 },
] as const

const title = 'payments-api: error rate above 5 %'

/** Minutes of the drill in one of the clock. */
const SPEED = 30

test('minutes of an incident', async ({ browser }) => {
  test.setTimeout(20 * MINUTE)
  const data = mkdtempSync(join(tmpdir(), 'quarterdeck-minutes-'))
  // The team of the pictures has one screen: nobody else could approve its updates.
  writeFileSync(join(data, 'config.json'), JSON.stringify({ approvalFor: [] }))
  const incident = newId<IncidentId>()
  const cockpit = await startCockpit(['--data', data, '--drill', 'payments-outage', '--speed', String(SPEED)])
  const link = await cockpit.link()
  await whenOpen(link)
  // The story's first page.
  const declaredAt = (await untilClock(link, 0)) + 3 * MINUTE
  for (const minute of minutes) {
    await untilClock(link, declaredAt + minute * MINUTE)
    await stageMinute(link, { incident, minute, title })
    await shoot(browser, cockpit, minute)
  }
  link.close()
  await cockpit.stop()
  rmSync(data, { recursive: true })
})

/** @returns the engine's time, once it is `at` or later */
function untilClock(link: EngineLink, at: Millis): Promise<Millis> {
  return new Promise(resolve => {
    const stop = link.on('clock', ({ now }) => {
      if (now < at) return
      stop()
      resolve(now)
    })
  })
}

async function shoot(browser: Browser, cockpit: RunningCockpit, minute: number): Promise<void> {
  for (const { view, ...viewport } of views) {
    const context = await browser.newContext({ viewport, colorScheme: 'dark' })
    const page = await context.newPage()
    await page.goto(view === 'wall' ? `${cockpit.url}#wall` : cockpit.url)
    await page.getByText(title).first().waitFor()
    await page.getByText('%').first().waitFor()
    await expect(page.getByText('Loading…')).toHaveCount(0, { timeout: MINUTE })
    await page.evaluate(() => document.fonts.ready)
    // The charts are drawn by a worker that tells nobody when it is done.
    await page.waitForTimeout(3_000)
    const name = `minute-${String(minute).padStart(3, '0')}-${view}-${viewport.width}x${viewport.height}`
    await page.screenshot({ path: join('screenshots', `${name}.png`) })
    await context.close()
  }
}
