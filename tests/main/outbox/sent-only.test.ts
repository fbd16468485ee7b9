import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { startRecordOutbox } from '../../../src/main/engine/outbox/record-outbox'
import { openItems, readQueuedItem } from '../../../src/main/engine/storage/queued-items'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import type { Connection } from '../../../src/shared/contract/connections'
import type { Vendor } from '../../../src/shared/contract/vendors'
import { type ConnectionId, newId, type UpdateId } from '../../../src/shared/domain/ids'
import type { Channel, UpdateContent } from '../../../src/shared/domain/update'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { startMailServer } from '../../support/mail-server'
import { startLoopback } from '../http/loopback'

const BODY = 'Some payments fail since 09:40 UTC. Next update within the hour.'

function said(channel: Channel): UpdateContent {
  return {
    ...{ stage: 'progress', channel, title: 'Payments fail', body: BODY, status: 'identified' },
    ...{ components: {}, notify: false, nextUpdateAt: null },
  }
}

interface Place {
  readonly vendor: Vendor
  readonly secret: string | null
  readonly more?: Partial<Connection>
}

/** The engine's own outbox, and one message to a channel of each of these. */
function publishTo(places: readonly Place[]) {
  const http = createHttpClient({ timeout: 2_000 })
  const accounts = new Map(
    places.map(({ vendor, secret, more }) => {
      const connection = { id: vendor as string as ConnectionId, vendor, name: vendor, baseUrl: 'https://a.invalid' }
      return [connection.id, openAccount({ ...connection, ...more }, secret, http, 'a signing key')] as const
    }),
  )
  const channels = [...accounts.values()].flatMap(account => account.channels)
  const bench: Bench = commandBench(scratchFolder(), {
    ...{ cancelWindow: () => 0, channels: () => channels },
    act: id => readQueuedItem(bench.store.db, id),
  })
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  const [first, ...also] = channels.map(channel => ({ update: newId<UpdateId>(), content: said(channel) }))
  if (first === undefined) throw new Error('There is a channel')
  expect(bench.run('comms:draft', { ...first, also })).toMatchObject({ ok: true })
  expect(bench.run('comms:publish', { update: first.update })).toMatchObject({ ok: true })
  const readings = {
    account: (id: ConnectionId) => accounts.get(id),
    ...{ annotators: () => [], requestDelivered: () => undefined },
  }
  const { store, clock, ledger } = bench
  const outbox = startRecordOutbox({ store, ledger, accounts: readings, clock, logger: keptLogger() })
  onTestFinished(() => outbox.stop())
  const updates = () => ledger.record(bench.incident)?.incident.updates ?? []
  const states = () => Object.fromEntries(updates().map(one => [one.content.channel.vendor, one.delivery.state]))
  return { bench, states, updates }
}

const count = (text: string, part: string) => text.split(part).length - 1

describe('[UP10] one message to channels that are only sent to', () => {
  it('[WE1] [EM1] [PT2] is in each exactly once, and by hand once the person says so', async () => {
    const hook = await startLoopback((_, response) => response.writeHead(204).end())
    const slack = await startLoopback((_, response) => response.end('ok'))
    const teams = await startLoopback((_, response) => response.writeHead(202).end())
    const mail = await startMailServer({ disabledCommands: ['STARTTLS'] })
    const to = { sender: 'status@shop.example', recipients: 'ann@a.example' }
    const { bench, states, updates } = publishTo([
      { vendor: 'webhook', secret: `${hook.origin}/hook` },
      { vendor: 'slack-webhook', secret: `${slack.origin}/services/1` },
      { vendor: 'teams', secret: `${teams.origin}/flow` },
      { vendor: 'email', secret: '', more: { ...to, baseUrl: `smtp://127.0.0.1:${mail.port}` } },
      { vendor: 'by-hand', secret: null, more: { network: 'sms' } },
    ])
    const out = { webhook: 'published', 'slack-webhook': 'published', teams: 'published', email: 'published' }
    await vi.waitFor(() => expect(states()).toEqual({ ...out, 'by-hand': 'unknown' }), 20_000)
    for (const { seen } of [hook, slack, teams]) expect(seen.map(({ body }) => count(body, BODY))).toEqual([1])
    // Plain and HTML.
    expect(mail.mails.map(({ raw }) => count(raw.replaceAll('=\r\n', ''), BODY))).toEqual([2])
    const byHand = updates().find(({ content }) => content.channel.vendor === 'by-hand')
    if (byHand === undefined) throw new Error('It is in the record')
    expect(bench.run('comms:settle', { update: byHand.id, word: 'it-is-out' })).toMatchObject({ ok: true })
    expect(states()).toEqual({ ...out, 'by-hand': 'published' })
    const saidOut = bench.told.flatMap(({ events }) => events).findLast(({ kind }) => kind === 'update-published')
    expect(saidOut?.by.kind).toBe('person')
    expect(openItems(bench.store.db)).toEqual([])
  })

  it('[PT3] is not out where whoever should have posted it says that nobody did', async () => {
    const { bench, states, updates } = publishTo([{ vendor: 'by-hand', secret: null, more: { network: 'x' } }])
    await vi.waitFor(() => expect(states()).toEqual({ 'by-hand': 'unknown' }), 20_000)
    const [update] = updates()
    if (update === undefined) throw new Error('It is in the record')
    expect(bench.run('comms:settle', { update: update.id, word: 'give-up' })).toMatchObject({ ok: true })
    expect(updates()[0]?.delivery).toMatchObject({ state: 'failed', inDoubt: false, code: 'outbox-not-posted' })
    expect(openItems(bench.store.db)).toEqual([])
  })

  it('[WE3] [EM5] is unknown where an answer was lost, refused where it was refused, and never sent twice by itself', async () => {
    const torn = await startLoopback((_, response) => response.destroy())
    const closed = await startLoopback((_, response) => response.writeHead(410).end('channel_is_archived'))
    const fine = await startLoopback((_, response) => response.writeHead(202).end())
    const { states } = publishTo([
      { vendor: 'webhook', secret: `${torn.origin}/hook` },
      { vendor: 'slack-webhook', secret: `${closed.origin}/services/1` },
      { vendor: 'teams', secret: `${fine.origin}/flow` },
    ])
    const expected = { webhook: 'unknown', 'slack-webhook': 'failed', teams: 'published' }
    await vi.waitFor(() => expect(states()).toEqual(expected), 20_000)
    for (const { seen } of [torn, closed, fine]) expect(seen).toHaveLength(1)
  })
})
