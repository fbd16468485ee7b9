import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { press, reach, typeInto, withoutPointer } from './keyboard'

const lines = (page: Page) => page.getByRole('log').getByRole('article')
const dialog = (page: Page) => page.getByRole('dialog', { name: /Erase for good/ })
const reason = (page: Page) => page.getByRole('textbox', { name: 'Why' })

async function write(page: Page, text: string): Promise<void> {
  await press(page, '/')
  await typeInto(page.getByRole('textbox', { name: 'Timeline line' }), text)
  await press(page, 'Enter')
  await expect(lines(page).filter({ hasText: text })).toBeVisible()
  await press(page, 'Escape')
}

/** Leads the focus onto a line of the list, and opens the dialog there. */
async function eraseAt(page: Page, text: string): Promise<void> {
  await press(page, '6', 'Home')
  await reach(lines(page).filter({ hasText: text }), 'ArrowDown')
  await press(page, 'X')
  await expect(dialog(page)).toBeVisible()
}

/** Every byte of the database and its log of writes. */
function bytesOf(folder: string): string {
  const files: readonly Dirent[] = readdirSync(folder, { withFileTypes: true })
  return files
    .filter(file => file.isFile() && file.name.startsWith('quarterdeck.sqlite'))
    .map(({ name }) => readFileSync(join(folder, name), 'latin1'))
    .join('\n')
}

test('[ER6] a line and a name are erased by keys alone, at every screen, on the disk, and after a crash', async ({
  cockpit,
  house,
}) => {
  const page = await withoutPointer(cockpit)
  await declare(page, 'Payments fail')
  await write(page, 'Card of Mrs Peacock was charged twice')
  const grace = await house.join('Gracefully Anonymous')
  await grace.write('Refund is on its way')
  const other = await house.open()
  await expect(lines(other).filter({ hasText: 'Mrs Peacock' })).toBeVisible()

  await eraseAt(page, 'Mrs Peacock')
  await expect(dialog(page)).toContainText('This cannot be undone')
  // One Enter too many sends nothing.
  await press(page, 'Enter')
  await expect(dialog(page)).toContainText('Give a reason')
  await press(page, 'Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(lines(page).filter({ hasText: 'Mrs Peacock' })).toBeVisible()

  await eraseAt(page, 'Mrs Peacock')
  await reach(page.getByRole('textbox', { name: 'Replacement' }))
  await press(page, 'Control+A')
  await page.keyboard.type('a customer')
  await reach(reason(page))
  await page.keyboard.type('asked for by the customer')
  await press(page, 'Enter')
  await expect(dialog(page)).toBeHidden()
  for (const screen of [page, other]) {
    await expect(lines(screen).filter({ hasText: 'a customer' })).toContainText(
      /erased by .* asked for by the customer/,
    )
    await expect(lines(screen).filter({ hasText: 'Mrs Peacock' })).toHaveCount(0)
  }

  await expect(lines(page).filter({ hasText: 'Refund is on' })).toContainText('Gracefully Anonymous')
  await eraseAt(page, 'Refund is on')
  await press(page, '2')
  await reach(reason(page))
  await page.keyboard.type('left the company')
  await press(page, 'Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(lines(page).filter({ hasText: 'Refund is on' })).not.toContainText('Gracefully')
  await expect(lines(page).filter({ hasText: 'A name was erased' })).toContainText('left the company')

  grace.leave()
  await house.kill()
  await house.start()
  await page.reload()
  await expect(lines(page).filter({ hasText: 'a customer' })).toBeVisible()
  await expect(lines(page).filter({ hasText: 'Refund is on' })).not.toContainText('Gracefully')
  await expect.poll(() => bytesOf(house.folder)).not.toMatch(/Peacock|Gracefully/)
  expect(bytesOf(house.folder)).toContain('Refund is on its way')
})
