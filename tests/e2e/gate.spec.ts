import { expect } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, typeInto, withoutPointer } from './keyboard'

test('[GT9] the gate, resolving early, the closing list and reopening by keyboard alone', async ({ cockpit: page }) => {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, 'D', 'g')
  const gate = page.getByRole('dialog', { name: 'Resolution gate' })
  await expect(gate.getByRole('status')).toContainText(/^\d+ of 13 hold/)
  await expect(gate.getByText(/No pinned panel measures it/).first()).toBeVisible()
  await expect(gate.getByRole('button', { name: 'The error rate is back at its baseline: yes' })).toBeFocused()
  for (let row = 0; row < 3; row += 1) await press(page, 'ArrowDown')
  await press(page, 'y')
  await expect(gate.getByText(/said yes/)).toBeVisible()
  await expectAccessible(page, 'resolution gate')
  await page.getByRole('textbox', { name: 'Why now' }).focus()
  await page.keyboard.type('the night shift ends')
  await press(page, 'Control+Enter')
  await expect(gate).toBeHidden()
  await press(page, 'D', 'c')
  const closing = page.getByRole('dialog', { name: 'Closing list' })
  await expect(closing.getByRole('checkbox', { name: 'The status is resolved' })).toBeChecked()
  await press(page, 'ArrowDown', 'Space')
  await expect(closing.getByRole('checkbox', { name: 'Somebody tried what customers use' })).toBeChecked()
  await expectAccessible(page, 'closing list')
  await press(page, 'Escape', 'D', 'o')
  await expect(page.getByRole('dialog', { name: 'Reopen the incident' })).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByText('Status resolved → investigating')).toBeVisible()
})

test('[GT10] [GT11] monitored, the bar leads to the gate; resolving by the status shows what is missing', async ({
  cockpit: page,
}) => {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, 't', '3')
  const status = page.getByRole('dialog', { name: 'Change the status' })
  await expect(status.getByRole('radio', { name: /Monitoring/ })).toBeChecked()
  await press(page, 'Enter')
  await expect(status).toBeHidden()
  const bar = page.getByRole('region', { name: 'Incident', exact: true })
  await expect(bar.getByRole('button', { name: /^Gate: \d+ of 13 hold/ })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await press(page, 't', '4')
  await expect(status.getByRole('note').first()).toContainText(/\d+ of 13 hold/)
  await expectAccessible(page, 'status dialog with an open gate')
  await press(page, 'Enter')
  await typeInto(status.getByRole('textbox', { name: 'Why now' }), 'the night shift ends')
  await press(page, 'Enter')
  await expect(status).toBeHidden()
  await expect(page.getByText(/early, \d+ of 13 held: the night shift ends/).first()).toBeVisible()
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })

  test('[GT5] a criterion is said and taken back', async ({ cockpit: page }) => {
    await declare(page, 'Payments fail')
    await press(page, 'D', 'g')
    await page.getByRole('button', { name: 'Tickets are answered: no' }).tap()
    await page.getByRole('button', { name: 'Tickets are answered: take back' }).tap()
    await expect(page.getByRole('button', { name: 'Tickets are answered: yes' })).toBeVisible()
  })
})
