import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { expectFocusAlive, press, typeInto, withoutPointer } from './keyboard'
import { resize } from './screen'

test.use({ args: ['--drill', 'payments-outage', '--speed', '15'], viewport: { width: 1280, height: 800 } })

const list = (page: Page) => page.getByRole('table', { name: 'Alerts', exact: true })
const rows = (page: Page) =>
  list(page)
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })
const filter = (page: Page) => page.getByRole('textbox', { name: 'Filter alerts' })

/** Waits until the drill's three pages and its alerts are there, and takes the first as an incident. */
async function begin(cockpit: Page): Promise<Page> {
  const page = await withoutPointer(cockpit)
  await expect(list(page).getByRole('row', { name: /payments-db: connection pool/ })).toBeVisible({ timeout: 40_000 })
  await press(page, '2', 'Enter')
  await expect(page.getByRole('radio', { name: /SEV-1/ })).toBeVisible()
  await press(page, '1', 'Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('region', { name: 'Incident' })).toContainText('SEV-1')
  return page
}

test('alerts are found as one types, their columns chosen, and both outlive what they should', async ({ cockpit }) => {
  const page = await begin(cockpit)
  await press(page, 'S')
  await typeInto(filter(page), 'is:page checkout')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).first()).toContainText('checkout: success rate below 90 %')
  await press(page, 'ArrowDown')
  await expect(rows(page).first()).toBeFocused()
  // In a window as low as they come, what is said of a row gives way to the row.
  await resize(page, { width: 960, height: 600 })
  await press(page, 'S', 'ArrowDown')
  await expect(rows(page).first()).toBeInViewport({ ratio: 0.9 })
  await resize(page, { width: 1280, height: 800 })
  await press(page, 'S', 'Escape')
  await expect(filter(page)).toHaveValue('')
  await press(page, 'Escape')
  await expect(filter(page)).toBeHidden()

  await press(page, 'C')
  await expect(page.getByRole('checkbox', { name: 'Urgency' })).toBeFocused()
  await expectAccessible(page, 'columns')
  await press(page, 'Space', 'End', 'ArrowDown', 'ArrowDown', 's', 'Escape')
  await expect(list(page).getByRole('columnheader', { name: 'Urgency' })).toBeHidden()
  await page.reload()
  await expect(rows(page).first()).toBeVisible()
  await expect(list(page).getByRole('columnheader', { name: 'Urgency' })).toBeHidden()
  await expect(list(page).getByRole('columnheader', { name: /Service/ })).toHaveAttribute('aria-sort', 'ascending')
})

test('all pages are selected and acknowledged at once, each by an act of its own', async ({ cockpit }) => {
  const page = await begin(cockpit)
  await press(page, 'S')
  await typeInto(filter(page), 'is:page')
  await press(page, 'ArrowDown', 'Control+a')
  await expect(page.getByText('3 selected')).toBeVisible()
  await press(page, 'k')
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true })
  await expect(rows(page).filter({ has: page.getByRole('cell', { name: 'acknowledged' }) })).toHaveCount(3, {
    timeout: 40_000,
  })
  await expect(timeline).toContainText(/6 system lines.*Done: acknowledge PagerDuty incident/)
  await press(page, 'Escape')
  await expect(page.getByText('3 selected')).toBeHidden()
  await expectFocusAlive(page)
})

test('a noise rule tells what it would hide, hides it in the list, and brings it back', async ({ cockpit }) => {
  const page = await begin(cockpit)
  await press(page, 'N')
  await expect(page.getByRole('button', { name: 'Add a rule' })).toBeFocused()
  await expectAccessible(page, 'no noise rule yet')
  await press(page, 'Enter')
  await typeInto(page.getByRole('combobox', { name: 'Label 1', exact: true }), 'service')
  await press(page, 'Tab', 'ArrowDown', 'ArrowDown', 'Tab')
  await typeInto(page.getByRole('textbox', { name: 'Value 1' }), '(checkout')
  await expect(page.getByText('The pattern cannot be read: a group is not closed')).toBeVisible()
  await page.keyboard.type(')')
  await expect(page.getByText(/^Suppresses \d+ of \d+ open alerts/)).toBeVisible()
  await expectAccessible(page, 'a noise rule')
  await page.getByRole('textbox', { name: 'Why suppress' }).focus()
  await page.keyboard.type('Known since Monday')
  await press(page, 'Enter')
  await expect(page.getByRole('list', { name: 'Active rules' })).toContainText('service=~"(checkout)"')
  await expectAccessible(page, 'noise rules')
  await press(page, 'Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('button', { name: /suppressed by 1 rule/ })).toBeVisible()
  // While the keyboard is among the rows they stand still, and say that they are hidden now.
  await expect(rows(page).filter({ hasText: 'suppressed by rule' })).not.toHaveCount(0)
  await press(page, 'Escape')
  await expect(rows(page).filter({ hasText: 'suppressed by rule' })).toHaveCount(0)
  await press(page, 'S')
  await typeInto(filter(page), 'is:hidden')
  await expect(rows(page).filter({ hasText: 'checkout' }).first()).toContainText('suppressed by rule')
})
