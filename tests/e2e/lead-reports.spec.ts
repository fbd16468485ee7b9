import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, reach, submit, typeInto, withoutPointer } from './keyboard'

const line = (page: Page) => page.getByRole('textbox', { name: 'Timeline line' })
const form = (page: Page) => page.getByRole('dialog')
const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline', exact: true })
const offers = (page: Page) => page.getByRole('listbox', { name: 'Completions' })
const roles = (page: Page) => page.getByRole('region', { name: 'Roles', exact: true })

async function addTeam(page: Page, words: string): Promise<void> {
  await press(page, 'A')
  await typeInto(page.getByRole('textbox', { name: 'Sub-team or role' }), words)
  await submit(page)
  await expect(form(page)).toBeHidden()
}

test('[RC7] [RC8] leads report by line and by form, by keyboard alone, half typed over a reload', async ({
  cockpit: page,
  house,
}) => {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, 'D', 'l')
  await expect(form(page)).toContainText('No sub-teams yet')
  await press(page, 'Escape')
  await expect(form(page)).toBeHidden()
  await addTeam(page, 'Payments EU: Cy, Bo')
  await addTeam(page, 'Network: Di')
  await expect(roles(page).getByRole('button', { name: /^Report of Network/ })).toContainText(/1[45]:\d\d/)
  await press(page, '/')
  await typeInto(line(page), '!lead pay')
  await expect(offers(page).getByRole('option')).toHaveText([/Payments EU:/])
  await press(page, 'Tab')
  await page.keyboard.type('replicas restored')
  await expect(timeline(page).getByText('Report of Payments EU', { exact: true })).toBeVisible()
  await press(page, 'Enter')
  await expect(timeline(page)).toContainText('Payments EU reports: replicas restored')
  await press(page, 'Escape', 'D', 'l')
  await expect(form(page).getByRole('radio', { name: /Network/ })).toBeChecked()
  await expect(form(page)).toContainText('ago: replicas restored')
  await expectAccessible(page, 'reports of sub-teams')
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT })
  await reach(form(page).getByRole('textbox', { name: /^What the lead reports/ }))
  await page.keyboard.type('link is up')
  await press(page, 'Escape')
  await expect(form(page)).toBeHidden()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  await expect(roles(page).getByRole('button', { name: /^Report of Network/ })).toBeVisible()
  await press(page, 'D', 'l')
  await expect(form(page).getByRole('textbox', { name: /^What the lead reports/ })).toHaveValue('link is up')
  await submit(page)
  await expect(timeline(page)).toContainText('Network reports: link is up')
  const other = await house.openElsewhere()
  await expect(roles(other).getByRole('button', { name: /^Report of Network/ })).toBeVisible()
  await press(other, 'c')
  await expect(form(other)).toContainText('Network: link is up')
  await expect(form(other)).toContainText('Payments EU: replicas restored')
})
