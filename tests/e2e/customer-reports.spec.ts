import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, reach, submit, typeInto, withoutPointer } from './keyboard'

const line = (page: Page) => page.getByRole('textbox', { name: 'Timeline line' })
const form = (page: Page) => page.getByRole('dialog')
const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline', exact: true })
const offers = (page: Page) => page.getByRole('listbox', { name: 'Completions' })

test('[CR6] [CR7] reports are added by line and form, by keyboard alone, half typed over a reload', async ({
  cockpit: page,
  house,
}) => {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, '/')
  await typeInto(line(page), '!re')
  await expect(offers(page).getByRole('option')).toHaveText([/!report/])
  await press(page, 'Tab')
  await expect(offers(page).getByRole('option').first()).toContainText('support')
  await press(page, 'Tab')
  await page.keyboard.type('x12 cannot pay')
  await expect(page.getByText(/12 customer reports from support, 12 in all/)).toBeVisible()
  await press(page, 'Enter')
  await expect(timeline(page)).toContainText('12 customer reports from support: cannot pay')
  await press(page, 'Escape', 'D', 'g')
  await expect(form(page)).toContainText(/The last report came .* ago/)
  await press(page, 'Escape')
  await expect(form(page)).toBeHidden()
  await press(page, 'D', 'r')
  await typeInto(form(page).getByRole('textbox', { name: 'From' }), 'sales')
  await press(page, 'Escape')
  await expect(form(page)).toBeHidden()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  await press(page, 'D', 'r')
  await expect(form(page).getByRole('textbox', { name: 'From' })).toHaveValue('sales')
  await reach(form(page).getByRole('textbox', { name: 'What customers say' }))
  await page.keyboard.type('a partner’s checkout is empty')
  await expectAccessible(page, 'customer reports')
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT })
  await submit(page)
  await expect(form(page)).toBeHidden()
  await expect(timeline(page)).toContainText('Customer report from sales: a partner’s checkout is empty')
  const other = await house.openElsewhere()
  await expect(line(other)).toBeVisible()
  await press(other, 'D', 'r')
  await expect(form(other)).toContainText('13 customer reports')
})

test('[CR4] of two people who correct one report the second sees the first’s', { tag: '@soak' }, async ({
  cockpit: page,
  house,
}) => {
  await declare(page, 'Payments fail')
  await line(page).fill('!report support x12 cannot pay')
  await line(page).press('Enter')
  await expect(timeline(page)).toContainText('12 customer reports from support: cannot pay')
  const other = await house.open()
  for (const screen of [page, other]) {
    await expect(screen.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
    await expect(line(screen)).toBeVisible()
    await press(screen, 'Escape', 'D', 'r')
    await form(screen)
      .getByRole('button', { name: /^Correct: 12/ })
      .click()
    await form(screen)
      .getByRole('textbox', { name: /^How many/ })
      .fill('14')
  }
  await press(other, 'Enter')
  await expect(form(other)).toContainText('14 customer reports')
  await expect(form(page).getByRole('button', { name: /mine/i })).toBeVisible()
  await form(page)
    .getByRole('button', { name: /theirs/i })
    .click()
  await expect(form(page)).toContainText('14 customer reports')
  await form(page)
    .getByRole('button', { name: /^Retract: 14/ })
    .click()
  await expect(form(page)).toContainText('No customer reports yet')
  await expect(timeline(other)).toContainText('Retracted: 14 customer reports from support')
})
