import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, submit, typeInto, withoutPointer } from './keyboard'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search all incidents' })
const hits = (page: Page) => dialog(page).getByRole('option')

async function write(page: Page, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    await press(page, '/')
    await page.keyboard.type(line)
    await press(page, 'Enter', 'Escape')
    await expect(page.getByText(line, { exact: true })).toBeVisible()
  }
}

async function look(page: Page, words: string): Promise<void> {
  await press(page, 'O', 'f')
  await expect(dialog(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type(words)
}

test('[SX5] words are found in all incidents by keys, and Enter opens the incident at the line', async ({
  cockpit,
}) => {
  const page = await withoutPointer(cockpit)
  await declare(page, 'Payments fail')
  await write(page, 'The pool of db-3 is full', 'Платежи не проходят')
  await press(page, 'n')
  await typeInto(page.getByRole('textbox', { name: 'Title' }), 'Mails are late')
  await submit(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mails are late')
  await write(page, 'The queue of db-4 is long')
  await look(page, 'db-3 pool')
  await expect(hits(page)).toHaveCount(1)
  await expect(hits(page)).toContainText('Payments fail')
  await expect(hits(page).locator('mark').first()).toHaveText('pool')
  await expectAccessible(page, 'the search of all incidents')
  await press(page, 'Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  await expect(page.getByText('The pool of db-3 is full', { exact: true })).toBeInViewport()
  await look(page, 'платеж')
  await expect(hits(page)).toHaveCount(1)
  await press(page, 'Control+A', 'Delete', 'Escape')
  await expect(dialog(page)).toBeHidden()
  await look(page, 'mails')
  await expect(hits(page).first()).toContainText('Mails are late')
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mails are late')
  await look(page, 'nothing of that kind')
  await expect(dialog(page)).toContainText('No results')
})
