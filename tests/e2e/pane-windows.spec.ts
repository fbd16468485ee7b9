import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, typeInto } from './keyboard'
import { boxOf } from './screen'

const line = (page: Page) => page.getByRole('textbox', { name: 'Timeline line' })
const pane = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function tearOff(page: Page, digit: string): Promise<Page> {
  await press(page, digit)
  const opened = page.waitForEvent('popup')
  await press(page, 'W')
  return await opened
}

test('a pane goes into a window of its own with its half-typed line, and comes back with it', async ({
  cockpit: page,
}) => {
  await declare(page, 'Payments fail')
  const before = await boxOf(pane(page, 'Timeline'))
  await press(page, '/')
  await typeInto(line(page), 'half a')
  await press(page, 'Escape')
  const own = await tearOff(page, '6')
  await expect(pane(own, 'Timeline')).toBeVisible()
  await expect(own).toHaveTitle(/^Timeline · SEV-2 Payments fail/)
  await expect(pane(page, 'Timeline')).toBeHidden()
  const right = () =>
    page
      .locator('[data-pane="metrics"], [data-pane="roles"]')
      .evaluateAll(hosts => Math.max(...hosts.map(host => host.getBoundingClientRect().right)))
  await expect.poll(right, 'no gap is left').toBeGreaterThan(1_900)
  await expectAccessible(own, 'a pane in a window of its own')

  await press(own, '/')
  await expect(line(own)).toHaveValue('half a')
  await own.keyboard.type(' line')
  const unseen = page.locator('textarea[aria-label="Timeline line"]')
  await expect(unseen, 'the same half line, out of sight').toHaveValue('half a line')
  await press(own, 'Escape', 'Escape')
  const closed = own.waitForEvent('close')
  // The window may be gone before the browser has answered for the key that closes it; that it is gone is what counts.
  await Promise.all([own.keyboard.down('W').catch(() => closed), closed])
  await expect(pane(page, 'Timeline')).toBeVisible()
  expect(await boxOf(pane(page, 'Timeline'))).toEqual(before)
  await press(page, '/')
  await typeInto(line(page), ', at home')
  await expect(line(page)).toHaveValue('half a line, at home')
  await press(page, 'Enter')
  await expect(page.getByRole('log')).toContainText('half a line, at home')
})

test('the window of a pane lives on its own line to the engine, and writes what all see', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  const own = await tearOff(page, '6')
  await expect(line(own)).toBeVisible()
  await press(own, '/')
  await typeInto(line(own), 'written outside')
  await press(own, 'Enter')
  await expect(own.getByRole('log')).toContainText('written outside')
  // What a key asks for inside of the pane, its own window does.
  await press(own, 'Escape')
  await press(page, '/')
  await expect(line(own)).toBeFocused()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  await expect(pane(page, 'Timeline'), 'still in its own window after a reload').toBeHidden()
  await page.close()
  await typeInto(line(own), 'and alone')
  await press(own, 'Enter')
  await expect(own.getByRole('log')).toContainText('and alone')
})

test('it follows the incident that the cockpit opens, and shows another pane when a key asks', async ({
  cockpit: page,
}) => {
  await declare(page, 'Payments fail')
  const own = await tearOff(page, '5')
  await expect(pane(own, 'Comms')).toBeVisible()
  await press(page, 'n')
  await typeInto(page.getByRole('textbox', { name: 'Title' }), 'Search is slow')
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search is slow')
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Search is slow')
  await press(own, '/')
  await expect(line(own)).toBeFocused()
  await expect(own.getByRole('tab', { name: 'Comms' }).filter({ visible: true })).toBeVisible()
  await press(own, 'Escape', 'u')
  await expect(own.getByRole('dialog', { name: 'Update for customers' })).toBeVisible()
})

test('a window that the browser keeps from opening is said, and the pane stays', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  await page.evaluate(() => {
    window.open = () => null
  })
  await press(page, '5', 'W')
  await expect(page.getByRole('alert')).toContainText('Allow pop-ups for this address')
  await expect(pane(page, 'Comms')).toBeVisible()
})

test.describe('in a drill', () => {
  test.use({ args: ['--drill', 'payments-outage', '--speed', '10'] })

  test('charts are drawn in a window of their own, and again when they are back', async ({ cockpit: page }) => {
    const chart = (on: Page) => pane(on, 'Live metrics').getByRole('img').first().locator('canvas').first()
    await expect(chart(page)).toBeVisible()
    const own = await tearOff(page, '1')
    await expect(chart(own)).toBeVisible()
    await expect.poll(() => colours(chart(own))).toBeGreaterThan(5)
    await own.close()
    await expect(chart(page)).toBeVisible()
    await expect.poll(() => colours(chart(page))).toBeGreaterThan(5)
  })
})

/** How many colours a canvas shows; one that is blank has one. */
async function colours(canvas: Locator): Promise<number> {
  return await canvas.evaluate(element => {
    if (!(element instanceof HTMLCanvasElement) || element.width === 0) return 0
    const pen = new OffscreenCanvas(element.width, element.height).getContext('2d')
    if (pen === null) throw new Error('There is no canvas to look with')
    pen.drawImage(element, 0, 0)
    return new Set(new Uint32Array(pen.getImageData(0, 0, element.width, element.height).data.buffer)).size
  })
}
