import { expect, type Page, type WebSocketRoute } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { press, typeInto } from './keyboard'

const lost = (page: Page) => page.getByRole('alert').filter({ hasText: 'The engine cannot be reached' })
const line = (page: Page) => page.getByRole('textbox', { name: 'Timeline line' })
const lines = (page: Page) => page.getByRole('log').getByRole('article')

async function write(page: Page, text: string): Promise<void> {
  await press(page, '/')
  await typeInto(line(page), text)
  await press(page, 'Enter', 'Escape')
}

test('two pages show the same lines, each once, in one order', async ({ cockpit: one, house }) => {
  await declare(one, 'Payments fail')
  const two = await house.open()
  await expect(two.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  for (let n = 0; n < 5; n += 1) {
    await write(one, `from one ${n}`)
    await write(two, `from two ${n}`)
  }
  for (const page of [one, two]) await expect(page.getByText('11 lines')).toBeVisible()
  expect(await lines(two).allInnerTexts()).toEqual(await lines(one).allInnerTexts())
  const due = (page: Page) =>
    page.getByRole('region', { name: 'Incident' }).locator('time').first().getAttribute('datetime')
  expect(await due(two)).toBe(await due(one))
})

test('a lost line is said, keeps what is half typed, and is made up for without a gap or a double', async ({
  cockpit: one,
  house,
}) => {
  await declare(one, 'Payments fail')
  const two = await house.open()
  await expect(two.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  await write(one, 'before')
  await press(one, '/')
  await typeInto(line(one), 'half a sent')
  await house.kill()
  for (const page of [one, two]) await expect(lost(page)).toBeVisible()
  await typeInto(line(one), 'ence')
  await press(one, 'Enter')
  await expect(one.getByText(/a line is stored in this browser/)).toBeVisible()
  await typeInto(line(one), 'and half of another')
  await house.start()
  for (const page of [one, two]) {
    await expect(lost(page)).toBeHidden({ timeout: 40_000 })
    await expect(lines(page).getByText('half a sentence')).toHaveCount(1)
  }
  await expect(one.getByText(/a line is stored in this browser/)).toBeHidden()
  await expect(line(one)).toBeFocused()
  await expect(line(one)).toHaveValue('and half of another')
  await press(one, 'Enter')
  await expect(lines(two).getByText('and half of another')).toHaveCount(1)
  await expect(two.getByText('4 lines')).toBeVisible()
})

test('a half-typed line outlives a reload', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  await press(page, '/')
  await typeInto(line(page), '!decision Roll ba')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  await press(page, '/')
  await typeInto(line(page), 'ck')
  await press(page, 'Enter')
  await expect(lines(page).last()).toContainText('decision: ')
  await expect(lines(page).last()).toContainText('Roll back')
})

test('a page whose network goes says so, and catches up when it is back', async ({ cockpit: page, house }) => {
  const network = await networkOf(page)
  await declare(page, 'Payments fail')
  const colleague = await house.join('Grace')
  house.letLinesDrop()
  await network.cut()
  await expect(lost(page)).toBeVisible()
  await colleague.write('said meanwhile')
  await write(page, 'typed meanwhile')
  await expect(page.getByText(/a line is stored in this browser/)).toBeVisible()
  await expect(lines(page)).toHaveCount(1)
  network.mend()
  await expect(lost(page)).toBeHidden({ timeout: 40_000 })
  // Which of the two was first is a matter of milliseconds, by the page's idea of the engine's clock.
  await expect(lines(page)).toHaveCount(3)
  await expect(lines(page).filter({ hasText: 'said meanwhile' })).toHaveCount(1)
  await expect(lines(page).filter({ hasText: 'typed meanwhile' })).toHaveCount(1)
})

/** The page's own wire to a host that runs on; the page is loaded anew to be wired through it. */
async function networkOf(page: Page) {
  let whole = true
  const open = new Set<WebSocketRoute>()
  await page.routeWebSocket('**/link', line => {
    if (!whole) return void line.close({ code: 1001 })
    line.connectToServer()
    open.add(line)
  })
  await page.reload()
  return {
    async cut() {
      whole = false
      await Promise.all([...open].map(line => line.close({ code: 1001 })))
    },
    mend() {
      whole = true
    },
  }
}
