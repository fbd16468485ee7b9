import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { expectFocusAlive, press, reach, typeInto, withoutPointer } from './keyboard'

const line = (page: Page) => page.getByRole('textbox', { name: 'Timeline line' })

test.beforeEach(async ({ cockpit }) => {
  await withoutPointer(cockpit)
})

test('? lists every key, and Esc gives the keyboard back to where it was', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  await press(page, '3')
  const held = page.getByRole('button', { name: /Incident commander/ })
  await reach(held)
  await press(page, '?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  for (const key of ['/', 'c', 'a', 's', 't', 'i', 'u', 'h', 'n', 'o', ',', 'm', '?', '1', '7', '!decision', '-5m']) {
    await expect(sheet.getByText(key, { exact: true }).first()).toBeVisible()
  }
  await press(page, 'Escape')
  await expect(sheet).toBeHidden()
  await expect(held).toBeFocused()
})

test('/ goes to the line from each pane, a digit to its pane, and Esc one step back', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  const names = ['Live metrics', 'Alerts', 'Roles', 'Checkpoint', 'Comms', 'Timeline', 'Handoff']
  for (const [index, name] of names.entries()) {
    await press(page, String(index + 1))
    const region = page.getByRole('region', { name, exact: true })
    // Roles are chosen from: there the focus goes on to the first.
    await expect(name === 'Roles' ? region.getByRole('button', { name: /^IC / }) : region).toBeFocused()
    await press(page, 'Tab', '/')
    await expect(line(page)).toBeFocused()
    await press(page, 'Escape')
    await expect(page.getByRole('region', { name: 'Timeline' })).toBeFocused()
    await press(page, 'Escape')
    await expect(page.locator('body')).toBeFocused()
  }
})

test('letters that are keys stay letters in a field, also in one of a dialog', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  const letters = 'a c h i m n o s t u 1 7 / ? ,'
  await press(page, '/')
  await typeInto(line(page), letters)
  await expect(line(page)).toHaveValue(letters)
  await expect(page.getByRole('dialog')).toBeHidden()
  await press(page, 'Enter', 'Escape', 'i')
  await typeInto(page.getByRole('textbox', { name: 'Impact' }), letters)
  await press(page, 'Enter')
  await expect(page.getByRole('region', { name: 'Incident' })).toContainText(letters)
})

test('each dialog opens with its key, keeps Tab inside, and closes with Esc', { tag: '@soak' }, async ({
  cockpit: page,
}) => {
  await declare(page, 'Payments fail')
  for (const key of ['n', 'a', 'A', 'Q', 's', 't', 'i', 'c', 'u', 'o', ',', 'm', '?']) {
    await press(page, key)
    const dialog = page.getByRole('dialog')
    await expect(dialog, `the dialog of ${key}`).toBeVisible()
    for (let stop = 0; stop < 8; stop += 1) {
      await press(page, 'Tab')
      expect(await dialog.evaluate(box => box.contains(document.activeElement)), `Tab ${stop} in ${key}`).toBe(true)
    }
    await press(page, 'Escape')
    await expect(dialog, `the dialog of ${key}`).toBeHidden()
    await expectFocusAlive(page)
  }
})

test('what arrives while somebody types neither takes the focus nor a letter', async ({ cockpit: page, house }) => {
  await declare(page, 'Payments fail')
  const colleague = await house.join('Grace')
  const text = 'The pool of payments-db is full since the deploy of 2.41.0'
  await press(page, '/')
  await expect(line(page)).toBeFocused()
  for (const [index, letter] of [...text].entries()) {
    // A line, and a change of the bar, between any two letters.
    await colleague.write(`line ${index}`)
    await colleague.stateImpact(`${index} customers`)
    await page.keyboard.type(letter)
    await expect(page.getByRole('log').getByText(`line ${index}`, { exact: true })).toBeVisible()
  }
  await expect(line(page)).toBeFocused()
  await expect(line(page)).toHaveValue(text)
  await expect(page.getByRole('region', { name: 'Incident' })).toContainText(`${text.length - 1} customers`)
})

test('a burst of lines all come, and a reader who scrolled up stays where he is', async ({ cockpit: page, house }) => {
  await declare(page, 'Payments fail')
  const colleague = await house.join('Grace')
  await Promise.all(Array.from({ length: 150 }, (_, n) => colleague.write(`line ${n}`)))
  const log = page.getByRole('log')
  await expect(log.getByText('line 149', { exact: true })).toBeVisible()
  await reach(log)
  await press(page, 'Home')
  await expect(log.getByText('line 0', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /Newest/ })).toBeVisible()
  await colleague.write('one more')
  await expect(page.getByText('152 lines')).toBeVisible()
  await expect(log.getByText('line 0', { exact: true })).toBeVisible()
})
