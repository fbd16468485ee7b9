import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../../src/main/engine/storage/store'
import { textMarker } from '../../../src/main/engine/vendors/marker'
import type { ConnectionId, IncidentId, OutboxItemId, RequestId, UpdateId } from '../../../src/shared/domain/ids'
import { newId } from '../../../src/shared/domain/ids'
import { type Channel, channelKey, type UpdateContent } from '../../../src/shared/domain/update'
import { requestLane, type VendorRequest } from '../../../src/shared/domain/vendor-request'
import { pageId } from '../../main/outbox/faulty/busy-scenario'
import { type EngineLink, startEngineProcess } from '../../main/outbox/faulty/engine-link'
import type { State } from '../../main/outbox/faulty/engine-messages'
import { readJournals, timesDone } from '../../main/outbox/faulty/journals'
import type { Order } from '../../main/outbox/faulty/orders'
import { fastClock } from '../../main/outbox/faulty/paced-clock'
import { startVendors } from '../../main/outbox/faulty/vendors'
import { scratchFolder } from '../../support/folders'

/** The looks end 61 s after a send: two seconds of the wall at this pace, and half of what an update may wait. */
const PACE = 30
const HOUR = 3_600_000

const on = (vendor: string) => `drill-${vendor}` as ConnectionId
const page = { connection: on('pagerduty'), page: { id: pageId(1), name: 'Page 1' } }
const room = { connection: on('slack'), channel: { id: 'C0BUSY1', name: 'busy-1' } }

function acts(at: number): readonly VendorRequest[] {
  return [
    { kind: 'page-note', ...page, text: 'late note' },
    {
      kind: 'page-add-responders',
      ...page,
      page: { id: pageId(2), name: 'Page 2' },
      message: 'late call',
      users: [{ id: 'PUJONAS', name: 'Jonas' }],
    },
    { kind: 'chat-post', ...room, text: 'late post' },
    { kind: 'annotation', connection: on('grafana'), text: 'late mark', at },
    {
      ...({
        kind: 'maintenance-schedule',
        connection: on('statuspage'),
        title: 'late work',
        body: 'We work.',
      } as const),
      ...{ from: at + HOUR, until: at + 2 * HOUR, components: [], notify: false },
    },
    { kind: 'page-note', ...page, page: { id: pageId(3), name: 'Page 3' }, text: 'lost note' },
  ]
}

function content(channel: Channel, about: string): UpdateContent {
  const body = `Payments fail, ${about}. Next update within the hour.`
  return {
    ...{ stage: 'progress', channel, title: 'Payments fail', body, status: 'identified' },
    ...{ components: {}, notify: false, nextUpdateAt: null },
  }
}

it('[OB21] what a vendor performs after the looks, with a kill in between, is found and told of exactly once', async () => {
  const folder = scratchFolder()
  const [origin, journals, record] = [Date.now(), join(folder, 'vendors'), join(folder, 'record')]
  const arrives = Promise.withResolvers<void>()
  const never = new Promise<void>(() => undefined)
  const seen = new Set<string>()
  // The first request of each waits on the line; that of the lost one for ever.
  const heldBack = (request: string) => {
    const which = /(late|lost) \w+/.exec(request)?.[0]
    if (request.startsWith('GET') || which === undefined || seen.has(which)) return undefined
    seen.add(which)
    return which.startsWith('lost') ? never : arrives.promise
  }
  const vendors = await startVendors({
    ...{ folder: journals, seed: 'late', clock: fastClock(origin, PACE), rate: 0, heldBack },
    delays: { inTime: 80, tooLate: 350 },
  })
  onTestFinished(vendors.stop)
  const incident = newId<IncidentId>()
  const { connections, tokens } = vendors
  const start = { folder: record, connections, tokens, incidents: [incident], timeout: 250, origin, pace: PACE }

  const states = new Map<string, State>()
  const waiting = new Set<() => void>()
  const moved = (id: string, state: State) => {
    states.set(id, state)
    for (const look of waiting) look()
  }
  const all = (ids: readonly string[], state: State) =>
    new Promise<void>(done => {
      const look = () => ids.every(id => states.get(id) === state) && done()
      waiting.add(look)
      look()
    })
  let engine: EngineLink = await startEngineProcess(start, moved)
  onTestFinished(() => engine.kill())
  const run = async (name: Parameters<EngineLink['run']>[0], input: object) =>
    expect(await engine.run(name, input, newId<RequestId>())).toBeNull()
  const publish = async (order: Order) => {
    if (!('content' in order)) return
    await run('comms:draft', { incident, update: order.id, content: order.content })
    await run('comms:publish', { incident, update: order.id })
  }

  const orders: Order[] = acts(origin).map(what => ({
    id: newId<OutboxItemId>(),
    incident,
    target: requestLane(what),
    what,
  }))
  const [statusPage, chat] = vendors.channels
  if (statusPage === undefined || chat === undefined) throw new Error('The drill has two channels')
  const update = (channel: Channel, body: string): Order => {
    return { id: newId<UpdateId>(), incident, target: channelKey(channel), content: content(channel, body) }
  }
  const [first, later, word] = [
    update(statusPage, 'late first'),
    update(statusPage, 'late second'),
    update(chat, 'late word'),
  ]
  for (const order of orders) if ('what' in order) await run('acts:ask', { incident, act: order.id, what: order.what })
  await publish(first)
  await publish(word)
  await all([first.id, word.id], 'done')
  await publish(later)
  const lost = orders.at(-1) as Order
  const doubled = [...orders.slice(0, -1), first, later, word]
  await all(
    [...doubled, lost].map(({ id }) => id),
    'done',
  )
  expect(doubled.map(order => timesDone(readJournals(journals), order))).toEqual(doubled.map(() => 1))

  await engine.kill()
  arrives.resolve()
  engine = await startEngineProcess(start, moved)
  await all(
    doubled.map(({ id }) => id),
    'twice',
  )
  expect(doubled.map(order => timesDone(readJournals(journals), order))).toEqual(doubled.map(() => 2))

  expect(states.get(lost.id)).toBe('done')
  await engine.kill()

  const told = foundTwice(record)
  expect(told.map(({ id }) => id).sort()).toEqual(doubled.map(({ id }) => id).sort())
  expect(told.every(({ copies }) => copies.length === 2)).toBe(true)
  const note = told.find(({ id }) => id === doubled[0]?.id)
  expect(note?.copies.every(({ externalId }) => externalId !== '')).toBe(true)
  expect(JSON.stringify(readJournals(journals).pagerduty)).toContain(textMarker(lost.id as OutboxItemId))
})

interface Told {
  readonly id: string
  readonly copies: readonly { readonly externalId: string }[]
}

/** What the log says of it, each line of it. */
function foundTwice(folder: string): readonly Told[] {
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.fault.message)
  try {
    return opened.value.db
      .prepare("SELECT body FROM event WHERE kind IN ('act-found-twice', 'update-found-twice')")
      .all()
      .map(({ body }) => {
        const { act, update, copies } = JSON.parse(String(body))
        return { id: act ?? update, copies }
      })
  } finally {
    opened.value.close()
  }
}
