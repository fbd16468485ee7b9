import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { press, submit, typeInto } from './keyboard'

// Long enough for both ways of losing the engine.
test.use({
  args: ['--drill', 'payments-outage'],
  settings: { cancelWindow: 60_000 },
  viewport: { width: 1280, height: 800 },
})

const pane = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const strip = (page: Page) => page.getByRole('alert').filter({ hasText: 'What you see is as of' })
const lights = (page: Page) => page.getByRole('list', { name: 'Feeds' })

async function sendUpdate(page: Page): Promise<void> {
  await declare(page, 'Payments fail')
  await press(page, 'u')
  await typeInto(page.getByRole('textbox', { name: 'Product or service' }), 'card payments')
  await page.getByRole('textbox', { name: 'What customers notice' }).fill('Some payments fail')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('button', { name: /Publish to/ })).toBeFocused()
  await submit(page)
}

async function tearOffMetrics(page: Page): Promise<Page> {
  await press(page, '1')
  const opened = page.waitForEvent('popup')
  await press(page, 'W')
  return await opened
}

/** What each part claims of now. */
async function expectCurrent({ page, wall, metrics }: Parts): Promise<void> {
  await expect(strip(page)).toBeHidden()
  await expect(lights(page).locator('[data-state="fresh"]')).not.toHaveCount(0)
  await expect(pane(page, 'Alerts')).toContainText('live')
  await expect(page.getByRole('timer')).toHaveText(/^Sending in \d+ s$/)
  await expect(metrics.getByText('live').first()).toBeVisible()
  await expect(wall.getByText('Connected', { exact: true })).toBeVisible()
}

async function expectNothingOfNow({ page, wall, metrics }: Parts): Promise<void> {
  await expect(strip(page)).toContainText(/as of \d\d:\d\d:\d\d/)
  for (const one of [page, wall, metrics]) {
    // The cockpit behind a wallboard is hidden, and stands still.
    const seen = (parts: Locator) => parts.filter({ visible: true })
    const judged = one.locator('[data-level="ok"], [data-level="warning"], [data-level="critical"]')
    await expect(seen(one.locator('[data-state="fresh"]'))).toHaveCount(0)
    await expect(seen(judged)).toHaveCount(0)
    await expect(seen(one.getByText(/\blive\b/))).toHaveCount(0)
  }
  await expect(lights(page).locator('[data-state="not-connected"]')).not.toHaveCount(0)
  await expect(pane(page, 'Alerts')).toContainText(/not connected · \d+ s old/)
  await expect(pane(page, 'Comms')).toContainText('cannot be cancelled now')
  await expect(pane(page, 'Comms')).toContainText(/Customers last saw on/)
  await expect(page.getByRole('timer')).toHaveCount(0)
  await expect(metrics.locator('[data-state="not-connected"]')).not.toHaveCount(0)
  await expect(metrics.getByText(/^\d+ s old$/).first()).toBeVisible()
  await expect(wall.getByText(/^No connection for \d+ s$/)).toBeVisible()
}

interface Parts {
  readonly page: Page
  readonly wall: Page
  readonly metrics: Page
}

test('[CW4] an engine that hangs or is killed under open pages is noticed, nothing claims to be of now, and all is itself again', async ({
  cockpit: page,
  house,
}) => {
  await sendUpdate(page)
  const wall = await house.open()
  await wall.goto(`${new URL(page.url()).origin}/#wall`)
  const metrics = await tearOffMetrics(page)
  const parts = { page, wall, metrics }
  await expectCurrent(parts)
  const due = await pane(page, 'Incident').locator('time').first().getAttribute('datetime')

  await test.step('it hangs: the line is open, and nobody answers', async () => {
    const held = Date.now()
    house.hold()
    await expect(strip(page)).toContainText('The engine is not responding', { timeout: 20_000 })
    test.info().annotations.push({ type: 'noticed after', description: `${Date.now() - held} ms` })
    await expectNothingOfNow(parts)
    await page.screenshot({ path: test.info().outputPath('hangs.png') })
    expect(await pane(page, 'Incident').locator('time').first().getAttribute('datetime'), 'a deadline').toBe(due)
    house.letGoOn()
    await expectCurrent(parts)
  })

  await test.step('it is killed', async () => {
    await house.kill()
    await expect(strip(page)).toContainText('The engine cannot be reached')
    await expectNothingOfNow(parts)
    await page.screenshot({ path: test.info().outputPath('killed.png') })
    await house.start()
    await expect(strip(page)).toBeHidden({ timeout: 30_000 })
    await expect(lights(page).locator('[data-state="fresh"]')).not.toHaveCount(0)
    await expect(wall.getByText('Connected', { exact: true })).toBeVisible()
    await expect(pane(page, 'Comms')).not.toContainText('cannot be cancelled now')
  })
})
