import { expect, it, vi } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { startRecordOutbox } from '../../../src/main/engine/outbox/record-outbox'
import type { Ledger } from '../../../src/main/engine/record/ledger'
import { openItems } from '../../../src/main/engine/storage/queued-items'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { type ConnectionId, newId, type OutboxItemId, type UpdateId } from '../../../src/shared/domain/ids'
import type { Channel, UpdateContent } from '../../../src/shared/domain/update'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { sendJson } from '../../support/open-loopback'
import { deadOrigin, startLoopback } from '../http/loopback'

const slack = 'sl' as ConnectionId
const channel: Channel = { vendor: 'slack', connection: slack, target: 'C0UPDATES', label: '#updates' }

/** The engine's own outbox on the bench's real store, with a real client of Slack at an address. */
function startAt(bench: Bench, baseUrl: string) {
  const connection = { id: slack, vendor: 'slack', name: '#updates', baseUrl, channel: channel.target } as const
  const account = openAccount(connection, 'xoxb-1', createHttpClient({ timeout: 5_000 }))
  const readings = { account: () => account, annotators: () => [], requestDelivered: () => undefined }
  const { store, clock } = bench
  const ledger: Ledger = bench.ledger
  return startRecordOutbox({ store, ledger, accounts: readings, clock, logger: keptLogger() })
}

function publish(bench: Bench, title: string): UpdateId {
  const update = newId<UpdateId>()
  const content: UpdateContent = {
    ...{ stage: 'progress', channel, title, body: `${title}.`, status: 'identified' },
    ...{ components: {}, notify: false, nextUpdateAt: null },
  }
  bench.run('comms:draft', { update, content })
  expect(bench.run('comms:publish', { update })).toMatchObject({ ok: true })
  return update
}

it('[OB1][OB9][OB15] offline acts wait; after a restart posts to customers ask again, the others go in their order', async () => {
  const bench = commandBench(scratchFolder(), { cancelWindow: () => 0, channels: () => [channel] })
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  const updates = ['First', 'Second'].map(title => publish(bench, title))
  for (const text of ['one', 'two', 'three']) {
    const what = { kind: 'chat-post', connection: slack, channel: { id: 'C0WAR', name: 'war' }, text } as const
    bench.run('acts:ask', { act: newId<OutboxItemId>(), what })
  }
  const offline = startAt(bench, await deadOrigin())
  // One of each place was tried, and nothing left.
  await vi.waitFor(() => {
    const acts = openItems(bench.store.db)
    expect(acts.map(({ state }) => state)).toEqual(Array(5).fill('waiting'))
    expect(acts.map(({ attempts }) => attempts)).toEqual([1, 0, 1, 0, 0])
  }, 60_000)
  await offline.stop()
  bench.clock.advance(3 * MINUTE)

  const server = await startLoopback((_, response) => sendJson(response, { ok: true, ts: '1.1' }))
  const online = startAt(bench, server.origin)
  await vi.waitFor(() => expect(openItems(bench.store.db)).toEqual([]), 20_000)
  await online.stop()
  const told = server.seen.map(({ body }) => JSON.parse(body) as { channel: string; text: string })
  expect(told.map(({ channel: to, text }) => `${to} ${text}`)).toEqual(['C0WAR one', 'C0WAR two', 'C0WAR three'])
  const head = bench.ledger.record(bench.incident)?.incident
  expect(head?.updates.map(({ id, delivery }) => [id, delivery.state])).toEqual(updates.map(id => [id, 'failed']))
  expect(head?.updates.map(({ delivery }) => ('reason' in delivery ? delivery.reason : ''))).toEqual([
    expect.stringContaining('waited too long'),
    expect.stringContaining('waited too long'),
  ])
})
