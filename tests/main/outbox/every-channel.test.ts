import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { startRecordOutbox } from '../../../src/main/engine/outbox/record-outbox'
import { readQueuedItem } from '../../../src/main/engine/storage/queued-items'
import type { VendorAccount } from '../../../src/main/engine/vendors/account'
import { openEmail } from '../../../src/main/engine/vendors/email/client'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { type ConnectionId, newId, type UpdateId } from '../../../src/shared/domain/ids'
import type { Channel, UpdateContent } from '../../../src/shared/domain/update'
import { type ChannelStandIn, openChannelStandIn, type Place, places, type Way } from '../../support/channel-standins'
import { commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'

const TITLE = 'Payments fail'
const BODY =
  'Some payments fail since 09:40 UTC.\n\nWe roll back. *No* <!channel>, & no @here. Next update within the hour.'

function accountOf({ connection, secret }: ChannelStandIn): VendorAccount {
  if (connection.vendor === 'email') {
    return openEmail(connection, secret, { timeout: 500, now: () => 0, refuses: () => null })
  }
  return openAccount(connection, secret, createHttpClient({ timeout: 500 }), 'key')
}

/** One message to all of them by the engine's own outbox, on a clock that is moved on until all is settled. */
async function publish(ways: Partial<Record<Place, Way>>) {
  const standIns = new Map<Place, ChannelStandIn>()
  for (const vendor of places) {
    const standIn = await openChannelStandIn(vendor, ways[vendor] ?? 'works')
    onTestFinished(standIn.stop)
    standIns.set(vendor, standIn)
  }
  const accounts = new Map([...standIns].map(([vendor, standIn]) => [vendor as string, accountOf(standIn)]))
  const channels = [...accounts.values()].flatMap(account => account.channels)
  const bench = commandBench(scratchFolder(), {
    ...{ cancelWindow: () => 0, channels: () => channels },
    act: id => readQueuedItem(bench.store.db, id),
  })
  bench.run('incident:declare', { title: TITLE, severity: 'SEV-2', impact: '' })
  const [first, ...also] = channels.map(channel => ({ update: newId<UpdateId>(), content: said(channel) }))
  if (first === undefined) throw new Error('There is a channel')
  expect(bench.run('comms:draft', { ...first, also })).toMatchObject({ ok: true })
  expect(bench.run('comms:publish', { update: first.update })).toMatchObject({ ok: true })
  const account = (id: ConnectionId) => accounts.get(id)
  const readings = { account, annotators: () => [], requestDelivered: () => undefined }
  const { store, clock, ledger } = bench
  const outbox = startRecordOutbox({ store, ledger, accounts: readings, clock, logger: keptLogger() })
  onTestFinished(() => outbox.stop())
  const updates = () => ledger.record(bench.incident)?.incident.updates ?? []
  const states = () => Object.fromEntries(updates().map(one => [one.content.channel.vendor, one.delivery.state]))
  const settled = (expected: Readonly<Record<string, string>>) =>
    vi.waitFor(() => {
      clock.advance(500)
      expect(states()).toEqual(expected)
    }, 60_000)
  const taken = (vendor: Place) => standIns.get(vendor)?.taken() ?? []
  const lines = () =>
    ledger
      .record(bench.incident)
      ?.timeline()
      .map(({ text }) => text) ?? []
  return { incident: bench.incident, update: (vendor: Place) => idOf(updates(), vendor), settled, taken, clock, lines }
}

function said(channel: Channel): UpdateContent {
  return {
    ...{ stage: 'progress', channel, title: TITLE, body: BODY, status: 'identified' },
    ...{ components: {}, notify: false, nextUpdateAt: null },
  }
}

function idOf(updates: readonly { readonly id: UpdateId; readonly content: UpdateContent }[], vendor: Place): string {
  return updates.find(({ content }) => content.channel.vendor === vendor)?.id ?? ''
}

const published = Object.fromEntries(places.map(vendor => [vendor, 'published']))
const plain = BODY.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

it('[UP10] [TA1] one message to five kinds of channels is in each exactly once, byte by byte what was written', async () => {
  const { incident, update, settled, taken, clock } = await publish({})
  await settled(published)
  // Long enough for whatever would be sent again by itself.
  for (let minute = 0; minute < 30; minute += 1) clock.advance(60_000)
  await settled(published)
  for (const vendor of places) expect([vendor, taken(vendor).length]).toEqual([vendor, 1])
  const [page] = taken('statuspage').map(body => JSON.parse(body).incident)
  expect(page).toMatchObject({ name: TITLE, body: BODY, status: 'identified', deliver_notifications: false })
  expect(page.metadata).toEqual({ quarterdeck: { incident, update: update('statuspage') } })
  const [post] = taken('slack').map(body => JSON.parse(body))
  expect(post).toMatchObject({ channel: 'C1', text: `${TITLE}\nIdentified\n${plain}`, mrkdwn: false })
  const [card] = taken('teams').map(body => JSON.parse(body).attachments[0].content.body)
  expect(card.map(({ inlines }: { inlines: readonly { text: string }[] }) => inlines[0]?.text)).toEqual([
    ...[
      TITLE,
      'Identified',
      'Some payments fail since 09:40 UTC.',
      'We roll back. *No* <!channel>, & no @here. Next update within the hour.',
    ],
  ])
  expect(taken('webhook')).toEqual([
    JSON.stringify({
      ...{ version: 1, id: update('webhook'), type: 'update', incident, readers: 'colleagues' },
      update: { stage: 'progress', status: 'identified', title: TITLE, body: BODY, nextUpdateAt: null },
    }),
  ])
  const [mail = ''] = taken('email')
  expect(mail).toContain(`Message-ID: <${update('email').replace(/[^\w.-]/g, '.')}.update@shop.example>\r\n`)
  expect(mail).toContain(`\r\n\r\n${TITLE}\r\n\r\nIdentified\r\n\r\n${BODY.replaceAll('\n', '\r\n')}\r\n`)
})

describe.each(places)('[UP10] [WE3] [EM5] one message to five kinds of channels, of which %s', vendor => {
  const canBeAsked = vendor === 'statuspage' || vendor === 'slack'
  it.each<readonly [Way, string, number]>([
    ['refuses', 'failed', 0],
    ['dies', canBeAsked ? 'published' : 'unknown', 1],
    ['is silent', canBeAsked ? 'published' : 'unknown', 1],
  ])('%s: is there %s and is with it %i times, and with all others once', async (way, state, count) => {
    const { settled, taken, clock } = await publish({ [vendor]: way })
    const expected = { ...published, [vendor]: state }
    await settled(expected)
    for (let minute = 0; minute < 30; minute += 1) clock.advance(60_000)
    await settled(expected)
    for (const other of places) expect([other, taken(other).length]).toEqual([other, other === vendor ? count : 1])
  })
})

it('[UP16] the lines of what is not out name the channel, and what it is reached by', async () => {
  const { settled, lines } = await publish({ statuspage: 'refuses', teams: 'refuses', email: 'dies' })
  await settled({ ...published, statuspage: 'failed', teams: 'failed', email: 'unknown' })
  expect(
    lines()
      .filter(line => /^(?:Not published|Unknown)/.test(line))
      .sort(),
  ).toEqual([
    'Not published to Acme Status: HTTP 403: Statuspage does not allow this token to do that: no',
    'Not published to Operations: HTTP 403: Microsoft Teams takes no messages at this address, or not with this key',
    expect.stringMatching(/^Unknown whether it is published to Support leads: /),
  ])
})
