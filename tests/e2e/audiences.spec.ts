import { expect } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { press, reach, typeInto, withoutPointer } from './keyboard'

test.use({ args: ['--drill', 'payments-outage'] })

test('[AU6] [AU9] [AU10] who is informed, by keys: written to, snoozed, woken, noted by hand', async ({
  cockpit: page,
}) => {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, 'D', 'a')
  const dialog = page.getByRole('dialog', { name: 'Audiences' })
  const row = (name: string) =>
    dialog.getByRole('list', { name: 'Audiences of this incident' }).getByRole('button', { name })
  await reach(row('Leadership'), 'ArrowDown')
  await press(page, 't')
  await typeInto(dialog.getByRole('textbox', { name: 'What was said' }), 'Half of all payments fail; a rollback runs')
  await page.keyboard.press('Enter')
  await expect(row('Leadership')).toContainText('Next in')
  await expect(row('Leadership')).toBeFocused()
  await press(page, 's')
  await typeInto(dialog.getByRole('textbox', { name: 'Reason' }), 'the board meets until three')
  await page.keyboard.press('Enter')
  await expect(row('Leadership')).toContainText('the board meets until three')
  // The list shows what was stored before the form has its answer and closes: until then letters are its text.
  await expect(row('Leadership')).toBeFocused()
  await press(page, 'w')
  await expect(row('Leadership')).toContainText('Next in')
  await press(page, 'u')
  await expect(page.getByRole('textbox', { name: 'Who reads it' })).toHaveValue('Leadership')
  await press(page, 'Escape')
  await expect(page.getByRole('list', { name: 'Updates' })).toBeHidden()
  await press(page, 'D', 'a')
  await press(page, 'e')
  await expect(dialog.getByRole('list', { name: 'Audiences of new incidents' })).toBeVisible()
})
