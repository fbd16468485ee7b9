import { expect, type Page } from '@playwright/test'
import { axeScreens, expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare, resolveEarly } from './incident'
import { press, reach } from './keyboard'

test.use({ args: ['--drill', 'payments-outage', '--speed', '5'] })

/** Looks at the dialog of this name, once it is there, and leaves it. */
async function lookAt(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('dialog', { name })).toBeVisible()
  await expectAccessible(page, name)
  await press(page, 'Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** Does by its name what has no key. */
async function byName(page: Page, words: string): Promise<void> {
  await press(page, 'Control+K')
  await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused()
  await page.keyboard.type(words)
  await press(page, 'Enter')
}

for (const { name, viewport, tag } of axeScreens) {
  test.describe(`at ${name}`, { tag }, () => {
    test.use({ viewport })

    test('each dialog on the row of a page', async ({ cockpit: page }) => {
      const row = page.getByRole('table', { name: 'Alerts' }).getByRole('row', { name: 'payments-api: error rate' })
      await expect(row).toBeVisible({ timeout: 20_000 })
      await press(page, '2')
      await reach(row, 'ArrowDown')
      await press(page, 'Enter')
      await expect(page.getByRole('radio', { name: /SEV-2/ })).toBeFocused()
      await press(page, '2', 'Enter')
      await expect(row).toBeFocused()
      await expectAccessible(page, 'the keys of a page')
      const dialogs = {
        r: 'Resolve the PagerDuty incident',
        e: 'Escalate the PagerDuty incident',
        '>': 'Reassign the PagerDuty incident',
        '+': 'Add responders',
        '.': 'Add a note in PagerDuty',
        ';': 'Status update in PagerDuty',
      }
      for (const [key, name] of Object.entries(dialogs)) {
        await press(page, key)
        await lookAt(page, name)
        await expect(row).toBeFocused()
      }
      await press(page, '!')
      await expect(page.getByRole('option', { name: 'payments-db' })).toBeVisible()
      await expectAccessible(page, 'which service')
      await press(page, 'Enter')
      await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused()
      await lookAt(page, 'Page someone')
    })

    test('what leaves, what is found by name, and what customers see', async ({ cockpit: page }) => {
      await declare(page, 'Payments fail')
      await press(page, 'x')
      await lookAt(page, 'Outbox')
      await byName(page, 'post to slack')
      await lookAt(page, 'Post to Slack')
      await byName(page, 'war room: open it')
      await lookAt(page, 'War room')
      await press(page, 'Control+K')
      await lookAt(page, 'Commands')
      await press(page, 'p')
      await lookAt(page, 'Panels')
      await expect(page.getByText(/^Slack · /).first()).toBeVisible({ timeout: 30_000 })
      await press(page, 'l')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page, 'messages proposed from Slack')
      await press(page, 'Escape')
      await byName(page, 'service dependencies')
      await lookAt(page, 'Services')
      await byName(page, 'schedule maintenance')
      await lookAt(page, 'Schedule maintenance')
      await press(page, 'f')
      await expect(page.getByRole('button', { name: /^Checkout/ })).toBeFocused()
      await press(page, '5')
      await lookAt(page, 'Status page')
    })

    test('components to set back, the postmortem, and an outbox with something in it', async ({ cockpit: page }) => {
      await declare(page, 'Payments fail')
      await press(page, 'f')
      await expect(page.getByRole('button', { name: /^Checkout/ })).toBeFocused()
      await press(page, '5', 'Enter')
      await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toContainText(
        'Done: set on the status page',
      )
      await press(page, 'Escape')
      await resolveEarly(page)
      await expect(page.getByRole('region', { name: 'Restore components' })).toBeVisible()
      await expectAccessible(page, 'components to set back')
      await press(page, 'x')
      await lookAt(page, 'Outbox')
      await byName(page, 'postmortem')
      await lookAt(page, 'Postmortem for customers')
    })
  })
}
