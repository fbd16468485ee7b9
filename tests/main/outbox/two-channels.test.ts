import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { guardHttp } from '../../../src/main/engine/http/guard'
import { startRecordOutbox } from '../../../src/main/engine/outbox/record-outbox'
import { openItems } from '../../../src/main/engine/storage/queued-items'
import type { VendorAccount } from '../../../src/main/engine/vendors/account'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { handoffContent } from '../../../src/shared/domain/handoff-content'
import { type ConnectionId, newId, type UpdateId } from '../../../src/shared/domain/ids'
import { messagesOf } from '../../../src/shared/domain/message'
import type { Channel, UpdateContent } from '../../../src/shared/domain/update'
import { MINUTE } from '../../../src/shared/lib/time'
import { commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { type Playing, play } from '../drill/playing'

/** A drill's status page and Slack, and the engine's own outbox that sends to both. */
async function desk({ slackToken }: { readonly slackToken?: string } = {}) {
  const playing = await play()
  onTestFinished(() => playing.stop())
  const accounts = new Map(['statuspage', 'slack'].map(vendor => [`drill-${vendor}`, accountOf(playing, vendor)]))
  if (slackToken !== undefined) accounts.set('drill-slack', accountOf(playing, 'slack', slackToken))
  const [page, room] = [...accounts.values()].map(({ channels }) => channels[0])
  if (page === undefined || room === undefined) throw new Error('The drill has a status page and a room')
  const bench = commandBench(scratchFolder(), { cancelWindow: () => 0, channels: () => [page, room] })
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  const start = () => {
    const account = (id: ConnectionId) => accounts.get(id)
    const readings = { account, annotators: () => [], requestDelivered: () => undefined }
    const { store, clock, ledger } = bench
    const outbox = startRecordOutbox({ store, ledger, accounts: readings, clock, logger: keptLogger() })
    onTestFinished(() => outbox.stop())
  }
  const head = () => {
    const incident = bench.ledger.record(bench.incident)?.incident
    if (incident === undefined) throw new Error('It was declared')
    return incident
  }
  return { playing, bench, page, room, start, head }
}

function accountOf({ drill }: Playing, vendor: string, token?: string): VendorAccount {
  const connection = drill.connections.find(({ id }) => id === `drill-${vendor}`)
  if (connection === undefined) throw new Error(`The drill has no ${vendor}`)
  return openAccount(
    connection,
    token ?? drill.secrets.read(connection.id),
    guardHttp(createHttpClient({}), drill.origins),
  )
}

const said = (channel: Channel, body: string, nextUpdateAt: number | null = null): UpdateContent => ({
  ...{ stage: 'progress', channel, title: 'Payments fail', body, status: 'identified' },
  ...{ components: {}, notify: false, nextUpdateAt },
})

describe('[UP10] a message to two channels', () => {
  it('is two items in one transaction, each told once, in its own words, and each in the ledger of who was told', async () => {
    const { playing, bench, page, room, start, head } = await desk()
    const [first, second] = [newId<UpdateId>(), newId<UpdateId>()]
    const nextAt = bench.clock.now() + 30 * MINUTE
    bench.run('comms:draft', {
      ...{ update: first, content: said(page, 'Some payments fail. Next update within the hour.', nextAt) },
      also: [{ update: second, content: said(room, 'The pool is exhausted; support says: some fail.') }],
    })
    const before = bench.told.length
    expect(bench.run('comms:publish', { update: first })).toMatchObject({ ok: true })
    expect(bench.told.slice(before).map(({ events }) => events.map(({ kind }) => kind))).toEqual([
      ['update-publishing', 'update-publishing'],
    ])
    expect(openItems(bench.store.db)).toHaveLength(2)
    start()
    await vi.waitFor(() => expect(openItems(bench.store.db)).toEqual([]), 20_000)
    const [message, ...others] = messagesOf(head().updates)
    expect(others).toEqual([])
    expect(message).toMatchObject({ id: first, audience: 'customers' })
    expect(message?.renditions.map(({ audience, delivery }) => [audience, delivery.state])).toEqual([
      ['customers', 'published'],
      ['colleagues', 'published'],
    ])
    expect(head()).toMatchObject({ nextUpdateDueAt: nextAt, promisedTo: {} })
    const incidents = await playing.call('drill-statuspage', 'GET', `/v1/pages/${page.target}/incidents`)
    expect(JSON.stringify(incidents.body).split('Some payments fail.').length - 1).toBe(1)
    const history = await playing.call('drill-slack', 'GET', `/api/conversations.history?channel=${room.target}`)
    expect(JSON.stringify(history.body).split('The pool is exhausted').length - 1).toBe(1)
    const { told, toldColleagues } = handoffContent(head(), [], bench.clock.now())
    expect([told, toldColleagues].map(list => list.map(({ channel }) => channel))).toEqual([[page.label], [room.label]])
  })

  it('is told in one although the other refuses it, and only that one goes again', async () => {
    const { bench, page, room, start, head } = await desk({ slackToken: 'xoxb-wrong' })
    const [first, second] = [newId<UpdateId>(), newId<UpdateId>()]
    bench.run('comms:draft', {
      ...{ update: first, content: said(page, 'Some payments fail. Next update within the hour.') },
      also: [{ update: second, content: said(room, 'Some payments fail. Next update within the hour.') }],
    })
    bench.run('comms:publish', { update: first })
    start()
    await vi.waitFor(() => expect(openItems(bench.store.db)).toEqual([]), 20_000)
    const states = () => head().updates.map(({ id, delivery }) => [id, delivery.state])
    expect(states()).toEqual([
      [first, 'published'],
      [second, 'failed'],
    ])
    expect(bench.run('comms:publish', { update: first })).toMatchObject({ ok: false })
    expect(bench.run('comms:publish', { update: second })).toMatchObject({ ok: true })
    expect(openItems(bench.store.db).map(({ body }) => JSON.parse(body).update)).toEqual([second])
    expect(states()[0]).toEqual([first, 'published'])
  })
})

describe('[UP10] drafts of one message', () => {
  it('are kept, left out, called back and discarded together; nothing leaves where one may not', async () => {
    const { bench, page, room, head } = await desk()
    const [first, second] = [newId<UpdateId>(), newId<UpdateId>()]
    const draft = (also: Parameters<typeof bench.run<'comms:draft'>>[1]['also'], body = 'Some fail.') =>
      bench.run('comms:draft', { update: first, content: said(page, body), also })
    const states = () => head().updates.map(({ delivery }) => delivery.state)
    draft([{ update: second, content: said(room, 'Some fail.') }])
    draft(undefined, 'Some payments fail.')
    expect(states()).toEqual(['drafted', 'drafted'])
    draft([])
    expect(states()).toEqual(['drafted', 'discarded'])
    const third = newId<UpdateId>()
    draft([{ update: third, content: said(room, 'Since ⟦start time⟧ some fail.') }])
    expect(bench.run('comms:publish', { update: first })).toMatchObject({ ok: false, fault: { code: 'open-slot' } })
    expect(openItems(bench.store.db)).toEqual([])
    bench.run('comms:discard', { update: first })
    expect(states()).toEqual(['discarded', 'discarded', 'discarded'])
    expect(messagesOf(head().updates)).toEqual([])
  })

  it('are refused for one channel twice, for an update of another message, and for what a colleague changed', async () => {
    const { bench, page, room } = await desk()
    const [first, other] = [newId<UpdateId>(), newId<UpdateId>()]
    const [here, there] = [said(page, 'One.'), said(room, 'Two.')]
    const draft = (more: Partial<Parameters<typeof bench.run<'comms:draft'>>[1]>) =>
      bench.run('comms:draft', { update: first, content: here, ...more })
    expect(draft({ also: [{ update: other, content: here }] })).toMatchObject({
      fault: { code: 'channel-twice', values: { channel: page.label } },
    })
    bench.run('comms:draft', { update: other, content: there })
    expect(draft({ also: [{ update: other, content: there }] })).toMatchObject({ fault: { code: 'no-such-draft' } })
    const mine = newId<UpdateId>()
    draft({ also: [{ update: mine, content: there }] })
    const late = draft({ also: [{ update: mine, content: said(room, 'Mine.'), was: said(room, 'Before.') }] })
    expect(late).toMatchObject({ ok: false, fault: { code: 'changed-meanwhile' } })
  })
})
