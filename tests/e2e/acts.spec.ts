import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './fixtures'
import { expectFocusAlive, press, reach, submit, typeInto, withoutPointer } from './keyboard'

test.use({ args: ['--drill', 'payments-outage', '--speed', '8'] })

const title = 'payments-api: error rate above 5 %'

/** What PagerDuty's stand-in was asked to do, in order. */
function doneThere(folder: string): readonly { readonly fact: string; readonly [more: string]: unknown }[] {
  const [file] = globSync('drills/**/pagerduty.jsonl', { cwd: folder })
  if (file === undefined) return []
  const lines = readFileSync(join(folder, file), 'utf8').split('\n')
  return lines.filter(line => line !== '').map(line => JSON.parse(line))
}

/** The first page of the drill, taken as an incident with its row holding the keyboard. */
async function takePage(page: Page): Promise<Locator> {
  const row = page.getByRole('table', { name: 'Alerts' }).getByRole('row', { name: title })
  await expect(row).toBeVisible()
  await press(page, '2')
  await reach(row, 'ArrowDown')
  await press(page, 'Enter')
  await expect(page.getByRole('radio', { name: /SEV-2/ })).toBeFocused()
  await press(page, '2', 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(row).toBeFocused()
  return row
}

test('a page is acknowledged and resolved from its row with the keyboard alone', async ({ cockpit, house }) => {
  const page = await withoutPointer(cockpit)
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true })
  const row = await takePage(page)

  await press(page, 'k')
  await expect(timeline).toContainText(`Done: acknowledge PagerDuty incident “${title}”`)
  await expect(row.getByRole('cell', { name: 'acknowledged' })).toBeVisible()
  await expect(row).toBeFocused()

  await press(page, 'r')
  await typeInto(page.getByRole('textbox', { name: 'Resolution' }), 'Rolled back v2.41.0')
  await submit(page)
  await expect(timeline).toContainText(`Done: resolve PagerDuty incident “${title}”`)
  await expect(row).toContainText('resolved')
  await expectFocusAlive(page)
  expect(JSON.stringify(doneThere(house.folder))).toContain('Rolled back v2.41.0')
})

test('a page is handed to somebody else, and people are called to it, by two letters each', async ({
  cockpit,
  house,
}) => {
  const page = await withoutPointer(cockpit)
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true })
  const row = await takePage(page)

  await press(page, '>')
  await typeInto(page.getByRole('combobox', { name: 'Assignee' }), 'me')
  await pointAt(page, /Mei Tanaka/)
  await submit(page)
  await expect(timeline).toContainText(`Done: reassign PagerDuty incident “${title}” to Mei Tanaka`)
  await expect(row).toBeFocused()

  await press(page, '+')
  const who = page.getByRole('combobox', { name: /^Responders/ })
  await typeInto(who, 'jo')
  await pointAt(page, /Jonas Lindqvist/)
  await press(page, 'Enter')
  await expect(who).toHaveValue('')
  await typeInto(who, 'ra')
  await pointAt(page, /Rafael Duarte/)
  await press(page, 'Enter')
  await expect(page.getByRole('button', { name: 'Add Jonas Lindqvist, Rafael Duarte' })).toBeVisible()
  await submit(page)
  await expect(timeline).toContainText(
    /Done: add responders to PagerDuty incident “.*”: Jonas Lindqvist, Rafael Duarte/,
  )
  expect(doneThere(house.folder)).toMatchObject([
    { kind: 'assign', users: ['PUMEITA'] },
    { kind: 'responders', users: ['PUJONAS', 'PURAFAE'], message: expect.stringContaining('Please join.') },
  ])
})

test('a status update goes to those who follow the page', async ({ cockpit, house }) => {
  const page = await withoutPointer(cockpit)
  await takePage(page)
  await press(page, ';')
  await typeInto(page.getByRole('textbox', { name: 'Status update' }), 'Rolling back')
  await submit(page)
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toContainText(
    'Done: status update on PagerDuty incident',
  )
  expect(doneThere(house.folder)).toMatchObject([
    { kind: 'status-update', message: expect.stringContaining('Rolling back') },
  ])
})

test('a page is created about the incident, and becomes one of its pages', async ({ cockpit, house }) => {
  const page = await withoutPointer(cockpit)
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true })
  await takePage(page)
  await press(page, '!')
  await typeInto(page.getByRole('combobox', { name: 'Which service' }), 'db')
  await expect(page.getByRole('option')).toHaveText([/payments-db/])
  await press(page, 'Enter')
  const words = page.getByRole('textbox', { name: 'Message' })
  await expect(words).toBeFocused()
  await expect(words).toHaveValue(`SEV-2: ${title}`)
  await press(page, 'Control+A')
  await page.keyboard.type('The pool of payments-db is exhausted')
  await submit(page)
  await expect(timeline).toContainText('Done: page payments-db: The pool of payments-db is exhausted')
  await expect(timeline).toContainText('Alert linked: The pool of payments-db is exhausted')
  expect(doneThere(house.folder)).toMatchObject([
    { kind: 'created', service: 'PPAYDB1', title: 'The pool of payments-db is exhausted', urgency: 'high' },
  ])
})

/** Goes down the list that a field points into. */
async function pointAt(page: Page, name: RegExp): Promise<void> {
  const option = page.getByRole('option', { name })
  await expect(option).toBeVisible()
  for (let steps = 0; steps < 20; steps += 1) {
    if ((await option.getAttribute('aria-selected')) === 'true') return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`${name} cannot be pointed at`)
}

test('the palette does by name what the keys do, from a field as well', async ({ cockpit }) => {
  const page = await withoutPointer(cockpit)
  const row = await takePage(page)
  const palette = page.getByRole('combobox', { name: 'Command' })
  const asked = async (words: string) => {
    await press(page, 'Control+k')
    await typeInto(palette, words)
    await press(page, 'Enter')
    await expect(palette).toBeHidden()
  }
  await asked('acknowledge')
  await expect(row.getByRole('cell', { name: 'acknowledged' })).toBeVisible()
  await asked('sev1')
  await expect(page.getByRole('region', { name: 'Incident' })).toContainText('SEV-1')
  await asked('outbox')
  const outbox = page.getByRole('dialog', { name: 'Outbox' })
  await expect(outbox.getByRole('listitem').filter({ hasText: 'Acknowledge PagerDuty incident' })).toContainText('done')
  await press(page, 'p')
  await expect(outbox).toBeHidden()
  await typeInto(page.getByRole('textbox', { name: 'What responders should know' }), 'The war room is open')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toContainText(
    /Done: post to #.*The war room is open/,
  )
  await press(page, '/', 'Control+k', 'Escape')
  await expect(page.getByRole('textbox', { name: 'Timeline line' })).toBeFocused()
})
