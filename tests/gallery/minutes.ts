import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, test } from '@playwright/test'
import { type IncidentId, newId } from '../../src/shared/domain/ids'
import { MINUTE } from '../../src/shared/lib/time'
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

test('minutes of an incident', async ({ browser }) => {
  test.setTimeout(20 * MINUTE)
  const data = mkdtempSync(join(tmpdir(), 'quarterdeck-minutes-'))
  const incident = newId<IncidentId>()
  const start = () => startCockpit(['--data', data, '--drill', 'payments-outage', '--speed', '1'])
  let cockpit = await start()
  let before = -2
  for (const minute of minutes) {
    await cockpit.stop()
    letPass(data, minute - before)
    before = minute
    cockpit = await start()
    await stageMinute(cockpit, { incident, minute, title })
    await shoot(browser, cockpit, minute)
  }
  await cockpit.stop()
  rmSync(data, { recursive: true })
})

/** A drill that is not running goes on where its clock is by then: it began so much earlier. */
function letPass(data: string, span: number): void {
  const [file] = globSync('drills/**/run.json', { cwd: data })
  if (file === undefined) throw new Error('There is no drill')
  const path = join(data, file)
  const run: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (typeof run !== 'object' || run === null || !('startedAt' in run)) throw new Error('It has no beginning')
  writeFileSync(path, JSON.stringify({ ...run, startedAt: Number(run.startedAt) - span * MINUTE }))
}

async function shoot(browser: Browser, cockpit: RunningCockpit, minute: number): Promise<void> {
  for (const { view, ...viewport } of views) {
    const context = await browser.newContext({ viewport, colorScheme: 'dark' })
    const page = await context.newPage()
    await page.goto(view === 'wall' ? `${cockpit.url}#wall` : cockpit.url)
    await page.getByText(title).first().waitFor()
    await page.getByText('%').first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    // The charts are drawn by a worker that tells nobody when it is done.
    await page.waitForTimeout(4_000)
    const name = `minute-${String(minute).padStart(3, '0')}-${view}-${viewport.width}x${viewport.height}`
    await page.screenshot({ path: join('screenshots', `${name}.png`) })
    await context.close()
  }
}
