import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { withoutPointer } from './keyboard'

/** docs/first-minute.md is this script in words. More would not be a minute. */
const MOST_KEYSTROKES = 40

/** Presses keys and counts them; a chord counts as all of its keys. Text that only people can know is not counted. */
function countedKeys(page: Page) {
  let pressed = 0
  return {
    press: async (...keys: readonly string[]) => {
      for (const key of keys) {
        pressed += key.split('+').length
        await page.keyboard.press(key)
      }
    },
    count: () => pressed,
  }
}

test.describe('the first minute of an incident', () => {
  test.use({ args: ['--speed', '20'] })

  test('takes at most 40 keystrokes, from the page that arrives to the first update as a draft', async ({ house }) => {
    const page = await withoutPointer(await house.open())
    const alerts = page.getByRole('region', { name: 'Alerts' })
    const { press, count } = countedKeys(page)
    const arrived = alerts.getByRole('row').filter({ hasText: 'PagerDuty (drill)' }).filter({ hasText: 'payments-api' })
    await expect(arrived.first()).toBeVisible({ timeout: 30_000 })

    // The page: to the alerts, down to the first one that pages somebody.
    await press('2')
    const focused = alerts.locator('[role="row"]:focus, tr:focus')
    await expect(focused).toHaveCount(1)
    // A slow machine may have the second page by now.
    // A PagerDuty incident has its number in front; an alert has none.
    const isPagerDuty = async () => /#\d+\s+payments-api/.test(await focused.innerText())
    for (let rows = 0; rows < 20 && !(await isPagerDuty()); rows += 1) await press('ArrowDown')
    expect(await isPagerDuty()).toBe(true)

    // An incident of it, SEV-1, and acknowledged.
    await press('Enter')
    const take = page.getByRole('dialog', { name: 'Declare incident from alert' })
    await expect(take).toBeVisible()
    await press('1', 'Enter')
    await expect(take).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('payments-api')
    await expect(page.getByRole('button', { name: /SEV-1/ })).toBeVisible()
    await press('k')
    await expect(alerts.getByRole('row').filter({ hasText: 'acknowledged' })).toBeVisible()

    // Who does what: 0 is the person here, the digits are whom PagerDuty has on call.
    await press('a')
    const roles = page.getByRole('dialog', { name: 'Assign roles' })
    await expect(roles.getByRole('option').first()).toContainText('Amara Osei')
    await expect(roles.getByRole('option').first()).toContainText('on call for payments-api')
    for (const [key, next] of [
      ['0', 'Tech lead'],
      ['1', 'Comms lead'],
      ['2', 'Scribe'],
    ] as const) {
      await press(key)
      await expect(roles.getByRole('heading', { name: next })).toBeVisible()
    }
    await press('3')
    await expect(roles).toBeHidden()
    const held = page.getByRole('region', { name: 'Roles' })
    await expect(held).not.toContainText('Unfilled')
    // Four people for four roles, and whoever is on call for payments-api leads the repair.
    const words = (await held.innerText()).replace(/\s+/g, ' ')
    expect(words).toMatch(/Amara Osei Tech lead.*Nadia Haddad Comms lead.*Jonas Lindqvist Scribe/)
    expect(words.match(/Amara Osei/g)).toHaveLength(1)

    // What customers are told.
    await press('u')
    const composer = page.getByRole('dialog', { name: 'Update for customers' })
    await expect(composer.getByRole('textbox', { name: /What customers notice/ })).toBeFocused()
    await page.keyboard.type('Card payments are declined')
    await expect(composer.getByRole('textbox', { name: 'Title' })).toHaveValue('Problems with Card payments')
    await press('Control+s')
    await expect(page.getByRole('region', { name: 'Comms' })).toContainText('Draft', { ignoreCase: true })

    test.info().annotations.push({ type: 'keystrokes', description: String(count()) })
    expect(count()).toBeLessThanOrEqual(MOST_KEYSTROKES)
  })
})
