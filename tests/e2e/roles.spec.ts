import { expect, type Page } from '@playwright/test'
import { axeScreens, expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { expectFocusAlive, press, submit, typeInto, withoutPointer } from './keyboard'
import { resize } from './screen'

test.use({ args: ['--drill', 'payments-outage', '--speed', '10'] })

const pane = (page: Page) => page.getByRole('region', { name: 'Roles', exact: true })
const desk = (page: Page) => page.getByRole('dialog', { name: 'Assign roles' })
const card = (page: Page) => page.getByRole('dialog', { name: 'Role card' })
const log = (page: Page) => page.getByRole('log', { name: 'Timeline lines' })
/** A card in the pane, by what stands on it. */
const seat = (page: Page, letters: string) =>
  page.getByRole('list', { name: 'Roles of this incident' }).getByRole('button', { name: new RegExp(`^${letters} `) })

async function opened(page: Page): Promise<Page> {
  const keyed = await withoutPointer(page)
  await declare(keyed, 'Payments fail')
  return keyed
}

test('[RO1][RO12] the four roles are filled with five keys, whoever is on call first', async ({ cockpit }) => {
  const page = await opened(cockpit)
  await expect(pane(page)).toContainText('4 unfilled')
  await press(page, 'a')
  await expect(desk(page).getByRole('option').first()).toContainText('on call')
  await press(page, '1')
  await expect(desk(page).getByRole('heading', { level: 3, name: 'Tech lead' })).toBeVisible()
  await press(page, '2')
  await expect(desk(page).getByRole('heading', { level: 3, name: 'Comms lead' })).toBeVisible()
  await press(page, '3')
  await expect(desk(page).getByRole('heading', { level: 3, name: 'Scribe' })).toBeVisible()
  await press(page, '0')
  await expect(desk(page)).toBeHidden()
  await expectFocusAlive(page)
  await expect(pane(page)).not.toContainText('nfilled')
  // Each line is in the record, and folded there: what everybody does is no news.
  await expect(log(page)).toContainText(/4 system lines · Scribe: /)
})

test('[RO11] two letters mean a role and two a person; a second Enter takes nobody; Esc ends', async ({ cockpit }) => {
  const page = await opened(cockpit)
  await press(page, 'a')
  await expect(desk(page).getByRole('option', { name: /Jonas Lindqvist/ })).toBeVisible()
  await page.keyboard.type('tl jl')
  await expect(desk(page).getByRole('heading', { level: 3, name: 'Tech lead' })).toBeVisible()
  await expect(desk(page).getByRole('option', { selected: true })).toContainText('Jonas Lindqvist')
  await press(page, 'Enter')
  await expect(seat(page, 'TL')).toContainText('Jonas Lindqvist')
  await expect(desk(page).getByRole('heading', { level: 3, name: 'Comms lead' })).toBeVisible()
  await press(page, 'Enter', 'Escape')
  await expect(desk(page)).toBeHidden()
  await expect(pane(page)).toContainText('3 unfilled')
  await press(page, 'a')
  await page.keyboard.type('tl -')
  await press(page, 'Enter')
  await expect(log(page)).toContainText('Jonas Lindqvist is no longer Tech lead')
})

test('[RO4][RO6][RO7][RO8] a card has duties, first steps, who had it before; its warnings lead out', async ({
  cockpit,
  house,
}) => {
  const page = await opened(cockpit)
  const colleague = await house.join('Grace')
  for (const name of ['Ada', 'Mei']) await colleague.assign('ic', name)
  await press(page, '3')
  await expect(seat(page, 'IC')).toBeFocused()
  await press(page, 'Enter')
  await expect(card(page).getByRole('region', { name: 'Earlier assignees' })).toContainText(
    /Ada\d\d:\d\d–\d\d:\d\d UTC/,
  )
  await expect(card(page)).toContainText('Find the cause now')
  const say = card(page).getByRole('checkbox', { name: /Say that you command/ })
  await expect(card(page).getByRole('checkbox').first()).toBeFocused()
  await press(page, '2')
  await expect(say).toBeChecked()
  const impact = card(page).getByRole('checkbox', { name: /Find out who is affected/ })
  await expect(impact).not.toBeChecked()
  await colleague.stateImpact('One in four payments fails')
  await expect(impact).toBeChecked()
  await press(page, 'ArrowRight')
  await expect(card(page)).toContainText('Does not command')
  await expect(card(page).getByRole('checkbox').first()).toBeFocused()
  await press(page, 'ArrowLeft', 'd')
  await typeInto(desk(page).getByRole('combobox', { name: 'Name' }), 'Noor Haddad')
  await submit(page)
  await expect(seat(page, 'IC')).toContainText('deputy Noor Haddad')
  await colleague.assign('tech', 'Mei')
  const warnings = page.getByRole('list', { name: 'Warnings' })
  await expect(warnings).toContainText('The IC is also fixing: Mei is Tech lead too.')
  await expect(seat(page, 'IC')).toContainText('also fixing')
  for (const [role, name] of [
    ['comms', 'Lin'],
    ['scribe', 'Kim'],
  ] as const)
    await colleague.assign(role, name)
  await expect(pane(page)).not.toContainText('nfilled')
  await press(page, 'a')
  await expect(desk(page).getByRole('heading', { level: 3, name: 'Tech lead' })).toBeVisible()
  await typeInto(desk(page).getByRole('combobox', { name: 'Name' }), 'Jonas Lindqvist')
  await submit(page)
  await expect(warnings).toBeHidden()
  await colleague.assign('ic', 'Ada')
  await press(page, '3', 'Enter')
  await expect(card(page).getByRole('checkbox', { name: /Say that you command/ })).not.toBeChecked()
})

test('[RO2][RO5][RO13] a sub-team and a role are one line each, with a preview; eight reports are too many', async ({
  cockpit,
  house,
}) => {
  const page = await opened(cockpit)
  const colleague = await house.join('Grace')
  for (const [role, name] of [
    ['ic', 'Ada'],
    ['tech', 'Jonas'],
    ['comms', 'Lin'],
    ['scribe', 'Kim'],
  ] as const)
    await colleague.assign(role, name)
  const add = page.getByRole('dialog', { name: 'Add a sub-team or a role' })
  const line = add.getByRole('textbox', { name: 'Sub-team or role' })
  for (const name of ['Network', 'Cache', 'Queue', 'Mail', 'Search']) {
    await press(page, 'A')
    await typeInto(line, `${name}: Lead of ${name}, Helper of ${name}`)
    await expect(add).toContainText(`Lead of ${name} leads`)
    await submit(page)
  }
  const warnings = page.getByRole('list', { name: 'Warnings' })
  await expect(warnings).toContainText('8 people report to Ada: more than 7.')
  await press(page, 'A')
  await typeInto(line, 'Network: Lead of Network, Lead of Cache')
  await expect(add).toContainText('Changes the sub-team')
  await press(page, 'Enter')
  await expect(add.getByRole('alert')).toContainText('Lead of Cache leads Cache: choose another lead there first.')
  await press(page, 'Escape')
  await expect(pane(page).getByRole('alert')).toBeHidden()
  // What was typed before Esc is offered again: this is written over it.
  await press(page, 'A')
  await expect(line).toHaveValue('Network: Lead of Network, Lead of Cache')
  await press(page, 'Control+a')
  await typeInto(line, 'Network: Lead of Network, Kim, Helper of Cache')
  await submit(page)
  await expect(warnings).toBeHidden()
  await expect(log(page)).toContainText(
    'Sub-team Network: Lead of Network leads; Kim, Helper of Cache joined; Helper of Network left',
  )
  await press(page, 'A')
  await typeInto(line, 'DB Database specialist: Find the slow query; Say what a kill would break +fixes')
  await expect(add).toContainText('makes changes to the system')
  await submit(page)
  await press(page, 'a')
  await expect(desk(page).getByRole('heading', { level: 3, name: 'Database specialist' })).toBeVisible()
  await typeInto(desk(page).getByRole('combobox', { name: 'Name' }), 'Mei Tanaka')
  await submit(page)
  await expect(seat(page, 'DB')).toContainText('Mei Tanaka')
})

test('[RO9] the roll call goes by one key a person; who is not heard is not present', async ({ cockpit, house }) => {
  const page = await opened(cockpit)
  const colleague = await house.join('Grace')
  for (const [role, name] of [
    ['ic', 'Ada'],
    ['tech', 'Jonas'],
    ['comms', 'Lin'],
  ] as const)
    await colleague.assign(role, name)
  await expect(seat(page, 'CL')).toContainText('Lin')
  await press(page, 'Q')
  const call = page.getByRole('dialog', { name: 'Roll call' })
  await expect(call.getByRole('button', { name: 'Ada, Incident commander: present' })).toBeFocused()
  await press(page, 'p')
  await expect(call.getByRole('button', { name: 'Jonas, Tech lead: present' })).toBeFocused()
  await press(page, 'a')
  await expect(call).toContainText('Roll call: 1 of 3 present; missing: Jonas (absent), Lin (not heard)')
  await submit(page)
  await expect(log(page)).toContainText('Roll call: 1 of 3 present; missing: Jonas (absent), Lin (not heard)')
  await expect(seat(page, 'TL')).toContainText('absent')
  await expect(seat(page, 'CL')).toContainText('not heard')
  await press(page, 'Q', 'p', 'Escape')
  await expect(log(page).getByRole('article').filter({ hasText: 'Roll call' })).toHaveCount(1)
})

for (const { name, viewport, tag } of axeScreens) {
  test(`each dialog of the roles is accessible at ${name}`, { tag }, async ({ cockpit: page, house }) => {
    await resize(page, viewport)
    await declare(page, 'Payments fail')
    const colleague = await house.join('Grace')
    for (const role of ['ic', 'tech'] as const) await colleague.assign(role, 'Ada')
    await press(page, 'a')
    await expect(desk(page).getByRole('option').first()).toBeVisible()
    await page.keyboard.type('sc- ')
    await press(page, 'Escape', 'A')
    await page.keyboard.type('DB Database: Find it; Kill it')
    await expectAccessible(page, 'add a role')
    await submit(page)
    await press(page, 'A')
    await page.keyboard.type('Database: Jonas, Mei')
    await expectAccessible(page, 'add a sub-team')
    await submit(page)
    await press(page, '3', 'Enter')
    await expect(card(page)).toBeVisible()
    await expectAccessible(page, 'card')
    await press(page, 'Escape', 'Q')
    await expect(page.getByRole('dialog', { name: 'Roll call' })).toBeVisible()
    await press(page, 'p')
    await expectAccessible(page, 'roll call')
    await submit(page)
    await expectAccessible(page, 'cockpit with warnings, sub-team and roll call')
  })
}
