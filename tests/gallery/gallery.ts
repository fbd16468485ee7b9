import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Page, test } from '@playwright/test'
import { readyMade } from '../../src/renderer/app/layouts/ready-made'
import { themes as allThemes, SCREEN_KEY } from '../../src/renderer/stores/browser-settings'
import { type RunningCockpit, startCockpit } from '../support/running-cockpit'
import { stageIncident } from './staged-incident'

const folder = 'screenshots'
const themes = allThemes.filter(theme => theme !== 'system')
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
]
const views = [...Object.keys(readyMade), 'wall']

let cockpit: RunningCockpit
let data: string

test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'quarterdeck-gallery-'))
  cockpit = await startCockpit(['--data', data, '--speed', '20'])
  await stageIncident(cockpit)
})

test.afterAll(async () => {
  await cockpit.stop()
  rmSync(data, { recursive: true })
})

for (const view of views) {
  for (const theme of themes) {
    for (const viewport of sizes) {
      const name = `${view}-${theme}-${viewport.width}x${viewport.height}`
      test(name, async ({ browser }) => {
        const context = await browser.newContext({ viewport })
        const page = await context.newPage()
        await dress(page, view, theme)
        await page.goto(view === 'wall' ? `${cockpit.url}#wall` : cockpit.url)
        await drawn(page, view)
        await page.screenshot({ path: join(folder, `${name}.png`) })
        await context.close()
      })
    }
  }
}

/** As the people at this screen would have left it. */
async function dress(page: Page, view: string, theme: string): Promise<void> {
  const layout = view in readyMade ? readyMade[view as keyof typeof readyMade] : null
  await page.addInitScript(
    ({ key, layout, theme }) => {
      localStorage.setItem(key, JSON.stringify({ theme }))
      if (layout !== null) localStorage.setItem('quarterdeck.layout', JSON.stringify(layout))
    },
    { key: SCREEN_KEY, layout, theme },
  )
}

/** Everything that comes after the first paint is there, charts too. */
async function drawn(page: Page, view: string): Promise<void> {
  await page.getByText('Card payments fail at checkout').first().waitFor()
  if (view === 'wall') await page.getByText('%').first().waitFor()
  else await page.getByRole('region', { name: 'Timeline' }).getByText('Roll back rather than').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  // The charts are drawn by a worker that tells nobody when it is done: two of the drill's readings are enough.
  await page.waitForTimeout(1_500)
}
