import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { press, typeInto, withoutPointer } from './keyboard'
import { boxOf } from './screen'

const line = (page: Page) => page.getByRole('textbox', { name: 'Timeline line' })
const log = (page: Page) => page.getByRole('log')
const lines = (page: Page) => log(page).getByRole('article')
const find = (page: Page) => page.getByRole('textbox', { name: 'Find in the timeline' })

test.use({ timezoneId: 'Asia/Kolkata' })

/** Writes a line, and waits until it stands in the record. */
async function write(page: Page, typed: string, text = typed): Promise<void> {
  await press(page, '/')
  await typeInto(line(page), typed)
  await press(page, 'Enter')
  await expect(lines(page).filter({ hasText: text }).last()).toBeVisible()
  await press(page, 'Escape')
}

/** Rows in sight, from top to bottom: their list is not in that order while one has the focus out of sight. */
async function shownTexts(page: Page): Promise<readonly string[]> {
  return await lines(page).locator('p:first-child').allInnerTexts()
}

test('words are found as they are typed, marked in context, and stepped through; marks leave other lines out', async ({
  cockpit,
  house,
}) => {
  const page = await withoutPointer(cockpit)
  await declare(page, 'Payments fail')
  const grace = await house.join('Grace')
  for (let n = 0; n < 60; n += 1) await grace.write(n % 20 === 7 ? `The pool is full ${n}` : `line ${n}`)
  await write(page, '!decision Roll back @Grace #rollback +pin', 'Roll back')
  await press(page, 'q')
  await typeInto(find(page), 'POOL fu')
  const count = page.getByRole('status').filter({ hasText: 'of' })
  await expect(count).toHaveText('1 of 3')
  await expect(lines(page).filter({ hasText: 'The pool is full 47' }).locator('mark')).toHaveText(['pool', 'fu'])
  await expect(lines(page).filter({ hasText: 'line 46' })).toBeVisible()
  await press(page, 'ArrowUp')
  await expect(count).toHaveText('2 of 3')
  await expect(lines(page).filter({ hasText: 'The pool is full 27' })).toBeInViewport()
  await press(page, 'Enter')
  await expect(lines(page).filter({ hasText: 'The pool is full 7' })).toBeInViewport()
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown')
  await expect(count).toHaveText('3 of 3')
  await expect(find(page)).toBeFocused()
  // Esc: back to the whole timeline, at the line that was found.
  await press(page, 'Escape')
  await expect(find(page)).toBeHidden()
  await expect(lines(page).filter({ hasText: 'The pool is full 7' })).toBeFocused()
  await expect(page.locator('mark')).toHaveCount(0)
  await press(page, 'Control+F')
  await typeInto(find(page), '!decision +pin')
  await expect(lines(page)).toHaveCount(1)
  await expect(lines(page)).toContainText('Roll back')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('@gra #rollback')
  await expect(lines(page)).toHaveCount(1)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('no such words')
  await expect(page.getByRole('status').filter({ hasText: 'not found' })).toBeVisible()
})

test('rows are chosen by key; the choice and the place stay while lines arrive, and End follows again', async ({
  cockpit: page,
  house,
}) => {
  await declare(page, 'Payments fail')
  const grace = await house.join('Grace')
  for (let n = 0; n < 40; n += 1) await grace.write(`line ${n}`)
  await expect(lines(page).filter({ hasText: 'line 39' })).toBeVisible()
  await press(page, '6', 'ArrowUp')
  await expect(lines(page).filter({ hasText: 'line 39' })).toBeFocused()
  await press(page, 'ArrowUp', 'ArrowUp', 'ArrowUp')
  const chosen = lines(page).filter({ hasText: 'line 36' })
  await expect(chosen).toBeFocused()
  const before = await boxOf(chosen)
  for (const text of ['new one', 'new two', 'new three']) await grace.write(text)
  await expect(page.getByRole('button', { name: '3 new' })).toBeVisible()
  await expect(chosen).toBeFocused()
  expect(await boxOf(chosen)).toEqual(before)
  // A line from before moves the rows below it, not what is being read.
  const two = await house.open()
  await expect(line(two)).toBeVisible()
  await press(two, '/')
  await typeInto(line(two), '-50m from before')
  await press(two, 'Enter')
  await expect(page.getByText('45 lines')).toBeVisible()
  await expect(chosen).toBeFocused()
  expect(await boxOf(chosen)).toEqual(before)
  await grace.write('new four')
  await press(page, 'End')
  await expect(lines(page).filter({ hasText: 'new four' })).toBeInViewport()
  await grace.write('new five')
  await expect(lines(page).filter({ hasText: 'new five' })).toBeInViewport()
  await expect(page.getByRole('button', { name: /Newest/ })).toBeHidden()
  await press(page, 'Home')
  await expect(lines(page).filter({ hasText: 'from before' })).toBeFocused()
  await press(page, 'Escape', 'Escape')
  await expect(lines(page).filter({ hasText: 'from before' })).not.toBeFocused()
})

test('[TL6] routine lines are folded, and unfold with a key', async ({ cockpit: page, house }) => {
  await declare(page, 'Payments fail')
  const grace = await house.join('Grace')
  for (const name of ['Ada', 'Bob', 'Cid', 'Zed', 'Eve']) await grace.assign('ic', name)
  await grace.write('now we talk')
  const fold = log(page).getByRole('button', { name: '5 system lines' })
  await expect(fold).toBeVisible()
  await expect(fold).toContainText('Eve')
  await press(page, '6', 'ArrowUp', 'ArrowUp')
  await expect(fold).toBeFocused()
  await press(page, 'Enter')
  await expect(fold).toHaveAttribute('aria-expanded', 'true')
  await expect(lines(page).filter({ hasText: 'Bob' })).toBeVisible()
  await press(page, 'Enter')
  await expect(lines(page).filter({ hasText: 'Bob' })).toBeHidden()
  // What is looked for comes out of its fold.
  await press(page, 'q')
  await typeInto(find(page), 'zed')
  await expect(lines(page).filter({ hasText: 'Zed' }).locator('mark')).toBeVisible()
})

test('[TL7] a line is put between two by a key on the first, and both clocks stand in their columns', async ({
  cockpit: page,
}) => {
  await declare(page, 'Payments fail')
  await write(page, '-40m First', 'First')
  await write(page, '-10m Second', 'Second')
  await press(page, '6', 'Home')
  await expect(lines(page).filter({ hasText: 'First' })).toBeFocused()
  await press(page, '+')
  await typeInto(line(page), 'Between')
  await expect(page.getByText('after “First”')).toBeVisible()
  await press(page, 'Enter')
  await expect(lines(page).filter({ hasText: 'First' })).toBeFocused()
  await expect.poll(() => shownTexts(page)).toEqual(['First', 'Between', 'Second', expect.stringContaining('Declared')])
  const minutes = async (text: string) => {
    const time = await lines(page).filter({ hasText: text }).locator('time').first().getAttribute('datetime')
    return Date.parse(time ?? '') / 60_000
  }
  expect((await minutes('Between')) - (await minutes('First'))).toBeCloseTo(15, 0)
  // Half an hour apart from any full hour: the second clock is this machine's.
  const row = lines(page).filter({ hasText: 'Between' })
  const utc = (await row.locator('time').first().innerText()).trim()
  const shifted = (Number(utc.slice(0, 2)) * 60 + Number(utc.slice(3, 5)) + 330) % 1_440
  const local = [Math.floor(shifted / 60), shifted % 60].map(part => String(part).padStart(2, '0')).join(':')
  await expect(row).toContainText(local)
  await press(page, 'Escape', 'Escape', 'T')
  await expect(row.locator('time').first()).toHaveText(new RegExp(`^${local}`))
  await page.reload()
  await expect(lines(page).filter({ hasText: 'Between' }).locator('time').first()).toHaveText(new RegExp(`^${local}`))
})

test('a time is jumped to, days are named, and what is typed is read on the clock that stands first', async ({
  cockpit: page,
  house,
}) => {
  await declare(page, 'Payments fail')
  for (const hours of [50, 30]) await write(page, `-${hours}h Before ${hours}`, `Before ${hours}`)
  const grace = await house.join('Grace')
  for (let n = 0; n < 50; n += 1) await grace.write(`line ${n}`)
  await expect(lines(page).filter({ hasText: 'line 49' })).toBeVisible()
  await press(page, 'g')
  await typeInto(page.getByRole('textbox', { name: 'Go to a time' }), '-31h')
  await press(page, 'Enter')
  await expect(lines(page).filter({ hasText: 'Before 30' })).toBeInViewport()
  await expect(lines(page).filter({ hasText: 'Before 30' })).toBeFocused()
  const days = log(page).locator('time', { hasText: /20\d\d$/ })
  expect(await days.count()).toBeGreaterThanOrEqual(2)
})

test('[TL3] the last line is taken back by one key, and a correction keeps its history', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  await write(page, 'Rolback')
  await press(page, '6', 'ArrowUp')
  for (const text of ['Rollback at 10 %', 'Rollback at 40 %']) {
    await press(page, 'e')
    await expect(page.getByRole('textbox', { name: 'Corrected line' })).toBeFocused()
    await page.keyboard.press('Control+A')
    await page.keyboard.type(text)
    await press(page, 'Enter')
    await expect(lines(page).filter({ hasText: text })).toBeVisible()
    // Back on the line that it came from.
    await expect(lines(page).filter({ hasText: text })).toBeFocused()
  }
  // By its name, too.
  await press(page, 'Control+K')
  await page.keyboard.type('earlier versions')
  await press(page, 'Enter')
  const history = page.getByRole('list', { name: 'Earlier versions' })
  await expect(history.getByRole('listitem')).toHaveText([/Rollback at 10 %/, /Rolback/])
  await write(page, 'A slip of the finger')
  await press(page, 'Z')
  const taken = lines(page).filter({ hasText: 'A slip of the finger' })
  await expect(taken).toContainText('retracted by')
  await expect(taken.locator('del')).toBeVisible()
  await expect(lines(page).filter({ hasText: 'Rollback at 40 %' })).not.toContainText('retracted')
})
