import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, reach, submit, typeInto, withoutPointer } from './keyboard'
import { boxOf } from './screen'

const line = (page: Page) => page.getByRole('textbox', { name: 'Timeline line' })
const board = (page: Page) => page.getByRole('region', { name: 'Strategy', exact: true })
const row = (page: Page, text: string) => board(page).getByRole('listitem').filter({ hasText: text })

async function write(page: Page, text: string): Promise<void> {
  await typeInto(line(page), text)
  await press(page, 'Enter')
  await expect(line(page)).toHaveValue('')
}

test('[SG8] a strategy is written and followed by keyboard alone, and outlives a reload', async ({ cockpit: page }) => {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, '/')
  await typeInto(line(page), '!task roll back payments-api in 10m')
  await expect(page.getByText(/Task for nobody yet, due (tomorrow )?\d\d:\d\d/)).toBeVisible()
  await press(page, 'Enter')
  await expect(line(page)).toHaveValue('')
  await write(page, '!tried restart of api')
  await write(page, '!hyp bad disk')
  await write(page, '!for 1 slow fsync')
  await write(page, '!ask is it EU only?')
  await press(page, 'Escape', '8')
  await expect(row(page, 'roll back payments-api')).toBeFocused()
  await press(page, 'k')
  await expect(row(page, 'roll back payments-api')).toContainText('acknowledged')
  await press(page, 'ArrowDown', '=')
  await expect(row(page, 'restart of api')).toContainText('no change')
  await press(page, 'ArrowDown', 'x')
  await expect(board(page).locator(':focus:is(input, textarea)')).toHaveCount(1)
  await page.keyboard.type('SMART is fine')
  await press(page, 'Enter')
  await expect(row(page, 'bad disk')).toContainText('eliminated: SMART is fine')
  await expect(row(page, 'bad disk')).toBeFocused()
  // [SG8] What the row cannot do is no command of the cockpit instead.
  await press(page, 'd')
  await expect(board(page)).toContainText('“d” does nothing on this row')
  await expect(row(page, 'bad disk')).toBeFocused()
  await press(page, 'ArrowUp')
  await expect(board(page)).not.toContainText('does nothing')
  // Esc leads to the pane, whose keys are the cockpit's.
  await press(page, 'Escape')
  await expect(board(page)).toBeFocused()
  await expectAccessible(page, 'strategy board')
  await page.reload()
  await press(page, '8')
  await expect(row(page, 'bad disk')).toContainText('slow fsync')
})

test('[SG8] the same by mouse: the chosen row has its buttons', { tag: '@soak' }, async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  await line(page).fill('!task roll back payments-api')
  await line(page).press('Enter')
  await row(page, 'roll back').click()
  await row(page, 'roll back').getByRole('button', { name: 'Ack' }).click()
  await expect(row(page, 'roll back')).toContainText('acknowledged')
  await row(page, 'roll back').getByRole('button', { name: 'Done' }).click()
  await board(page).getByRole('textbox', { name: 'Result, may be empty' }).fill('v41 runs')
  await board(page).getByRole('button', { name: /save/ }).click()
  await expect(row(page, 'roll back')).toContainText('done: v41 runs')
})

test('[SG11] an item is acknowledged, answered and found from its line in the timeline', async ({ cockpit: page }) => {
  const lineOf = (text: string) => page.getByRole('log').getByRole('article').filter({ hasText: text })
  await declare(page, 'Payments fail')
  await press(page, '/')
  await write(page, '!task roll back payments-api in 10m')
  await write(page, '!ask is it EU only?')
  // The newest line is chosen by an arrow, once it is there.
  await expect(lineOf('EU only')).toBeVisible()
  await press(page, 'Escape', '6', 'ArrowUp', 'd')
  await typeInto(board(page).getByRole('textbox', { name: /^Answer/ }), 'yes')
  await press(page, 'Enter')
  await expect(row(page, 'EU only')).toContainText('yes')
  // Its answer is a line too, and leads to the same question, which is open no more.
  await lineOf('Closed').focus()
  await press(page, 'd')
  await expect(board(page)).toContainText('“d” does nothing on this row')
  await lineOf('roll back payments-api').focus()
  await press(page, 'k')
  await expect(row(page, 'roll back')).toContainText(/(?<!not )acknowledged/)
  await expect(row(page, 'roll back')).toBeFocused()
  // By mouse.
  await lineOf('EU only').first().getByRole('button', { name: 'Line actions' }).click()
  await page.getByRole('menuitem', { name: 'Go to its item on the strategy board' }).click()
  await expect(row(page, 'EU only')).toBeFocused()
})

test('[SG10] the form by keyboard alone: added, half typed, changed', async ({ cockpit: page }) => {
  const form = page.getByRole('dialog')
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, 'O', 'b')
  await typeInto(form.getByRole('textbox', { name: 'Text' }), 'fail over the data')
  await press(page, 'Escape')
  await expect(form).toBeHidden()
  // Letters right after a form that was left half typed are words; Escape ends them.
  await press(page, 'Escape', 'O', 'b')
  await expect(form).toContainText('Not sent yet')
  await typeInto(form.getByRole('textbox', { name: 'Text' }), 'base')
  await press(page, 'Tab')
  await typeInto(form.getByRole('textbox', { name: 'Owner' }), 'Ada')
  await reach(form.getByRole('textbox', { name: 'Due' }))
  await page.keyboard.type('10 min')
  await expectAccessible(page, 'form of the strategy board')
  await submit(page)
  await expect(row(page, 'fail over the database')).toContainText(/Ada.*(9:5\d|10:00)/)
  await press(page, '8', 'e')
  await reach(form.getByRole('textbox', { name: 'Due' }))
  await press(page, 'ControlOrMeta+a', 'Delete')
  await submit(page)
  await expect(row(page, 'fail over the database')).toContainText('no time set')
  await expect(page.getByText('Task for Ada', { exact: false }).first()).toBeVisible()
})

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 1280, height: 800 } })

  test('[SG8] five rows are in view, the keys of the chosen one in one line, and nothing covers the first', async ({
    cockpit: page,
  }) => {
    await withoutPointer(page)
    await declare(page, 'Payments fail')
    await press(page, '/')
    await write(page, '!task roll back payments-api and say in the channel what it changed in 10m')
    await write(page, '!task fail over the database by hand')
    await write(page, '!tried restart of api = no change')
    await write(page, '!hyp bad disk')
    await write(page, '!hyp bad deploy')
    await press(page, 'Escape', '8')
    await expect(row(page, 'roll back payments-api')).toBeFocused()
    const rows = board(page).getByRole('listitem')
    await expect(rows).toHaveCount(5)
    for (const one of await rows.all()) await expect(one).toBeInViewport({ ratio: 0.9 })
    const tops = await row(page, 'roll back')
      .getByRole('button')
      .evaluateAll(buttons => buttons.map(button => button.getBoundingClientRect().top))
    expect(tops).toHaveLength(6)
    expect(new Set(tops).size, 'one line of buttons').toBe(1)
  })

  test('[SG8] the layout tools of its header leave the first row alone', async ({ cockpit: page }) => {
    await declare(page, 'Payments fail')
    await press(page, '/')
    await write(page, '!task roll back payments-api in 10m')
    await board(page).getByRole('heading', { name: 'Strategy' }).hover()
    const tool = board(page).getByRole('button', { name: 'Maximise Strategy' })
    await expect(tool).toBeVisible()
    const [tools, first] = [await boxOf(tool), await boxOf(row(page, 'roll back'))]
    expect(tools.y + tools.height).toBeLessThanOrEqual(first.y)
  })
})

test.describe('by touch', () => {
  test.use({ viewport: { width: 1280, height: 800 }, hasTouch: true })

  test('[SG8] [SG10] an item is added, edited, acknowledged and done with a finger', async ({ cockpit: page }) => {
    const form = page.getByRole('dialog')
    await declare(page, 'Payments fail')
    await board(page).getByRole('button', { name: /add/ }).first().tap()
    await form.getByText('Task', { exact: true }).tap()
    await form.getByRole('textbox', { name: 'Text' }).tap()
    await page.keyboard.type('roll back payments-api')
    await form.getByRole('button', { name: '10 min' }).tap()
    await form.getByRole('button', { name: /^Add/ }).tap()
    await expect(form).toBeHidden()
    const task = row(page, 'roll back payments-api')
    await task.tap()
    const touched = (name: string) => task.getByRole('button', { name })
    for (const one of await task.getByRole('button').all())
      expect((await boxOf(one)).height, 'a finger hits it').toBeGreaterThanOrEqual(24)
    await touched('Edit').tap()
    await form.getByRole('button', { name: 'no time set' }).tap()
    await form.getByRole('button', { name: /^Save/ }).tap()
    await expect(task).toContainText('no time set')
    await touched('Ack').tap()
    await expect(task).toContainText('acknowledged')
    await touched('Done').tap()
    await board(page).getByRole('textbox', { name: 'Result, may be empty' }).tap()
    await page.keyboard.type('v41 runs')
    await board(page).getByRole('button', { name: /save/ }).tap()
    await expect(task).toContainText('done: v41 runs')
    await touched('Reopen').tap()
    await expect(task).toContainText('acknowledged')
  })
})

test('[SG8] of 500 items only those in sight are laid out, and the keys reach the last', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  for (const [mark, count] of [
    ['task', 200],
    ['tried', 200],
    ['risk', 100],
  ] as const) {
    await line(page).fill(Array.from({ length: count }, (_, at) => `!${mark} ${mark} ${at + 1} of many`).join('\n'))
    await line(page).press('Control+Enter')
    await expect(line(page)).toHaveValue('', { timeout: 60_000 })
  }
  const rows = board(page).getByRole('listitem')
  await expect(rows).toHaveCount(500, { timeout: 60_000 })
  const laidOut = () =>
    rows.evaluateAll(
      all => all.filter(one => one.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })).length,
    )
  await expect.poll(laidOut).toBeLessThan(100)
  expect(await laidOut()).toBeGreaterThan(4)
  await press(page, 'Escape', '8', 'ArrowDown', 'End')
  await expect(row(page, 'risk 100 of many')).toBeFocused()
  await expect(row(page, 'risk 100 of many').getByRole('button', { name: 'Edit' })).toBeInViewport()
})
