import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { expectFocusAlive, press, withoutPointer } from './keyboard'
import { boxOf, resize } from './screen'
import { expectReadable } from './wall-page'

test.use({ args: ['--drill', 'payments-outage', '--speed', '20'] })

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Settings' })
const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme)
const wall = (page: Page) => page.getByRole('main', { name: 'Wallboard' })

/** Chooses by keys alone: finds the setting, goes to it, and takes the next option so often. */
async function choose(page: Page, setting: string, steps: number): Promise<void> {
  await press(page, 'Control+,')
  await expect(dialog(page).getByRole('textbox', { name: 'Find a setting' })).toBeFocused()
  await page.keyboard.type(setting)
  await expect(dialog(page).getByRole('heading', { level: 4 })).toHaveCount(1)
  await press(
    page,
    'ArrowDown',
    ...Array.from({ length: Math.abs(steps) }, () => (steps < 0 ? 'ArrowLeft' : 'ArrowRight')),
  )
}

test('a setting is found by typing, changed by arrows, seen at once, and kept', async ({ cockpit, house }) => {
  const page = await withoutPointer(cockpit)
  await declare(page, 'Payments fail')
  const other = await house.open()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  expect(await theme(page)).toBe('dark')
  await choose(page, 'colour', 1)
  expect(await theme(page)).toBe('light')
  // The window beside it changes with it.
  await expect.poll(() => theme(other)).toBe('light')
  // Up to the search again; Esc clears it before it closes the sheet.
  await press(page, 'ArrowUp', 'Escape')
  await expect(dialog(page).getByRole('heading', { level: 4, name: 'Size' })).toBeVisible()
  await page.keyboard.type('nothing of that kind')
  await expect(dialog(page)).toContainText('No setting is called “nothing of that kind”')
  await press(page, 'Escape', 'Escape')
  await expect(dialog(page)).toBeHidden()
  await expectFocusAlive(page)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  expect(await theme(page)).toBe('light')
  await page.evaluate(key => localStorage.setItem(key, '{"theme":'), 'quarterdeck.settings')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  expect(await theme(page)).toBe('dark')
})

test('the clock is written as chosen, on the cockpit and on the wall, with its zone', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  const bar = page.getByRole('region', { name: 'Incident' })
  await expect(bar).toContainText(/due \d\d:\d\d UTC/)
  await choose(page, 'noon', 1)
  await press(page, 'Escape', 'Escape')
  await expect(bar).toContainText(/due \d{1,2}:\d\d [ap]m UTC/)
  await choose(page, 'timezone', 0)
  await page.keyboard.type('tehran')
  await press(page, 'ArrowDown', 'Enter')
  await expect(dialog(page)).toContainText(/Now it is \d{1,2}:\d\d:\d\d [ap]m UTC\+3:30/)
  await press(page, 'Escape', 'Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(bar).toContainText(/due \d{1,2}:\d\d [ap]m UTC\+3:30/)
  await press(page, 'w')
  await expect(wall(page).getByRole('list', { name: 'Key lines' })).toContainText('UTC+3:30')
  await expectReadable(page, 35)
})

test('one scale makes all letters larger, and the panes stay in the window', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  const letters = () =>
    page.evaluate(() =>
      ['body', 'h1', 'h2'].map(one =>
        Number.parseFloat(getComputedStyle(document.querySelector(one) ?? document.body).fontSize),
      ),
    )
  const normal = await letters()
  await choose(page, 'letters', 1)
  await press(page, 'Escape', 'Escape')
  const large = await letters()
  expect(large.map((size, at) => size / (normal[at] ?? 1))).toEqual(normal.map(() => expect.closeTo(1.15, 2)))
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await resize(page, { width, height })
    await expect.poll(() => sticksOut(page)).toEqual([])
  }
})

test('large letters on a small screen leave the title of the incident its room', async ({ cockpit: page }) => {
  const title = 'Card payments fail at checkout'
  await declare(page, title)
  await page.evaluate(
    key => localStorage.setItem(key, JSON.stringify({ size: 'large', hours: '12' })),
    'quarterdeck.settings',
  )
  await resize(page, { width: 1280, height: 800 })
  await page.reload()
  const heading = page.getByRole('heading', { level: 1, name: title })
  await expect(heading).toBeVisible()
  await expect(page.getByRole('region', { name: 'Incident', exact: true })).toContainText(/due \d{1,2}:\d\d [ap]m UTC/)
  const cut = () => heading.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
  await expect.poll(cut).toBeLessThanOrEqual(1)
  const status = page.getByTitle('Change (t)')
  const [state, elapsed] = [await boxOf(status), await boxOf(page.getByText('Elapsed'))]
  const isBeside = state.x + state.width <= elapsed.x
  const isAbove = state.y + state.height <= elapsed.y
  expect(isBeside || isAbove, 'the status and the clocks stand apart').toBe(true)
})

/** Panes, and buttons and headings in them, that lie outside of where they belong. */
async function sticksOut(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('section[aria-label], section button, h1, h2')].flatMap(element => {
      const box = element.getBoundingClientRect()
      const outside = box.width > 0 && (box.left < -1 || box.right > innerWidth + 1)
      return outside ? [element.outerHTML.slice(0, 120)] : []
    }),
  )
}

test('whoever asks for less motion gets none, on the cockpit and on the wall', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  const moving = () => page.evaluate(() => document.getAnimations().length)
  await press(page, 'w')
  await expect(wall(page)).toContainText('Nobody')
  // The gaps in the roles pulse.
  await expect.poll(moving).toBeGreaterThan(0)
  await press(page, 'Escape')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  await expect(wall(page)).toBeHidden()
  await choose(page, 'motion', 1)
  await press(page, 'Escape', 'Escape', 'w')
  await expect(wall(page)).toContainText('Nobody')
  expect(await moving()).toBe(0)
  await expectReadable(page, 35)
  await page.evaluate(key => localStorage.removeItem(key), 'quarterdeck.settings')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.reload()
  await expect(wall(page)).toContainText('Nobody')
  expect(await moving()).toBe(0)
})

// What is asked of the dark theme here, other walks ask of it on a smaller screen.
const looks = [
  { look: 'dark', enhanced: false, tag: '@soak' },
  { look: 'light', enhanced: false, tag: [] },
  { look: 'contrast', enhanced: true, tag: [] },
]

for (const { look, enhanced, tag } of looks) {
  test(`nothing is wrong for assistive technology in the ${look} theme`, { tag }, async ({ cockpit: page, house }) => {
    await page.evaluate(value => localStorage.setItem('quarterdeck.settings', value), JSON.stringify({ theme: look }))
    await page.reload()
    await declare(page, 'Payments fail')
    const colleague = await house.join('Grace')
    await colleague.write('Rolled back')
    await colleague.stateImpact('One in four payments fails')
    await colleague.assign('ic', 'Ada')
    expect(await theme(page)).toBe(look)
    await expect(page.getByRole('region', { name: 'Live metrics' }).getByRole('img').first()).toBeVisible()
    await expectAccessible(page, `${look}: open incident`, enhanced)
    for (const key of ['Control+,', 's', 'a', 'Control+k', '?']) {
      await press(page, key)
      await expect(page.getByRole('dialog'), key).toBeVisible()
      await expectAccessible(page, `${look}: dialog of ${key}`, enhanced)
      await press(page, 'Escape')
      await expect(page.getByRole('dialog'), key).toBeHidden()
    }
    await press(page, 'w')
    await expect(wall(page)).toContainText('One in four payments fails')
    await expectReadable(page, 35)
    await expectAccessible(page, `${look}: wall`, true)
  })
}

test.describe('without a drill', () => {
  test.use({ args: ['--no-drill'] })

  test('[SE6] a setting of the engine is changed by arrows and is on disk; a way leads on', async ({
    cockpit,
    house,
  }) => {
    const page = await withoutPointer(cockpit)
    await expect(page.getByRole('heading', { name: 'No incident open' })).toBeVisible()
    // What holds for the engine is read when the settings open: before that no option has the focus to take.
    await press(page, 'Control+,')
    await expect(dialog(page).getByRole('textbox', { name: 'Find a setting' })).toBeFocused()
    await page.keyboard.type('undo')
    await expect(dialog(page).getByRole('radio', { name: '5 s' })).toBeChecked()
    await press(page, 'ArrowDown')
    await expect(dialog(page).getByRole('radio', { name: '5 s' })).toBeFocused()
    await press(page, 'ArrowRight')
    await expect(dialog(page).getByRole('radio', { name: '10 s' })).toBeChecked()
    const onDisk = () => JSON.parse(readFileSync(join(house.folder, 'config.json'), 'utf8'))
    await expect.poll(onDisk).toMatchObject({ cancelWindow: 10_000 })
    await press(page, 'Escape', 'Escape')
    await choose(page, 'token', 0)
    await press(page, 'Enter')
    await expect(page.getByRole('dialog', { name: 'Connections' })).toBeVisible()
  })
})
