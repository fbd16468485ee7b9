import { expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { startRecordOutbox } from '../../../src/main/engine/outbox/record-outbox'
import { openItems, readQueuedItem } from '../../../src/main/engine/storage/queued-items'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import type { Connection } from '../../../src/shared/contract/connections'
import {
  type ConnectionId,
  newId,
  type OutboxItemId,
  type RequestId,
  type UpdateId,
} from '../../../src/shared/domain/ids'
import type { Channel, UpdateContent } from '../../../src/shared/domain/update'
import { updatePublished } from '../../../src/shared/events/update-published'
import { commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { sendJson } from '../../support/open-loopback'
import { startLoopback } from '../http/loopback'

const TS = '1512085950.000216'
const room: Channel = { vendor: 'slack', connection: 'slack' as ConnectionId, target: 'C1', label: '#incidents' }
const content: UpdateContent = {
  ...{ stage: 'progress', channel: room, title: 'Payments & cards', body: 'One in four fails.', status: 'identified' },
  ...{ components: {}, notify: false, nextUpdateAt: null },
}

/** A channel with our one message, whose first edit is `taken` and then answered with `first`. */
async function slackThat(first: 'dies' | string, taken: boolean) {
  let message: object = { ts: TS, text: 'as posted' }
  const edits: { readonly text: string }[] = []
  const { origin } = await startLoopback((seen, response) => {
    if (!seen.url.pathname.endsWith('chat.update')) return sendJson(response, { ok: true, messages: [message] })
    const sent = JSON.parse(seen.body)
    edits.push(sent)
    const isFirst = edits.length === 1
    if (!isFirst || taken) message = sent
    if (isFirst && first === 'dies') return response.destroy()
    return sendJson(response, isFirst ? { ok: false, error: first } : { ok: true, channel: 'C1', ts: TS })
  })
  return { origin, edits }
}

/** Asks for other words for a message that is out, and lets the engine's own outbox send them. */
async function edited({ origin }: { readonly origin: string }, channel = room) {
  const bench = commandBench(scratchFolder(), {
    act: id => readQueuedItem(bench.store.db, id),
    statusPages: () => [],
  })
  const { clock, ledger, incident } = bench
  const connection: Connection = {
    id: room.connection,
    vendor: 'slack',
    name: '#incidents',
    baseUrl: origin,
    channel: 'C1',
  }
  const account = openAccount(connection, 'xoxb-token', createHttpClient({ timeout: 30_000 }))
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: 'Cards fail' })
  const [update, act] = [newId<UpdateId>(), newId<OutboxItemId>()]
  const said = { ...content, channel }
  bench.run('comms:draft', { update, content: said })
  const out = { update, content: said, audience: 'colleagues', externalId: TS, url: null } as const
  const published = updatePublished.draft(out, clock.now(), { kind: 'vendor', name: '#incidents' })
  ledger.commit(incident, newId<RequestId>(), { events: [published] }, clock.now())
  const what = {
    ...({ kind: 'update-edit', connection: room.connection, update, published: clock.now(), why: 'a figure' } as const),
    ...{ publicIncident: { id: TS, name: said.title }, before: said.body, body: 'One in *five* fails.' },
  }
  const ask = (more: object = {}) => bench.run('comms:edit', { act, what: { ...what, ...more } })
  const readings = { account: () => account, annotators: () => [], requestDelivered: () => undefined }
  const outbox = startRecordOutbox({ store: bench.store, ledger, accounts: readings, clock, logger: keptLogger() })
  const known = () => ledger.record(incident)?.incident
  const standing = () => known()?.acts.find(({ id }) => id === act)?.standing
  return {
    ask,
    outbox,
    clock,
    standing,
    line: () => ledger.record(incident)?.timeline().at(-1),
    said: () => known()?.updates[0]?.content.body,
    waiting: () => openItems(bench.store.db),
  }
}

it('[PE7] an edit of a message whose answer was lost is looked up, found, and not made again', async () => {
  const slack = await slackThat('dies', true)
  const { ask, outbox, clock, standing, said, line } = await edited(slack)
  expect(ask()).toMatchObject({ ok: true })
  outbox.wake()
  clock.advance(1)
  await expect.poll(() => standing()?.state).toBe('unknown')
  expect(said()).toBe('One in four fails.')
  clock.advance(4_000)
  await expect.poll(() => standing()?.state).toBe('done')
  expect(said()).toBe('One in *five* fails.')
  expect(line()).toMatchObject({ by: { kind: 'vendor', name: 'Slack' } })
  // The whole message as the channel shows it, with its title and status.
  expect(slack.edits.map(({ text }) => text)).toEqual(['Payments &amp; cards\nIdentified\nOne in *five* fails.'])
  await outbox.stop()
})

it('[PE7] an edit that did not arrive is made once more', async () => {
  const slack = await slackThat('dies', false)
  const { ask, outbox, clock, standing } = await edited(slack)
  expect(ask()).toMatchObject({ ok: true })
  outbox.wake()
  clock.advance(1)
  await expect.poll(() => standing()?.state).toBe('unknown')
  await expect
    .poll(() => {
      clock.advance(4_000)
      return standing()?.state
    })
    .toBe('done')
  expect(slack.edits).toHaveLength(2)
  await outbox.stop()
})

it.each([
  ['cant_update_message', /cant_update_message.*Only the app that posted a message may edit it: publish a correction/],
  ['edit_window_closed', /edit_window_closed.*allows no edit of a message this old: publish a correction/],
  ['message_not_found', /message_not_found.*No such message/],
])('[PE7] Slack’s %s is a failure that says what to do, and leaves the record as it is', async (error, words) => {
  const slack = await slackThat(error, false)
  const { ask, outbox, clock, standing, said } = await edited(slack)
  expect(ask()).toMatchObject({ ok: true })
  outbox.wake()
  clock.advance(1)
  await expect.poll(() => standing()?.state).toBe('failed')
  expect(JSON.stringify(standing())).toMatch(words)
  expect(said()).toBe('One in four fails.')
  expect(slack.edits).toHaveLength(1)
  await outbox.stop()
})

it('[PE7] no time is displayed with a message, and where nothing can be edited nothing is asked for', async () => {
  const slack = await slackThat('dies', false)
  const { ask, waiting, clock, outbox } = await edited(slack)
  expect(ask({ displayedAt: clock.now() - 1 })).toMatchObject({ ok: false, fault: { code: 'edit-time-not-shown' } })
  const teams = await edited(slack, { ...room, vendor: 'teams', target: 'teams' })
  expect(teams.ask()).toMatchObject({ ok: false, fault: { code: 'update-not-editable' } })
  expect([waiting(), teams.waiting(), slack.edits]).toEqual([[], [], []])
  await Promise.all([outbox.stop(), teams.outbox.stop()])
})
