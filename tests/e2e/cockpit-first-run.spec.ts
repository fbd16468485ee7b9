import { expect } from '@playwright/test'
import { test } from './fixtures'
import { press, reach, withoutPointer } from './keyboard'
import { boxOf } from './screen'

test('the first screen teaches, and says nowhere that it is a drill', async ({ cockpit: page }) => {
  await expect(page.getByRole('heading', { name: 'No incident open' })).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Drill' })).toBeHidden()
  await expect(page).toHaveTitle('Quarterdeck')
  const timeline = page.getByRole('region', { name: 'Timeline' })
  for (const way of [
    /Run a drill.*Nothing real/s,
    /Connect a vendor.*PagerDuty/s,
    /Declare an incident.*title and a sev/s,
  ]) {
    await expect(timeline.getByRole('button', { name: way })).toBeVisible()
  }
  for (const [pane, words] of [
    ['Live metrics', 'Connect one with'],
    ['Alerts', 'Connect PagerDuty'],
  ] as const) {
    await expect(page.getByRole('region', { name: pane })).toContainText(words)
  }
})

test('the first door leads into the drill', async ({ cockpit }) => {
  const page = await withoutPointer(cockpit)
  const door = page.getByRole('button', { name: /Run a drill/ })
  await expect(door).toBeVisible()
  await reach(door)
  await press(page, 'Enter')
  await expect(page.getByRole('complementary', { name: 'Drill' })).toContainText('Payments outage')
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('Declare from an alert')
})

test('the drill is entered and left with the keyboard, and the banner comes and goes with it', async ({ cockpit }) => {
  const page = await withoutPointer(cockpit)
  await expect(page.getByRole('heading', { name: 'No incident open' })).toBeVisible()
  const banner = page.getByRole('complementary', { name: 'Drill' })
  await press(page, ',')
  const dialog = page.getByRole('dialog', { name: 'Connections' })
  await expect(dialog).toBeVisible()
  const enter = dialog.getByRole('button', { name: /Run the drill/ })
  await reach(enter)
  await press(page, 'Enter')
  await expect(banner).toContainText('Payments outage')
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('The drill is running')
  await press(page, ',')
  await expect(dialog.getByRole('button', { name: 'Leave the drill' })).toBeFocused()
  await press(page, 'Enter')
  await expect(banner).toBeHidden()
  await expect(page.getByRole('region', { name: 'Alerts' })).toContainText('Connect PagerDuty')
})

test.describe('with a drill', () => {
  test.use({ args: ['--drill', 'payments-outage'] })
  test('the banner is there before anything else is done', async ({ cockpit: page }) => {
    const banner = page.getByRole('complementary', { name: 'Drill' })
    await expect(banner).toContainText(/Drill.*Payments outage.*drill clock 01:\d\d.*Nothing leaves this machine/s)
    expect(await boxOf(banner)).toMatchObject({ x: 0, y: 0, width: 1920 })
    const feeds = page.getByRole('list', { name: 'Feeds' }).getByRole('listitem')
    await expect(feeds.filter({ hasText: 'live' })).toHaveCount(await feeds.count())
  })
})
