import { expect, type Locator, type Page } from '@playwright/test'
import { test } from '../../e2e/fixtures'
import { smallTargets } from './targets'

test.use({
  args: ['--drill', 'payments-outage', '--speed', '8'],
  viewport: { width: 1280, height: 800 },
  hasTouch: true,
})

const title = 'payments-api: error rate above 5 %'

/** A page on which a key is an error, unless it is a letter of a text: what a test does there it does with a finger. */
async function withoutKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const typed = 'input, textarea, [contenteditable="true"]'
    addEventListener(
      'keydown',
      event => {
        const isText = event.key.length === 1 && event.target instanceof Element && event.target.matches(typed)
        if (event.isTrusted && !isText) console.error(`A key was pressed: ${event.key}`)
      },
      { capture: true },
    )
  })
}

async function write(field: Locator, text: string): Promise<void> {
  await field.tap()
  await field.evaluate(one => (one as HTMLInputElement).select())
  await field.page().keyboard.type(text)
}

const bar = (page: Page) => page.getByRole('region', { name: 'Incident', exact: true })
const dialog = (page: Page) => page.getByRole('dialog')
const closed = (page: Page) => expect(dialog(page)).toBeHidden()
const button = (place: Page | Locator, name: string | RegExp) => place.getByRole('button', { name }).first()

async function take(page: Page): Promise<void> {
  const row = page.getByRole('table', { name: 'Alerts' }).getByRole('row', { name: title })
  await expect(row).toBeVisible()
  await row.getByText('firing').tap()
  await button(row, /^Declare/i).tap()
  await dialog(page).getByText('SEV-1').tap()
  await button(dialog(page), /SEV-1/).tap()
  await closed(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await button(page, /^acknowledge$/).tap()
  await expect(row).toContainText('acknowledged')
}

/** A press on the commander's cell opens the roles, each of which takes whom the finger chooses. */
async function assign(page: Page): Promise<void> {
  await button(bar(page), /^Commander/).tap()
  const people = dialog(page).getByRole('listbox')
  for (const [index, role] of ['Incident commander', 'Tech lead', 'Comms lead', 'Scribe'].entries()) {
    await expect(dialog(page).getByRole('heading', { level: 3, name: role })).toBeVisible()
    await people.getByRole('option').nth(index).tap()
  }
  await closed(page)
  await expect(page.getByRole('region', { name: 'Roles' })).not.toContainText('Unfilled')
}

async function state(page: Page): Promise<void> {
  await button(bar(page), /SEV-1/).tap()
  await dialog(page).getByText('SEV-2').tap()
  await button(dialog(page), /Change to SEV-2/).tap()
  await closed(page)
  await button(bar(page), 'No impact set').tap()
  await write(dialog(page).getByRole('textbox', { name: 'Impact' }), 'One in four card payments fails')
  await button(dialog(page), /Save/).tap()
  await closed(page)
  await expect(bar(page)).toContainText('One in four card payments fails')
}

async function publish(page: Page): Promise<void> {
  await button(bar(page), /^Customer update/).tap()
  await write(dialog(page).getByRole('textbox', { name: 'Product or service' }), 'card payments')
  await write(dialog(page).getByRole('textbox', { name: /What customers notice/ }), 'Cards are declined')
  await button(dialog(page), /Review/).tap()
  await button(dialog(page), /Publish/).tap()
  await closed(page)
  await expect(page.getByRole('list', { name: 'Updates' })).toContainText(/live|published/i, { timeout: 30_000 })
}

async function holdCheckpoint(page: Page): Promise<void> {
  await button(bar(page), /^Next checkpoint/).tap()
  await write(dialog(page).getByRole('textbox').first(), 'Restarted the pods')
  await dialog(page).getByText('Pivot').first().tap()
  await button(dialog(page), /pivot/i).tap()
  await closed(page)
  await expect(page.getByRole('region', { name: 'Checkpoint', exact: true })).toContainText('1 held')
}

async function writeLines(page: Page): Promise<void> {
  await write(page.getByRole('textbox', { name: 'Timeline line' }), '!finding The pool of payments-db is full')
  await page.getByRole('region', { name: 'Timeline', exact: true }).getByRole('button', { name: '↵' }).tap()
  await expect(page.getByRole('log').getByRole('article').filter({ hasText: 'payments-db is full' })).toHaveCount(1)
}

/** A double tap on the title renames; what is linked is unlinked beside it. */
async function rename(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).dblclick()
  await write(dialog(page).getByRole('textbox', { name: 'Title' }), 'Card payments fail')
  await button(dialog(page), `Unlink ${title}`).tap()
  await expect(dialog(page)).toContainText('No alert is linked.')
  await button(dialog(page), /Rename/).tap()
  await closed(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Card payments fail')
  const log = page.getByRole('log')
  await expect(log).toContainText(`Renamed to “Card payments fail”, before “${title}”`)
  await expect(log).toContainText(`Alert unlinked: ${title}`)
}

async function resolve(page: Page): Promise<void> {
  await button(bar(page), /investigating/).tap()
  await dialog(page).getByText('Resolved', { exact: true }).tap()
  await dialog(page).getByRole('textbox', { name: 'Why now' }).tap()
  await page.keyboard.type('nothing is left to do')
  await button(dialog(page), /Change to resolved/).tap()
  await closed(page)
  await button(page.getByRole('region', { name: 'Handoff' }), /^Write/).tap()
  await expect(page.getByRole('region', { name: 'Handoff' })).toContainText(/written/i)
}

/** The one command button, and the menu of what belongs to no pane. */
async function look(page: Page): Promise<void> {
  await button(bar(page), 'Commands').tap()
  await expect(dialog(page).getByRole('combobox', { name: 'Command' })).toBeFocused()
  await dialog(page)
    .getByRole('option', { name: /Roll call/ })
    .tap()
  await expect(page.getByRole('dialog', { name: /roll/i })).toBeVisible()
  await button(dialog(page), 'Close').tap()
  for (const [item, name] of Object.entries(menu)) {
    await button(bar(page), 'Menu').tap()
    await page.getByRole('menuitem', { name: item }).tap()
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await button(dialog(page), 'Close').tap()
    await closed(page)
  }
}

const menu = {
  'Open another incident, or one of the archive': 'Open an incident',
  'Declare an incident': 'Declare an incident',
  Outbox: 'Outbox',
  'Connections and the drill': 'Connections',
  Layouts: 'Layouts',
  Settings: 'Settings',
  'List the keys': 'Keys',
}

test('the first hour is commanded with a finger: no key is pressed but the letters of texts', async ({
  cockpit: page,
}) => {
  // The longest of the walks: a machine that is six times slower than usual still ends it.
  test.setTimeout(480_000)
  await withoutKeys(page)
  await test.step('takes the PagerDuty incident and acknowledges it', () => take(page))
  expect.soft(await smallTargets(page)).toEqual([])
  await test.step('assigns roles', () => assign(page))
  await test.step('changes the severity, states the impact', () => state(page))
  await test.step('drafts an update and publishes it', () => publish(page))
  await test.step('holds the checkpoint', () => holdCheckpoint(page))
  await test.step('writes a line', () => writeLines(page))
  await test.step('finds everything else', () => look(page))
  await test.step('renames it and unlinks', () => rename(page))
  await test.step('resolves it and writes the handoff', () => resolve(page))
  expect.soft(await smallTargets(page)).toEqual([])
})
