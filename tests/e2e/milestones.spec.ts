import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, submit, withoutPointer } from './keyboard'

const form = (page: Page) => page.getByRole('dialog')
const milestone = (page: Page, name: RegExp) => form(page).getByRole('radio', { name })

test('[MI5] times are set and corrected by keyboard alone, half typed over a reload', async ({ cockpit: page }) => {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, 'D', 'k')
  await expect(milestone(page, /Acknowledged.*declared here/)).toBeVisible()
  await press(page, '7', 'Tab')
  await page.keyboard.type('no')
  await press(page, 'Escape')
  await expect(form(page)).toBeHidden()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  await press(page, 'D', 'k')
  await expect(milestone(page, /Mitigated/)).toBeChecked()
  await expect(form(page).getByRole('textbox', { name: /Time of/ })).toHaveValue('no')
  await press(page, 'Tab')
  await page.keyboard.press('End')
  await page.keyboard.type('w')
  await press(page, 'Enter')
  await expect(milestone(page, /Mitigated.*stated/)).toBeVisible()
  await expect(milestone(page, /Mitigated.*stated/)).toBeFocused()
  await expectAccessible(page, 'times kept')
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT })
  await submit(page)
  await expect(form(page)).toBeHidden()
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toContainText('Mitigated:')
})

test('[MI3] of two people who correct one time the second sees the first’s', { tag: '@soak' }, async ({
  cockpit: page,
  house,
}) => {
  await declare(page, 'Payments fail')
  const other = await house.open()
  for (const screen of [page, other]) {
    await expect(screen.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
    await press(screen, 'D', 'k')
    await milestone(screen, /Mitigated/).click()
    await form(screen)
      .getByRole('textbox', { name: /Time of/ })
      .fill('now')
  }
  await press(other, 'Enter')
  await expect(milestone(other, /Mitigated.*stated/)).toBeVisible()
  await expect(form(page).getByRole('button', { name: /mine/i })).toBeVisible()
  await press(page, 'Enter')
  await expect(form(page).getByRole('button', { name: /mine/i })).toBeVisible()
})
