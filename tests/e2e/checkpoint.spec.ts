import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, typeInto, withoutPointer } from './keyboard'

const sheet = (page: Page, number: number) => page.getByRole('dialog', { name: `Checkpoint ${number}` })
const question = (page: Page, name: RegExp) => page.getByRole('textbox', { name })

async function write(page: Page, line: string): Promise<void> {
  await press(page, '/')
  const field = page.getByRole('textbox', { name: 'Timeline line' })
  await typeInto(field, line)
  await press(page, 'Enter')
  await expect(field).toHaveValue('')
  await press(page, 'Escape')
}

test('[CP8][CP9] a checkpoint from the board by keyboard alone, and the next one as before', async ({ cockpit }) => {
  const page = await withoutPointer(cockpit)
  await declare(page, 'Payments fail')
  await write(page, '!tried restart of api = no change')
  await write(page, '!task roll back payments-api in 10m')
  await press(page, 'c')
  await expect(sheet(page, 1)).toContainText('From the board: restart of api: no change')
  await expect(question(page, /did we try/)).toBeFocused()
  await press(page, 'ArrowRight', 'Enter', 'ArrowRight', 'Enter')
  await typeInto(question(page, /rollback plan/), 'redeploy 4.2')
  await press(page, 'Enter', 'Enter', 'Enter', '2', 'Enter')
  await expect(sheet(page, 1)).toBeHidden()
  await expect(
    page.getByText(/Checkpoint: pivot · tried: restart of api: no change · trying: roll back payments-api/),
  ).toBeVisible()
  await expect(page.getByRole('list', { name: 'Now' })).toContainText('Update the stakeholders')

  await press(page, 'c')
  await expect(question(page, /did we try/)).toBeFocused()
  await press(page, 'Control+b')
  await expect(sheet(page, 2)).toContainText('As before: redeploy 4.2')
  await press(page, 'Enter')
  await expect(sheet(page, 2)).toBeHidden()
  await expect(page.getByText(/rollback plan: redeploy 4.2 \(as before\)/)).toBeVisible()
})

test('[CP10] two browsers at one checkpoint: the second adds to what the first said', async ({ cockpit, house }) => {
  await declare(cockpit, 'Payments fail')
  const other = await house.openElsewhere()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  for (const page of [cockpit, other]) {
    await press(page, 'c')
    await expect(question(page, /did we try/)).toBeFocused()
  }
  await typeInto(question(other, /did we try/), 'flushed the cache')
  await typeInto(question(cockpit, /did we try/), 'restarted the api')
  await press(cockpit, 'Control+Enter')
  await expect(sheet(cockpit, 1)).toBeHidden()

  await expect(sheet(other, 1)).toContainText(/held this checkpoint .* ago: continue/)
  await expect(sheet(other, 1)).toContainText('Said already: restarted the api')
  await expect(question(other, /did we try/)).toBeFocused()
  await expect(question(other, /did we try/)).toHaveValue('flushed the cache')
  await press(other, 'Control+Enter')
  await expect(sheet(other, 1)).toBeHidden()
  for (const page of [cockpit, other]) {
    await expect(page.getByText('Checkpoint: continue · tried: restarted the api')).toBeVisible()
    await expect(page.getByText('Added to the checkpoint · tried: flushed the cache')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Checkpoint', exact: true })).toContainText('1 held')
  }
})

test('[CP7][TX1] a half-filled sheet outlives SIGKILL and a reload', async ({ cockpit, house }) => {
  await declare(cockpit, 'Payments fail')
  await press(cockpit, 'c')
  await typeInto(question(cockpit, /did we try/), 'restarted half of the work')
  await house.kill()
  await house.start()
  await cockpit.reload()
  await expect(cockpit.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  await expect(cockpit.getByRole('region', { name: 'Incident', exact: true })).toContainText(/due \d/)
  await press(cockpit, 'c')
  await expect(question(cockpit, /did we try/)).toHaveValue('restarted half of the work')
  await press(cockpit, 'Control+Enter')
  await expect(cockpit.getByText('Checkpoint: continue · tried: restarted half of the work')).toBeVisible()
})

test('[CP14] a decision that waits is on the sheet, and a key goes to its row and back to what was typed', async ({
  cockpit: page,
}) => {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, '/')
  await typeInto(page.getByRole('textbox', { name: 'Timeline line' }), '!decide fail over to the replica')
  await press(page, 'Enter', 'Escape')
  await expect(page.getByRole('region', { name: 'Strategy', exact: true })).toContainText('any strong objections?')
  await press(page, 'c')
  await typeInto(question(page, /did we try/), 'restarted half')
  await expect(sheet(page, 1)).toContainText(/D1 fail over to the replica/)
  await expectAccessible(page, 'checkpoint sheet with a decision')
  await page.screenshot({ path: process.env.SHEET_SHOT ?? 'test-results/sheet.png' })
  await press(page, 'Control+d')
  await expect(sheet(page, 1)).toBeHidden()
  await expect(page.getByRole('listitem').filter({ hasText: 'any strong objections?' })).toBeFocused()
  await press(page, 'c')
  await expect(question(page, /did we try/)).toHaveValue('restarted half')
})

test('[CP13] “escalate” leads to the tree of whom to get', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  await press(page, 'c')
  await expect(question(page, /did we try/)).toBeFocused()
  await press(page, 'Enter', 'Enter', 'Enter', 'Enter', 'Enter', '3', 'Enter')
  await expect(page.getByRole('dialog', { name: 'Checkpoint 1' })).toBeHidden()
  await expect(page.getByRole('dialog')).toContainText('Is expertise missing?')
})
