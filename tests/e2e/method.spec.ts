import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, typeInto, withoutPointer } from './keyboard'

const calculator = (page: Page) => page.getByRole('region', { name: 'Work out the severity' })
const row = (page: Page, name: string) => page.getByRole('group', { name })
const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' })

test('[MP2] a severity is worked out by keyboard alone', async ({ cockpit }) => {
  const page = await withoutPointer(cockpit)
  await expect(page.getByRole('heading', { level: 1, name: 'No incident open' })).toBeVisible()
  await press(page, 'n')
  await typeInto(page.getByRole('textbox', { name: 'Title' }), 'Refunds fail')
  await press(page, 'Tab', 'w')
  await expect(row(page, 'How many users are affected?').getByRole('radio').first()).toBeFocused()
  await press(page, '4', '2')
  await expect(calculator(page)).toContainText('2 of 5 answered')
  await expect(calculator(page).getByRole('status')).toHaveText('Proposed SEV-1')
  await expectAccessible(page, 'the calculator')
  // One Enter takes it over, the next one declares.
  await press(page, 'Enter')
  await expect(calculator(page)).toBeHidden()
  await expect(page.getByRole('radio', { name: /SEV-1/ })).toBeFocused()
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Refunds fail')
  await expect(page.getByRole('button', { name: /SEV-1/ })).toBeVisible()
})

test('[KW1] answers that are typed before the calculator is there are its answers', async ({ cockpit: page }) => {
  let letThrough: () => void = () => undefined
  const held = new Promise<void>(resolve => {
    letThrough = resolve
  })
  await page.route(/severity-calculator/, async route => {
    await held
    await route.continue()
  })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'No incident open' })).toBeVisible()
  await press(page, 'n')
  await typeInto(page.getByRole('textbox', { name: 'Title' }), 'Refunds fail')
  await press(page, 'Tab', 'w', '4')
  letThrough()
  await expect(calculator(page)).toContainText('1 of 5 answered')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Refunds fail')
})

test.describe('with a finger', () => {
  test.use({ hasTouch: true })

  test('[MP2] a change of severity is worked out, and has what decided as its reason', async ({ cockpit: page }) => {
    await declare(page, 'Cards fail')
    await press(page, 's')
    await page.getByRole('button', { name: 'Work it out' }).tap()
    await row(page, 'What is impaired?').getByText('Payments').tap()
    await calculator(page).getByRole('button', { name: 'Use SEV-1' }).tap()
    await expect(page.getByRole('textbox', { name: 'Why (optional)' })).toHaveValue('What is impaired? Payments')
    await page.getByRole('button', { name: 'Change to SEV-1' }).tap()
    await expect(timeline(page)).toContainText('What is impaired? Payments')
  })
})

test('[TX1] half an answer outlives a reload', async ({ cockpit: page }) => {
  await declare(page, 'Cards fail')
  await press(page, 's', 'w')
  await expect(row(page, 'How many users are affected?').getByRole('radio').first()).toBeFocused()
  await press(page, '2')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cards fail')
  await press(page, 's')
  await expect(calculator(page)).toContainText('1 of 5 answered')
  await expect(calculator(page)).toContainText('How many users are affected? 10–50 %')
})

test('[MA4] an open incident is changed over to the files of today, from the settings', async ({ cockpit, house }) => {
  const page = await withoutPointer(cockpit)
  await declare(page, 'Cards fail')
  const shipped = readFileSync(join(import.meta.dirname, '../../resources/method/checkpoint.yaml'), 'utf8')
  const faster = shipped.replace(/^every: .*$/m, 'every: { SEV-1: 5, SEV-2: 5, SEV-3: 30, SEV-4: never }')
  expect(faster).not.toBe(shipped)
  mkdirSync(join(house.folder, 'method'))
  writeFileSync(join(house.folder, 'method/checkpoint.yaml'), faster)
  await press(page, 'Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await expect(settings.getByRole('textbox', { name: 'Find a setting' })).toBeFocused()
  await page.keyboard.type('method')
  await expect(settings).toContainText('“Cards fail” is run by version')
  await expect(settings).toContainText('as SEV-2: checkpoint interval 5 min (was 15 min). Its clocks only come nearer.')
  await expectAccessible(page, 'the method in the settings')
  await settings.getByRole('button', { name: 'Change over' }).press('Enter')
  await expect(settings).not.toContainText('Cards fail')
  await press(page, 'Escape', 'Escape')
  await expect(timeline(page)).toContainText('Method changed to Quarterdeck')
  await expect(page.getByRole('region', { name: 'Checkpoint' })).toContainText(/0[45]:\d\d/)
})
