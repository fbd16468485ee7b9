import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { guardHttp } from '../../../src/main/engine/http/guard'
import type { OutgoingRequest, OutgoingUpdate, RequestDelivery } from '../../../src/main/engine/outbox/types'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { markedChannelName } from '../../../src/shared/domain/channel-name'
import { type ConnectionId, newId, type OutboxItemId, type UpdateId } from '../../../src/shared/domain/ids'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import { HOUR } from '../../../src/shared/lib/time'
import { type Playing, play, START } from './playing'

/** Everything that people do to the outside, by the product's own clients against a drill's stand-ins. */

const never = new AbortController().signal
const pagerduty = 'drill-pagerduty' as ConnectionId
const slack = 'drill-slack' as ConnectionId
const statuspage = 'drill-statuspage' as ConnectionId
const page = { id: 'Q0PAYERR01', name: 'error rate' }
const room = { id: 'C0WARROOM1', name: 'inc-payments' }
let playing: Playing

beforeEach(async () => {
  playing = await play()
  playing.goTo(8)
})
afterEach(() => playing.stop())

function account(id: string) {
  const { connections, secrets, origins } = playing.drill
  const connection = connections.find(one => one.id === id)
  if (!connection) throw new Error(`no connection ${id}`)
  return openAccount(connection, secrets.read(connection.id), guardHttp(createHttpClient({}), origins))
}

function delivery(id: string): RequestDelivery {
  const { acts } = account(id)
  if (acts === undefined) throw new Error(`${id} takes no acts`)
  return acts
}

function outgoing(what: VendorRequest): OutgoingRequest {
  const act = newId<OutboxItemId>()
  const marked = what.kind === 'chat-open' ? { ...what, name: markedChannelName(what.name, act) } : what
  return { incident: newId(), item: act, what: marked, now: Date.now() }
}

/** Not there, sent, there: also after the drill was started anew. */
async function isDoneAndFound(what: VendorRequest) {
  const act = outgoing(what)
  expect(await delivery(what.connection).verify(act, never)).toEqual({ found: 'absent' })
  const sent = await delivery(what.connection).send(act, never)
  expect(sent).toMatchObject({ outcome: 'delivered' })
  await playing.restart()
  expect(await delivery(what.connection).verify(act, never)).toMatchObject({ found: 'delivered' })
  return sent.outcome === 'delivered' ? sent.delivered.externalId : ''
}

const acts: readonly VendorRequest[] = [
  { kind: 'page-acknowledge', connection: pagerduty, page },
  { kind: 'page-resolve', connection: pagerduty, page, resolution: 'Rolled back' },
  { kind: 'page-reassign', connection: pagerduty, page, to: { id: 'PUNADIA', name: 'Nadia', type: 'user' } },
  { kind: 'page-reassign', connection: pagerduty, page, to: { id: 'EPCHECK1', name: 'checkout', type: 'policy' } },
  { kind: 'page-escalate', connection: pagerduty, page, level: 2 },
  { kind: 'page-add-responders', connection: pagerduty, page, users: [{ id: 'PUJONAS', name: 'J' }], message: 'Help' },
  { kind: 'page-note', connection: pagerduty, page, text: 'Looking at the pool' },
  {
    kind: 'page-create',
    connection: pagerduty,
    service: { id: 'PPAYDB1', name: 'payments-db' },
    title: 'Pool is full',
    urgency: 'high',
    details: 'All busy',
  },
  {
    ...{ kind: 'page-create', connection: pagerduty, service: { id: 'PPAYDB1', name: 'payments-db' }, title: 'Full' },
    ...{ urgency: 'low', details: '', policy: { id: 'EPCHECK1', name: 'checkout: on call' } },
  },
  { kind: 'annotation', connection: 'drill-grafana' as ConnectionId, text: 'Decision: roll back', at: START },
  { kind: 'chat-open', connection: slack, name: 'inc-2026-11-20', private: true },
  { kind: 'chat-topic', connection: slack, channel: room, topic: 'SEV-1 · <payments> & checkout' },
  { kind: 'chat-post', connection: slack, channel: room, text: 'Who has <the> pool?' },
  {
    kind: 'components-set',
    connection: statuspage,
    components: [
      { id: 'cmpcheckout1', name: 'Checkout', status: 'partial_outage' },
      { id: 'cmpcards0001', name: 'Cards', status: 'degraded_performance' },
    ],
  },
  {
    kind: 'maintenance-schedule',
    connection: statuspage,
    title: 'New pool',
    body: 'We replace the pool.',
    from: START + HOUR,
    until: START + 2 * HOUR,
    components: [{ id: 'cmpcheckout1', name: 'Checkout' }],
    notify: true,
  },
]

describe('outward acts in a drill', () => {
  it.each(acts.map(what => [what.kind, what] as const))('[DA1] %s is done, and found again', async (_kind, what) => {
    await isDoneAndFound(what)
  })

  it('[DA2] a status update is found in the log of its page; not finding it is no proof', async () => {
    const act = outgoing({ kind: 'page-status-update', connection: pagerduty, page, message: 'Half way' })
    expect(await delivery(pagerduty).verify(act, never)).toMatchObject({ found: 'unknown' })
    expect(await delivery(pagerduty).send(act, never)).toMatchObject({ outcome: 'delivered' })
    expect(await delivery(pagerduty).verify(act, never)).toMatchObject({ found: 'delivered' })
  })

  it('[DA3] a message is pinned once, however often it is asked', async () => {
    const post = outgoing({ kind: 'chat-post', connection: slack, channel: room, text: 'Read this' })
    const sent = await delivery(slack).send(post, never)
    const message = sent.outcome === 'delivered' ? sent.delivered.externalId : ''
    const pin = outgoing({ kind: 'chat-pin', connection: slack, channel: room, message })
    expect(await delivery(slack).verify(pin, never)).toEqual({ found: 'absent' })
    for (const _ of [1, 2]) expect(await delivery(slack).send(pin, never)).toMatchObject({ outcome: 'delivered' })
    expect(await delivery(slack).verify(pin, never)).toMatchObject({ found: 'delivered' })
  })

  it('[DA4] [CN1] a channel of ours is opened once; one that others made is never taken by its name', async () => {
    const open = outgoing({ kind: 'chat-open', connection: slack, name: room.name, private: false })
    const [first, second] = [await delivery(slack).send(open, never), await delivery(slack).send(open, never)]
    expect(first).toMatchObject({ outcome: 'delivered' })
    expect(first.outcome === 'delivered' && first.delivered.externalId).not.toBe(room.id)
    expect(second).toEqual(first)
    // As it was asked for before names had a mark.
    const unmarked = {
      ...open,
      what: { kind: 'chat-open', connection: slack, name: room.name, private: false } as const,
    }
    const sent = await delivery(slack).send(unmarked, never)
    expect(sent).toMatchObject({ outcome: 'refused', again: false })
    expect(JSON.stringify(sent)).toContain('Choose another name')
    expect(await delivery(slack).verify(unmarked, never)).toMatchObject({ found: 'unknown', forGood: true })
  })

  it('[DA5] a second page of the same act is the first one', async () => {
    const act = outgoing(acts.find(what => what.kind === 'page-create') ?? (undefined as never))
    const [first, second] = [await delivery(pagerduty).send(act, never), await delivery(pagerduty).send(act, never)]
    expect(first).toMatchObject({ outcome: 'delivered' })
    expect(second).toEqual(first)
  })

  it('[DA6] a late acknowledge does not open what is resolved', async () => {
    playing.goTo(20.5)
    const late = outgoing({ kind: 'page-acknowledge', connection: pagerduty, page })
    expect(await delivery(pagerduty).send(late, never)).toMatchObject({ outcome: 'refused', again: false })
    const { body } = await playing.call(pagerduty, 'GET', `/incidents/${page.id}`)
    expect(body.incident.status).toBe('resolved')
  })

  async function publishedUpdate(body: string, id: string | null = null) {
    const channel = account(statuspage).channels[0]
    if (!channel) throw new Error('no channel')
    const sent = await account(statuspage).updates?.send(
      {
        ...{ incident: newId(), update: newId(), externalId: id },
        content: {
          ...{ stage: 'progress', channel, title: 'Payments fail', body, status: 'identified' },
          ...{ components: {}, notify: true, nextUpdateAt: null },
        },
      },
      never,
    )
    return sent?.outcome === 'delivered' ? sent.delivered.externalId : ''
  }

  it('[PE1] an update that is out is edited where it stands, once, mails nobody, and is found by its words', async () => {
    const id = await publishedUpdate('One in four fails.')
    await publishedUpdate('We found it.', id)
    const what = {
      ...({ kind: 'update-edit', connection: statuspage, update: newId<UpdateId>(), published: Date.now() } as const),
      ...{ publicIncident: { id, name: 'Payments fail' }, why: 'a wrong figure' },
      ...{ before: 'One in four fails.', body: 'One in five fails.', displayedAt: START - HOUR },
    }
    await isDoneAndFound(what)
    // The answer was lost, and it is sent again.
    expect(await delivery(statuspage).send(outgoing(what), never)).toMatchObject({ outcome: 'delivered' })
    const { body } = await playing.call(
      statuspage,
      'GET',
      `/v1/pages/${account(statuspage).channels[0]?.target}/incidents/${id}`,
    )
    expect(body.incident_updates).toMatchObject([
      { body: 'We found it.' },
      { body: 'One in five fails.', display_at: new Date(START - HOUR).toISOString(), status: 'identified' },
    ])
  })

  it('[PE1] an update that somebody changed on the page is left as it is there', async () => {
    const id = await publishedUpdate('One in four fails.')
    const what = {
      ...({ kind: 'update-edit', connection: statuspage, update: newId<UpdateId>(), published: Date.now() } as const),
      ...{ publicIncident: { id, name: 'Payments fail' }, why: 'a wrong figure' },
      ...{ before: 'Half of them fail.', body: 'One in five fails.' },
    }
    const act = outgoing(what)
    expect(await delivery(statuspage).send(act, never)).toMatchObject({
      ...{ outcome: 'refused', again: false },
      fault: { code: 'public-update-changed' },
    })
    expect(await delivery(statuspage).verify(act, never)).toEqual({ found: 'absent' })
    const { body } = await playing.call(
      statuspage,
      'GET',
      `/v1/pages/${account(statuspage).channels[0]?.target}/incidents/${id}`,
    )
    expect(body.incident_updates).toMatchObject([{ body: 'One in four fails.' }])
  })

  async function postedMessage(body: string) {
    const channel = account(slack).channels[0]
    if (!channel) throw new Error('no channel')
    const content = {
      ...({ stage: 'progress', channel, title: 'Payments fail', body, status: 'identified' } as const),
      ...{ components: {}, notify: false, nextUpdateAt: null },
    }
    const update = newId<UpdateId>()
    const sent = await account(slack).updates?.send({ incident: newId(), update, externalId: null, content }, never)
    return { update, channel: channel.target, ts: sent?.outcome === 'delivered' ? sent.delivered.externalId : '' }
  }

  const rewording = (update: UpdateId, ts: string) =>
    ({
      ...({ kind: 'update-edit', connection: slack, update, published: Date.now(), why: 'a wrong figure' } as const),
      ...{
        publicIncident: { id: ts, name: 'Payments fail' },
        before: 'One in four fails.',
        body: 'One in five fails.',
      },
    }) as const

  it('[PE7] a message in Slack is written anew where it stands, once, as plain characters, and is found by its mark', async () => {
    const { update, channel, ts } = await postedMessage('One in four fails.')
    const text = 'Payments fail\nIdentified\n*One* in five fails. <!channel> & @here'
    const act = { ...outgoing(rewording(update, ts)), text }
    expect(await delivery(slack).verify(act, never)).toEqual({ found: 'absent' })
    expect(await delivery(slack).send(act, never)).toEqual({
      ...{ outcome: 'delivered', delivered: { externalId: ts, url: null } },
    })
    await playing.restart()
    expect(await delivery(slack).verify(act, never)).toMatchObject({ found: 'delivered' })
    expect(await delivery(slack).send(act, never)).toMatchObject({ outcome: 'delivered' })
    const { body } = await playing.call(slack, 'GET', `/api/conversations.history?channel=${channel}`)
    expect(body.messages).toMatchObject([
      {
        ...{ ts, text: 'Payments fail\nIdentified\n*One* in five fails. &lt;!channel&gt; &amp; @here' },
        blocks: [{ type: 'rich_text', elements: [{ elements: [{ type: 'text', text }] }] }],
      },
    ])
    // It is still the same update of ours.
    const known = { externalId: ts, alike: 0 }
    const content = { channel: account(slack).channels[0] } as never
    const same = { incident: newId(), update, externalId: ts, content } as OutgoingUpdate
    expect(await account(slack).updates?.findCopies(same, known, never)).toEqual({
      ...{ look: 'seen', copies: [{ externalId: ts, url: null }] },
    })
  })

  it('[PE7] a message of somebody else, or one that is gone, is not edited, and that is named', async () => {
    const { update, channel } = await postedMessage('One in four fails.')
    playing.goTo(10)
    const { body } = await playing.call(slack, 'GET', '/api/conversations.history?channel=C0WARROOM1')
    expect(body.messages.length).toBeGreaterThan(0)
    const gone = { ...outgoing(rewording(update, '1512085950.000216')), text: 'Payments fail' }
    const sent = await delivery(slack).send(gone, never)
    expect(sent).toMatchObject({ outcome: 'refused', again: false })
    expect(sent.outcome === 'refused' && sent.fault.message).toMatch(/message_not_found.*No such message/)
    expect(await delivery(slack).verify(gone, never)).toEqual({ found: 'absent' })
    const theirs = { channel: 'C0WARROOM1', ts: body.messages[0].ts, text: 'Ours now' }
    const answer = await playing.call(slack, 'POST', '/api/chat.update', { json: theirs })
    expect(answer.body).toEqual({ ok: false, error: 'cant_update_message' })
    expect(channel).not.toBe('C0WARROOM1')
  })

  it('[DA7] a postmortem is drafted and published, and found by its text', async () => {
    const channel = account(statuspage).channels[0]
    if (!channel) throw new Error('no channel')
    const update: OutgoingUpdate = {
      ...{ incident: newId(), update: newId(), externalId: null },
      content: {
        ...{ stage: 'resolution', channel, title: 'Payments fail', body: 'Over.', status: 'resolved' },
        ...{ components: {}, notify: false, nextUpdateAt: null },
      },
    }
    const sent = await account(statuspage).updates?.send(update, never)
    const id = sent?.outcome === 'delivered' ? sent.delivered.externalId : ''
    const what = { kind: 'postmortem-publish', connection: statuspage, body: 'What went wrong:\n\nthe pool' } as const
    const act = outgoing({ ...what, publicIncident: { id, name: 'Payments fail' }, notify: false })
    expect(await delivery(statuspage).send(act, never)).toMatchObject({ outcome: 'delivered' })
    expect(await delivery(statuspage).verify(act, never)).toMatchObject({ found: 'delivered' })
    expect(await delivery(statuspage).verify({ ...act, what: { ...act.what, body: 'Other' } as never }, never)).toEqual(
      {
        found: 'absent',
      },
    )
  })

  it('[SP27] a figure’s point is there once with its own time, and one that got lost cannot be looked up', async () => {
    const read = await account(statuspage).metrics?.(never)
    expect(read).toMatchObject({ ok: true, value: [{ unit: 'ms' }, { unit: '%' }] })
    const metric = { id: 'mtrc00000001', name: 'Checkout response time' }
    const at = Date.UTC(2026, 10, 21, 10, 0, 0, 500)
    const act = outgoing({ kind: 'metric-point', connection: statuspage, metric, at, value: 412.5 })
    expect(await delivery(statuspage).send(act, never)).toMatchObject({
      outcome: 'delivered',
      delivered: { externalId: `mtrc00000001:${Math.floor(at / 1_000)}` },
    })
    expect(await delivery(statuspage).verify(act, never)).toMatchObject({ found: 'unknown', forGood: true })
    const other = outgoing({ ...act.what, metric: { id: 'gone', name: 'Gone' } } as never)
    expect(await delivery(statuspage).send(other, never)).toMatchObject({ outcome: 'refused' })
  })
})
