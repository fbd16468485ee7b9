import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, withoutPointer } from './keyboard'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Settings' })

test('[BU4] the settings say how old the last backup is, make one, and say what stands in its way', async ({
  cockpit,
  house,
}) => {
  const page = await withoutPointer(cockpit)
  await declare(page, 'Payments fail')
  await press(page, 'Control+,')
  await page.keyboard.type('backup')
  await expect(dialog(page)).toContainText('No backup yet.')
  const button = dialog(page).getByRole('button', { name: 'Back up now' })
  await button.press('Enter')
  await expect(dialog(page)).toContainText(/Last backup \d+ s ago \(0\.\d MB\)\. 1 in /)
  const folder = join(house.folder, 'backups')
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^quarterdeck-.*Z\.sqlite$/)])
  await expectAccessible(page, 'backups in the settings')
  rmSync(folder, { recursive: true })
  writeFileSync(folder, 'in its way')
  await button.press('Enter')
  await expect(dialog(page)).toContainText('quarterdeck backup FILE')
  await press(page, 'Escape', 'Escape')
  await expect(page.getByRole('complementary', { name: 'The record' })).toContainText('No backup of the record')
  rmSync(folder)
  await press(page, 'Control+,')
  await page.keyboard.type('backup')
  await button.press('Enter')
  await expect(dialog(page)).toContainText('Last backup')
  await press(page, 'Escape', 'Escape')
  await expect(page.getByRole('complementary', { name: 'The record' })).toBeHidden()
})

test('[IN11] the settings check the whole record with the keyboard, and say when and that it is whole', async ({
  cockpit,
}) => {
  const page = await withoutPointer(cockpit)
  await declare(page, 'Payments fail')
  await press(page, 'Control+,')
  await page.keyboard.type('check of the record')
  const whole = dialog(page).getByText(/^Checked \d+ events on .*: the record is whole\.$/)
  const button = dialog(page).getByRole('button', { name: 'Verify now' })
  await button.press('Enter')
  await expect(whole).toBeVisible()
  await expect(button).toBeFocused()
  await expectAccessible(page, 'the check of the record in the settings')
})
