import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, typeInto, withoutPointer } from './keyboard'

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
  await expect(page.getByText(/Task for nobody yet, due \d\d:\d\d/)).toBeVisible()
  await press(page, 'Enter')
  await expect(line(page)).toHaveValue('')
  await write(page, '!tried restart of api')
  await write(page, '!hyp bad disk')
  await write(page, '!for 1 slow fsync')
  await write(page, '!ask is it EU only?')
  await press(page, 'Escape', '8', 'ArrowDown')
  await expect(row(page, 'roll back payments-api')).toBeFocused()
  await press(page, 'k')
  await expect(row(page, 'roll back payments-api')).toContainText('acknowledged')
  await press(page, 'ArrowDown', '=')
  await expect(row(page, 'restart of api')).toContainText('no change')
  await press(page, 'ArrowDown', 'x')
  await page.keyboard.type('SMART is fine')
  await press(page, 'Enter')
  await expect(row(page, 'bad disk')).toContainText('eliminated: SMART is fine')
  await expect(row(page, 'bad disk')).toBeFocused()
  await expectAccessible(page, 'strategy board')
  await page.reload()
  await press(page, '8')
  await expect(row(page, 'bad disk')).toContainText('slow fsync')
})

test('[SG8] the same by mouse: the chosen row has its buttons', async ({ cockpit: page }) => {
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
    await press(page, 'Escape', '8', 'ArrowDown')
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
    const [tools, first] = [await tool.boundingBox(), await row(page, 'roll back').boundingBox()]
    expect((tools?.y ?? 0) + (tools?.height ?? 0)).toBeLessThanOrEqual(first?.y ?? 0)
  })
})
