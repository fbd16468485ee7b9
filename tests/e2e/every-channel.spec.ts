import { expect, type Page } from '@playwright/test'
import { tokenVariable } from '../../src/main/hosts/web/secrets'
import type { ConnectionId } from '../../src/shared/domain/ids'
import { type ChannelStandIn, openChannelStandIn, type Place, places } from '../support/channel-standins'
import { test as base, type House } from './fixtures'
import { declare } from './incident'
import { press, reach, submit, typeInto, withoutPointer } from './keyboard'

type StandIns = ReadonlyMap<Place, ChannelStandIn>

/** A cockpit that can send to one channel of every kind; a SEV-2 needs the approval of its commander. */
const test = base.extend<{ standIns: StandIns }>({
  standIns: async ({ browserName: _ }, use) => {
    const standIns = new Map<Place, ChannelStandIn>()
    for (const place of places) standIns.set(place, await openChannelStandIn(place, 'works'))
    await use(standIns)
    for (const { stop } of standIns.values()) await stop()
  },
  settings: async ({ standIns }, use) => {
    const connections = [...standIns.values()].map(({ connection }) => connection)
    await use({ connections, cancelWindow: 0, approvalFor: ['SEV-1', 'SEV-2'] })
  },
  environment: async ({ standIns }, use) => {
    const secrets = [...standIns.values()].map(({ connection, secret }) => [tokenVariable(connection.id), secret])
    const key = tokenVariable('webhook:key' as ConnectionId)
    await use({ ...Object.fromEntries(secrets), [key]: 'a-key-for-signing' })
  },
})

const composer = (page: Page) => page.getByRole('dialog', { name: 'Update for customers' })
const updates = (page: Page) => page.getByRole('list', { name: 'Updates', exact: true })
const counted = (page: Page, state: string) => updates(page).getByText(state, { exact: true })

async function nameIs(page: Page, name: string): Promise<void> {
  await press(page, 'm')
  await typeInto(page.getByRole('textbox', { name: 'Name' }), name)
  await submit(page)
}

/** Writes a first notice to all five: from its template, over its slots, until the check has nothing more to say. */
async function write(page: Page): Promise<void> {
  const dialog = composer(page)
  await press(page, 'u')
  await expect(dialog.getByRole('combobox', { name: 'Template' })).toHaveValue('First notice')
  const body = dialog.getByRole('textbox', { name: 'What customers read' })
  await expect(body).toHaveValue(/⟦product or service⟧/)
  await typeInto(dialog.getByRole('textbox', { name: 'Product or service' }), 'Payments & cards')
  await reach(dialog.getByRole('textbox', { name: 'What customers notice' }))
  await page.keyboard.type('One in four card payments has failed since the failover')
  await reach(dialog.getByRole('textbox', { name: 'What we are doing' }))
  await page.keyboard.type('We are moving payments to another data centre')
  await expect(body).not.toHaveValue(/⟦/)
  // The check selects what it found; the better word takes its place.
  const found = dialog.getByRole('region', { name: 'Check of the text' })
  await reach(found.getByRole('button', { name: /failover/ }))
  await press(page, 'Enter')
  await expect(body).toBeFocused()
  await page.keyboard.type('switch of data centres')
  await expect(found.getByRole('button', { name: /failover/ })).toHaveCount(0)
  for (const name of [/Slack/, /Teams/, /e-mail/, /webhook/]) {
    await reach(dialog.getByRole('checkbox', { name }))
    await press(page, 'Space')
  }
}

/** Other words for one channel, with what that channel would act on. */
async function rewordForSlack(page: Page): Promise<void> {
  const dialog = composer(page)
  await reach(dialog.getByRole('button', { name: 'Edit' }).first())
  await press(page, 'Enter')
  const own = dialog.getByRole('textbox', { name: 'Text for #incidents' })
  await reach(own)
  await press(page, 'Control+End')
  await page.keyboard.type(' <!channel> & *all* of you: ask in <#C1>.')
}

/** Mia writes; Ada, in command, sits at another browser. */
async function twoPeople(page: Page, house: House): Promise<Page> {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await nameIs(page, 'Mia Chen')
  const ada = await withoutPointer(await house.openElsewhere())
  await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  await nameIs(ada, 'Ada Park')
  const colleague = await house.join('Ada Park')
  await colleague.assign('ic', 'Ada Park')
  return ada
}

/** What a person reads of each channel, from top to bottom, before they publish or approve it. */
async function read(page: Page, dialog: string): Promise<readonly (readonly string[])[]> {
  const texts = page.getByRole('dialog', { name: dialog }).locator('blockquote')
  await expect(texts).toHaveCount(places.length)
  return await texts.evaluateAll(all => all.map(one => [...one.children].map(part => part.textContent ?? '')))
}

/** [AP11] On a small screen too, without a scroll. */
async function answersInSight(page: Page): Promise<void> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 1280, height: 800 })
  const dialog = page.getByRole('dialog', { name: 'Approve a customer update' })
  for (const name of [/^Approve/, /^Send back/]) {
    await expect(dialog.getByRole('button', { name })).toBeInViewport({ ratio: 1 })
  }
  if (size !== null) await page.setViewportSize(size)
}

/** To the last review, the request, the approval in the other window, and out. */
async function approveAndPublish(page: Page, ada: Page): Promise<readonly (readonly string[])[]> {
  const approval = composer(page).getByRole('region', { name: 'Approval' })
  await press(page, 'Control+Enter')
  await expect(approval).toContainText('In a SEV-2 these approve: Ada Park')
  const written = await read(page, 'Update for customers')
  await press(page, 'a')
  await expect(approval).toContainText('Mia Chen requested approval')
  await expect(ada.getByRole('complementary', { name: 'Waits for your approval' })).toContainText('Mia Chen asks')
  await press(ada, 'Shift+Y')
  // Who approves reads each channel's words, and the same as their writer.
  expect(await read(ada, 'Approve a customer update')).toEqual(written)
  await answersInSight(ada)
  await press(ada, 'y')
  await expect(approval).toContainText('Approved by Ada Park')
  await submit(page)
  return written
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Quoted-printable, as mail servers pass it on. */
const unfolded = (mail: string) =>
  mail.replaceAll('=\r\n', '').replace(/=([\dA-F]{2})/g, (_, byte) => String.fromCharCode(Number.parseInt(byte, 16)))

/** Compares the bytes that came to a vendor with the parts that people read. */
const arrived: Readonly<Record<Place, (message: string, parts: readonly string[]) => void>> = {
  statuspage(message, [title, body]) {
    expect(JSON.parse(message).incident).toMatchObject({ name: title, body, status: 'investigating' })
  },
  slack(message, parts) {
    const { text, ...post } = JSON.parse(message)
    expect(text).toBe(escaped(parts.join('\n')))
    expect(post).toMatchObject({ channel: 'C1', mrkdwn: false, link_names: false })
  },
  teams(message, parts) {
    const blocks: readonly { inlines: readonly { text: string }[] }[] = JSON.parse(message).attachments[0].content.body
    const lines = parts.flatMap(part => part.split('\n')).filter(line => line !== '')
    expect(blocks.map(({ inlines }) => inlines.map(({ text }) => text).join(''))).toEqual(lines)
  },
  email(message, parts) {
    const mail = unfolded(message)
    expect(mail).toContain(`\r\nSubject: ${parts[0]}\r\n`)
    expect(mail).toContain(`\r\n\r\n${parts.join('\n\n').replaceAll('\n', '\r\n')}\r\n`)
    expect(mail).toContain(`<h1 dir="auto">${escaped(parts[0] ?? '')}</h1>`)
  },
  webhook(message, [title, , body]) {
    expect(JSON.parse(message)).toMatchObject({ type: 'update', update: { title, body, status: 'investigating' } })
  },
}

/** How many messages each has. */
function counts(standIns: StandIns): Readonly<Record<string, number>> {
  return Object.fromEntries([...standIns].map(([place, { taken }]) => [place, taken().length]))
}

const once = Object.fromEntries(places.map(place => [place, 1]))

test('[UP10] [TA1] [AP8] from a template to five channels: checked, reworded for one, approved in another window, and in each exactly once what was read', async ({
  standIns,
  cockpit: page,
  house,
}) => {
  const ada = await twoPeople(page, house)
  await write(page)
  await rewordForSlack(page)
  const written = await approveAndPublish(page, ada)
  await expect(counted(page, 'published')).toHaveCount(places.length)
  expect(counts(standIns)).toEqual(once)
  for (const [at, place] of places.entries()) {
    arrived[place](standIns.get(place)?.taken()[0] ?? '', written[at] ?? [])
  }
  expect(written[1]?.join()).toContain('<!channel> & *all* of you')
  expect(written.flat().filter(text => text.includes('<!channel>'))).toHaveLength(1)
})

test('[UP10] [WE3] one of five channels refuses and one dies: each says what became of it, and what is missing is sent by a person, once', async ({
  standIns,
  cockpit: page,
  house,
}) => {
  standIns.get('teams')?.turn('refuses')
  standIns.get('webhook')?.turn('dies')
  const ada = await twoPeople(page, house)
  await write(page)
  await approveAndPublish(page, ada)
  await expect(counted(page, 'published')).toHaveCount(3)
  const refused = updates(page).getByRole('listitem').filter({ hasText: 'Operations' })
  await expect(refused).toContainText('not published')
  await expect(refused).toContainText('Microsoft Teams takes no messages at this address')
  const unknown = page.getByRole('list', { name: 'Updates that need your decision' }).getByRole('listitem')
  await expect(unknown).toContainText('Order desk')
  expect(counts(standIns)).toEqual({ ...once, teams: 0 })

  standIns.get('teams')?.turn('works')
  standIns.get('webhook')?.turn('works')
  await unknown.getByRole('button', { name: 'Already published' }).focus()
  await press(page, 'Enter')
  await refused.getByRole('button', { name: 'Publish again' }).focus()
  await press(page, 'Enter')
  const again = page.getByRole('dialog', { name: 'Update for colleagues' })
  await expect(again).toBeVisible()
  await press(page, 'Control+Enter')
  await expect(again.getByRole('button', { name: /Publish to/ })).toBeFocused()
  await submit(page)
  await expect(counted(page, 'published')).toHaveCount(places.length)
  expect(counts(standIns)).toEqual(once)
})
