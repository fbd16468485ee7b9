import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, submit, typeInto, withoutPointer } from './keyboard'

const board = (page: Page) => page.getByRole('region', { name: 'Strategy', exact: true })
const dialog = (page: Page) => page.getByRole('dialog')
const question = (page: Page, text: string) => dialog(page).getByText(text, { exact: true })

test('[TR4] a tree by keyboard alone, half of it before a reload; its path is in the timeline', async ({
  cockpit: page,
}) => {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, 'D', 't', '1', 'y')
  await expect(question(page, 'Was it tested?')).toBeVisible()
  await expectAccessible(page, 'decision tree')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  await press(page, 'D', 't')
  await expect(question(page, 'Was it tested?')).toBeVisible()
  await press(page, 'Backspace', 'y', 'y', 'u')
  await expect(dialog(page).getByText('Then: a task, “Roll back the deployment”')).toBeVisible()
  await press(page, 'Enter')
  await expect(dialog(page).getByRole('textbox', { name: 'Text' })).toHaveValue('Roll back the deployment')
  await submit(page)
  await expect(board(page).getByRole('listitem')).toContainText('Roll back the deployment')
  await expect(page.getByText(/Roll back or fix\? → Roll back\. Was there a recent deployment\? yes/)).toBeVisible()
  await press(page, 'D', 't')
  await expect(dialog(page).getByText('Press the digit of a tree.')).toBeVisible()
})

test('[MM3] the menu by keyboard alone: tried, and what was tried stays in sight', async ({ cockpit: page }) => {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, 'D', 'm')
  await typeInto(dialog(page).getByRole('combobox', { name: 'Filter' }), 'restart')
  await press(page, 'Shift+Enter')
  await expect(dialog(page).getByRole('option', { name: /Restart/ })).toContainText('tried, result pending')
  await expectAccessible(page, 'mitigation menu')
  await press(page, 'Enter')
  await submit(page)
  await expect(board(page).getByRole('listitem').filter({ hasText: 'Restart' })).toHaveCount(2)
})

test.describe('by touch', () => {
  test.use({ viewport: { width: 1280, height: 800 }, hasTouch: true })

  test('[TR4][MM1] the tree and the menu need no key but the two that open them', async ({ cockpit: page }) => {
    await declare(page, 'Payments fail')
    await press(page, 'D', 't')
    await dialog(page)
      .getByRole('button', { name: /Roll back or fix/ })
      .tap()
    await dialog(page).getByRole('button', { name: /Yes/ }).tap()
    await dialog(page)
      .getByRole('button', { name: /Was there a recent deployment/ })
      .tap()
    await dialog(page)
      .getByRole('button', { name: /The impact is growing/ })
      .tap()
    await dialog(page)
      .getByRole('button', { name: /Record only/ })
      .tap()
    await expect(page.getByText(/Roll back or fix\? → Roll back\. The impact is growing/)).toBeVisible()
    await expect(dialog(page)).toBeHidden()
    await press(page, 'D', 'm')
    await dialog(page).getByRole('button', { name: 'By cause' }).tap()
    await dialog(page).getByRole('option', { name: 'Add replicas' }).tap()
    await dialog(page).getByRole('button', { name: 'Tried: Add replicas' }).tap()
    await expect(dialog(page).getByRole('option', { name: /Add replicas/ })).toContainText('tried, result pending')
  })
})
