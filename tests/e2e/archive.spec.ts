import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare, resolveEarly } from './incident'
import { press, submit, typeInto, withoutPointer } from './keyboard'

const list = (page: Page) => page.getByRole('dialog', { name: 'Open an incident' })
const rows = (page: Page) => list(page).getByRole('option')
const reader = (page: Page) => page.getByRole('dialog', { name: 'Past incident' })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function write(page: Page, line: string): Promise<void> {
  await press(page, '/')
  await page.keyboard.type(line)
  await press(page, 'Enter', 'Escape')
  await expect(page.getByText(line, { exact: true })).toBeVisible()
}

/** An incident that is over, and one that is open and shown. */
async function oneOverOneOpen(page: Page): Promise<void> {
  await declare(page, 'Card payments fail')
  await write(page, 'The pool of db-3 is full')
  await write(page, 'Rolled back v2.41')
  await resolveEarly(page)
  await press(page, 'n')
  await typeInto(page.getByRole('textbox', { name: 'Title' }), 'Mails are late')
  await submit(page)
  await expect(heading(page)).toHaveText('Mails are late')
}

test('[AV5] [AV6] [RY2] by keys an ended incident is found, read, replayed and reopened with a reason', async ({
  cockpit,
}) => {
  // axe looks at two dialogs: a machine that is six times slower than usual still ends it.
  test.setTimeout(480_000)
  const page = await withoutPointer(cockpit)
  await oneOverOneOpen(page)
  await press(page, 'o')
  await expect(list(page).getByRole('combobox')).toBeFocused()
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).first()).toContainText('Mails are late')
  await page.keyboard.type('rolled pool is:ended')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toContainText('Card payments fail')
  await page.keyboard.type(' sev:9')
  await expect(list(page).getByRole('alert')).toContainText('“sev:9”: a severity is 1 to 4')
  for (let letter = 0; letter < ' sev:9'.length; letter += 1) await press(page, 'Backspace')
  await expectAccessible(page, 'the archive')
  await expect(rows(page)).toHaveCount(1)
  await press(page, 'Enter')

  await expect(reader(page).getByRole('note')).toContainText('Read only: nothing here can be changed')
  await expect(reader(page)).toContainText('nothing is left to do')
  // What is open stays open behind it.
  await expect(heading(page)).toHaveText('Mails are late')
  const time = reader(page).getByRole('slider', { name: 'Time of the replay' })
  await expect(time).toBeFocused()
  const line = (text: string) => reader(page).getByRole('list', { name: 'Timeline up to then' }).getByText(text)
  await expect(line('Rolled back v2.41')).toBeVisible()
  await expectAccessible(page, 'a past incident')
  await press(page, 'PageUp')
  await expect(reader(page).getByRole('region', { name: 'As known then' })).toContainText('investigating')
  await expect(line('Rolled back v2.41')).toBeHidden()
  await press(page, '.')
  await expect(time).toHaveAttribute('aria-valuetext', /entries$/)
  await press(page, 'p')
  await expect(reader(page).getByRole('button', { name: 'Pause' })).toBeVisible()
  // It plays to the end by itself.
  await reader(page).getByRole('button', { name: '60×' }).press('Enter')
  await expect(line('Rolled back v2.41')).toBeVisible({ timeout: 20_000 })

  await press(page, 'r')
  const form = page.getByRole('dialog', { name: 'Reopen the incident' })
  await expect(form).toBeVisible()
  await typeInto(form.getByRole('textbox'), 'It is back')
  await submit(page)
  await expect(heading(page)).toHaveText('Card payments fail')
  await expect(page.getByText(/Status: resolved → investigating.*It is back|It is back/).first()).toBeVisible()
})

test.describe('[AV5] [AV6] with a finger', () => {
  test.use({ hasTouch: true })
  test('filters are pressed, an ended incident is read, and it closes again with nothing changed', async ({
    cockpit: page,
  }) => {
    await oneOverOneOpen(page)
    await page.getByRole('button', { name: 'Menu' }).tap()
    await page.getByRole('menuitem', { name: /Open another incident/ }).tap()
    await list(page).getByRole('button', { name: 'Ended', exact: true }).tap()
    await expect(list(page).getByRole('combobox')).toHaveValue('status:ended')
    await expect(rows(page)).toHaveCount(1)
    await list(page).getByRole('button', { name: 'SEV-4' }).tap()
    await expect(list(page).getByRole('status')).toContainText('No incident has all of that')
    await list(page).getByRole('button', { name: 'SEV-4' }).tap()
    await rows(page).tap()
    await expect(reader(page).getByRole('note')).toContainText('Read only')
    await reader(page).getByRole('button', { name: 'Back one entry' }).tap()
    await expect(reader(page).getByRole('region', { name: 'Replay' })).toContainText(/of \d+ entries/)
    await reader(page).getByRole('button', { name: 'Close' }).tap()
    await expect(reader(page)).toBeHidden()
    await expect(heading(page)).toHaveText('Mails are late')
  })
})

test('[AV7] while an incident is open the board offers a past one that is like it, with what ended it', async ({
  cockpit,
}) => {
  const page = await withoutPointer(cockpit)
  const offer = page.getByRole('complementary', { name: 'Similar past incident' })
  await oneOverOneOpen(page)
  await press(page, 'n')
  await typeInto(page.getByRole('textbox', { name: 'Title' }), 'Payments by card are declined')
  await submit(page)
  await expect(offer).toContainText(/Similar: Card payments fail \(.*\): both say card, payments\./)
  await expect(offer).toContainText('What ended it: early, 0 of 13 held: nothing is left to do')
  await press(page, 'O', 'i')
  await expect(reader(page).getByRole('note')).toContainText('Read only')
  await press(page, 'Escape', 'o')
  await page.keyboard.type('mails')
  await expect(rows(page)).toHaveCount(1)
  await press(page, 'Enter')
  await expect(heading(page)).toHaveText('Mails are late')
  await expect(offer).toBeHidden()
})
