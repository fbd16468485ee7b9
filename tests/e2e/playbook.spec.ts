import { expect } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, withoutPointer } from './keyboard'

test('[PB1] [PB3] [PB5] a playbook is begun from the bar’s offer, ticked by the record and by hand, and ended, by keyboard alone', async ({
  cockpit: page,
}) => {
  await withoutPointer(page)
  await declare(page, 'AWS is down')
  const bar = page.getByRole('region', { name: 'Incident', exact: true })
  await expect(bar.getByRole('button', { name: /Playbook “Third-party outage” fits/ })).toBeVisible()
  await press(page, 'D', 'x')
  const sheet = page.getByRole('dialog', { name: 'Playbook' })
  await expect(
    sheet.getByRole('list', { name: 'Playbooks to start' }).getByRole('button', { name: /^Third-party outage/ }),
  ).toBeFocused()
  await expectAccessible(page, 'playbooks on offer')
  await press(page, 'Enter')
  await expect(sheet.getByRole('status')).toContainText('Third-party outage 0 of 12 settled, nothing is late')
  await expect(bar.getByRole('button', { name: /^Third-party outage 0\/12/ })).toBeVisible()
  const own = sheet.getByRole('checkbox', { name: /^Rule out our own changes/ })
  await own.focus()
  await press(page, 'Space')
  await expect(own).toBeChecked()
  await expect(own).toContainText(/done, .+ \d\d:\d\d/)
  await press(page, 'ArrowDown', 'x')
  await expect(sheet.getByRole('checkbox', { name: /^Read their status page/ })).toContainText('not needed')
  await expectAccessible(page, 'a running playbook')
  await press(page, 'ArrowDown', 'ArrowDown', 'o')
  await expect(sheet).toBeHidden()
  await expect(page.getByRole('dialog')).toBeVisible()
  await press(page, 'Escape')
  await expect(bar.getByRole('button', { name: /^Third-party outage 2\/12/ })).toBeVisible()
  await page.reload()
  await expect(bar.getByRole('button', { name: /^Third-party outage 2\/12/ })).toBeVisible()
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 820, height: 1180 } })

  test('[PB3] [PB4] items, phases and the end are within reach of a finger', async ({ cockpit: page }) => {
    await declare(page, 'AWS is down')
    await page.getByRole('button', { name: /Playbook “Third-party outage” fits/ }).tap()
    const sheet = page.getByRole('dialog', { name: 'Playbook' })
    await sheet
      .getByRole('list', { name: 'Playbooks to start' })
      .getByRole('button', { name: /^Third-party outage/ })
      .tap()
    const own = sheet.getByRole('checkbox', { name: /^Rule out our own changes/ })
    await own.tap()
    await expect(own).toBeChecked()
    await sheet.getByRole('button', { name: 'Not needed' }).first().tap()
    await expect(sheet.getByRole('checkbox', { name: /not needed, / })).toBeVisible()
    await sheet.getByText(/^Without them, 0 of 4/).tap()
    await sheet.getByRole('button', { name: 'Move here' }).first().tap()
    await expect(page.getByText('Playbook Third-party outage: now Without them').first()).toBeVisible()
    await sheet.getByRole('button', { name: 'End this playbook' }).tap()
    await sheet.getByRole('textbox', { name: /^Why/ }).fill('it was ours')
    await sheet.getByRole('button', { name: 'End this playbook' }).tap()
    await expect(page.getByText('Playbook ended: Third-party outage: it was ours').first()).toBeVisible()
  })
})
