import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { press, reach, typeInto, withoutPointer } from './keyboard'

test.use({ args: ['--drill', 'payments-outage'] })

const shot = async (page: Page, name: string) => {
  if (process.env['SHOTS'] === undefined) return
  for (const [width, height] of [
    [1920, 1080],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.waitForTimeout(300)
    await page.screenshot({ path: `${process.env['SHOTS']}/${name}-${width}.png` })
  }
}

test('[AU6] [AU9] [AU10] who is informed, by keys: written to, snoozed, woken, noted by hand', async ({
  cockpit: page,
}) => {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, 'D', 'a')
  const dialog = page.getByRole('dialog', { name: 'Audiences' })
  const row = (name: string) =>
    dialog.getByRole('list', { name: 'Audiences of this incident' }).getByRole('button', { name })
  await shot(page, 'ledger')
  await reach(row('Leadership'), 'ArrowDown')
  await press(page, 't')
  await typeInto(dialog.getByRole('textbox', { name: 'What was said' }), 'Half of all payments fail; a rollback runs')
  await shot(page, 'told-form')
  await page.keyboard.press('Enter')
  await expect(row('Leadership')).toContainText('Next in')
  await expect(row('Leadership')).toBeFocused()
  await press(page, 's')
  await typeInto(dialog.getByRole('textbox', { name: 'Reason' }), 'the board meets until three')
  await shot(page, 'snooze-form')
  await page.keyboard.press('Enter')
  await expect(row('Leadership')).toContainText('the board meets until three')
  await shot(page, 'ledger-2')
  await press(page, 'w')
  await expect(row('Leadership')).toContainText('Next in')
  await press(page, 'u')
  await expect(page.getByRole('textbox', { name: 'Who reads it' })).toHaveValue('Leadership')
  await shot(page, 'composer')
  await press(page, 'Escape')
  await expect(page.getByRole('list', { name: 'Updates' })).toBeHidden()
  await shot(page, 'pane')
  await press(page, 'D', 'a')
  await press(page, 'e')
  await expect(dialog.getByRole('list', { name: 'Audiences of new incidents' })).toBeVisible()
  await shot(page, 'table')
})
