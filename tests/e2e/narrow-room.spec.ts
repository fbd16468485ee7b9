import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { press, submit, typeInto } from './keyboard'
import { boxOf } from './screen'

/** As long as a name may be. */
const longName = 'Maximiliane Alexandra Konstantinopolitanskaya-Featherstonehaugh of Wolfenbüttel'

async function expectApart(first: Locator, second: Locator): Promise<void> {
  const [a, b] = [await boxOf(first), await boxOf(second)]
  const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
  expect(apart, `${first} and ${second} stand apart`).toBe(true)
}

async function bearName(page: Page, name: string): Promise<void> {
  await press(page, 'm')
  await typeInto(page.getByRole('dialog').getByRole('textbox'), name)
  await submit(page)
}

test('a long name leaves room for the title of its incident and for the clocks', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  await bearName(page, longName)
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true })
  const [name, pane] = [await boxOf(timeline.getByRole('button', { name: /^Maximiliane/ })), await boxOf(timeline)]
  expect(name.x).toBeGreaterThan(pane.x + 60)
  await expect(timeline.getByRole('button', { name: /UTC/ })).toBeInViewport({ ratio: 1 })
  await press(page, 'a', '0', 'Escape', 'o')
  const title = page.getByRole('dialog').getByText('Payments fail')
  await expect(page.getByRole('dialog').getByText(/^Maximiliane/)).toBeVisible()
  expect((await boxOf(title)).width).toBeGreaterThan(80)
})

test.describe('a page at twice its size', () => {
  test.use({ viewport: { width: 640, height: 400 } })

  test('the composer has its fields below each other', async ({ cockpit: page }) => {
    await declare(page, 'Payments fail')
    await press(page, 'u')
    const dialog = page.getByRole('dialog')
    await expectApart(dialog.getByLabel('Template').first(), dialog.getByLabel('What customers read'))
    await expectApart(dialog.getByLabel('Template').first(), dialog.getByLabel('Title'))
  })
})
