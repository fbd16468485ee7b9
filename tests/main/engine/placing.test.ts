import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { startRecordOutbox } from '../../../src/main/engine/outbox/record-outbox'
import { openItems, readQueuedItem } from '../../../src/main/engine/storage/queued-items'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { newId, type UpdateId } from '../../../src/shared/domain/ids'
import { type Channel, channelKey, type Delivery, type UpdateContent } from '../../../src/shared/domain/update'
import { updateUnknown } from '../../../src/shared/events/update-unknown'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { type Playing, play } from '../drill/playing'

const channel: Channel = {
  ...{ vendor: 'statuspage', connection: 'drill-statuspage' as Channel['connection'] },
  ...{ target: 'drillshop001', label: 'Shop Status' },
}
const path = '/v1/pages/drillshop001/incidents'
let playing: Playing

beforeEach(async () => {
  playing = await play()
})
afterEach(() => playing.stop())

/** The record and the outbox over a stand-in that speaks the vendor's HTTP; the first update is in doubt already. */
function stage() {
  const bench: Bench = commandBench(scratchFolder(), {
    act: id => readQueuedItem(bench.store.db, id),
    channels: () => [channel],
    cancelWindow: () => 0,
  })
  const { ledger, clock, incident, store } = bench
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  const first = drafted(bench, 'Payments fail. Next update within the hour.')
  const [act] = openItems(store.db)
  if (act === undefined) throw new Error('Nothing was to be published')
  const doubt = updateUnknown.draft({ update: first, act: act.id, reason: 'no answer' }, clock.now(), {
    kind: 'engine',
  })
  const changedItems = [{ ...act, state: 'unknown' as const, attempts: 1 }]
  ledger.commit(incident, newId(), { events: [doubt], changedItems }, clock.now())

  const connection = playing.drill.connections.find(({ id }) => id === channel.connection)
  if (connection === undefined) throw new Error('The drill has no status page')
  const account = openAccount(connection, playing.drill.secrets.read(connection.id), createHttpClient())
  function settle(word: 'it-is-out' | 'give-up') {
    bench.run('comms:settle', { update: first, word })
    const readings = { account: () => account, annotators: () => [], requestDelivered: () => undefined }
    const outbox = startRecordOutbox({ store, ledger, accounts: readings, clock, logger: keptLogger() })
    onTestFinished(() => outbox.stop())
    return outbox
  }
  return { bench, settle }
}

const KNOWN = 'Payments fail. We know the cause. Next update within the hour.'
const MENDED = 'Payments fail. We mend what is broken. Next update within the hour.'

function drafted(bench: Bench, body: string): UpdateId {
  const update = newId<UpdateId>()
  const content: UpdateContent = {
    ...{ stage: 'progress', channel, title: 'Payments fail', body, status: 'investigating' },
    ...{ components: {}, notify: false, nextUpdateAt: null },
  }
  bench.run('comms:draft', { update, content })
  bench.run('comms:publish', { update })
  return update
}

function head({ ledger, incident }: Bench) {
  const record = ledger.record(incident)
  if (record === null) throw new Error('Nothing was declared')
  return record.incident
}

/** Settles when the update stands so. */
function until<State extends Delivery['state']>(bench: Bench, update: UpdateId, state: State) {
  return vi.waitFor(() => {
    const delivery = head(bench).updates.find(({ id }) => id === update)?.delivery
    expect(delivery?.state).toBe(state)
    return delivery as Extract<Delivery, { state: State }>
  })
}

/** Opens a public incident past us; times of the page are those of the drill. */
async function opened(name: string, metadata = {}): Promise<string> {
  const json = { incident: { name, status: 'investigating', body: 'We look.', metadata } }
  return (await playing.call(channel.connection, 'POST', path, { json })).body.id
}

async function shownThere(): Promise<readonly { readonly id: string; readonly incident_updates: unknown[] }[]> {
  return (await playing.call(channel.connection, 'GET', path)).body
}

describe('the next update after one in doubt', () => {
  it.each(['it-is-out', 'give-up'] as const)('[UP5] goes on with what bears our mark, after “%s”', async word => {
    const { bench, settle } = stage()
    const there = await opened('Payments fail', { quarterdeck: { incident: bench.incident, update: 'first' } })
    const outbox = settle(word)
    const next = drafted(bench, KNOWN)
    outbox.wake()
    expect(await until(bench, next, 'published')).toMatchObject({ externalId: there })
    expect(await shownThere()).toMatchObject([{ id: there, incident_updates: [{ body: KNOWN }, {}] }])
    const lines = bench.ledger.record(bench.incident)?.timeline() ?? []
    expect(lines.map(({ text }) => text)).toContain(
      'The update continues the public incident “Payments fail”, which has our mark',
    )
  })

  it('[UP6] opens no second one silently: a person says which it is', async () => {
    const { bench, settle } = stage()
    const there = await opened('Trouble with cards')
    const outbox = settle('it-is-out')
    const [next, after] = [drafted(bench, KNOWN), drafted(bench, MENDED)]
    outbox.wake()
    const { candidates } = await until(bench, next, 'asking')
    expect(candidates).toMatchObject([{ externalId: there, name: 'Trouble with cards' }])
    expect(await shownThere()).toHaveLength(1)
    const strange = { say: 'this', externalId: 'elsewhere' } as const
    expect(bench.run('comms:place', { update: next, word: strange })).toMatchObject({ ok: false })
    bench.run('comms:place', { update: next, word: { say: 'this', externalId: there } })
    outbox.wake()
    await until(bench, after, 'published')
    expect(await shownThere()).toMatchObject([{ id: there, incident_updates: [{ body: MENDED }, {}, {}] }])
  })

  it('[UP6] opens a new one where a person says so, and then goes on with that', async () => {
    const { bench, settle } = stage()
    const outbox = settle('it-is-out')
    const [next, after] = [drafted(bench, KNOWN), drafted(bench, MENDED)]
    outbox.wake()
    expect(await until(bench, next, 'asking')).toMatchObject({ candidates: [] })
    bench.run('comms:place', { update: next, word: { say: 'new' } })
    outbox.wake()
    await until(bench, after, 'published')
    expect(await shownThere()).toMatchObject([{ incident_updates: [{ body: MENDED }, {}] }])
  })

  it('[UP6] looks again when a person opened one meanwhile, and is a draft again when they would rather word it anew', async () => {
    const { bench, settle } = stage()
    const outbox = settle('it-is-out')
    const next = drafted(bench, KNOWN)
    outbox.wake()
    await until(bench, next, 'asking')
    expect(bench.run('comms:publish', { update: next })).toMatchObject({ ok: false })
    const there = await opened('Trouble with cards', { quarterdeck: { incident: bench.incident, update: 'first' } })
    bench.run('comms:place', { update: next, word: { say: 'look-again' } })
    outbox.wake()
    expect(await until(bench, next, 'published')).toMatchObject({ externalId: there })
    expect(head(bench).published).toEqual({ [channelKey(channel)]: there })
    expect(bench.run('comms:place', { update: next, word: { say: 'new' } })).toMatchObject({ ok: false })
  })

  it('[UP6] can be taken back for a draft while it is held', async () => {
    const { bench, settle } = stage()
    const outbox = settle('give-up')
    const next = drafted(bench, KNOWN)
    outbox.wake()
    await until(bench, next, 'asking')
    expect(bench.run('comms:cancel', { update: next })).toMatchObject({ ok: true })
    await until(bench, next, 'drafted')
    expect(openItems(bench.store.db)).toEqual([])
    expect(await shownThere()).toEqual([])
    const lines = bench.ledger
      .record(bench.incident)
      ?.timeline()
      .map(({ text }) => text)
    expect(lines).toContainEqual(expect.stringMatching(/^Publishing to \S.* cancelled, nothing was sent$/))
  })
})
