import { describe, expect, it } from 'vitest'
import { eventsOf, outboxSender } from '../../../src/main/engine/outbox/handlers/handlers'
import { itemOf, laneOf, newItem, requestToSend, type ToSend } from '../../../src/main/engine/outbox/item'
import { headOfEachLane, placeAfter } from '../../../src/main/engine/outbox/order'
import { inTransaction } from '../../../src/main/engine/storage/database'
import type { QueuedItem } from '../../../src/main/engine/storage/queued-items'
import {
  insertQueuedItem,
  lastPlace,
  openItems,
  readQueuedItem,
  writeQueuedItem,
} from '../../../src/main/engine/storage/queued-items'
import type { FaultValue } from '../../../src/shared/contract/fault-codes'
import { type IncidentId, newId, type OutboxItemId, type UpdateId } from '../../../src/shared/domain/ids'
import { channelKey } from '../../../src/shared/domain/update'
import { requestLane, type VendorRequest } from '../../../src/shared/domain/vendor-request'
import { contractActs } from '../../contract/acts'
import { commandBench } from '../../support/engine-parts'
import { updateContent } from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'

const incident = 'i' as IncidentId
const every: readonly VendorRequest[] = Object.values(contractActs).flat()
const update: ToSend = { kind: 'update', update: 'u1' as UpdateId, content: updateContent() }

function rowFor(toSend: ToSend, part: Partial<QueuedItem> = {}): QueuedItem {
  const asked = { id: newId<OutboxItemId>(), incident, now: 7, leavesAt: 9 }
  return { ...newItem(asked, toSend), place: 1, origin: 'ours', ...part }
}

/** As earlier versions stored it. */
const storedBefore = (body: object) => rowFor(update, { body: JSON.stringify(body) })

const courier = outboxSender({
  incident: () => undefined,
  record: () => undefined,
  updates: () => undefined,
  requests: () => undefined,
  now: () => 0,
})

describe('[OB22] what a row of the outbox sends', () => {
  it('is told by its kind', () => {
    expect(itemOf(rowFor(update))).toMatchObject(update)
    for (const what of every) expect(itemOf(rowFor(requestToSend(what)))).toMatchObject({ kind: what.kind, what })
  })

  it('is read from rows of earlier versions, which named no kind', () => {
    const { kind: _, ...unnamed } = update
    expect(itemOf(storedBefore(unnamed))).toMatchObject(update)
    for (const what of every) expect(itemOf(storedBefore({ what }))).toMatchObject({ kind: what.kind, what })
  })

  it('says by which lane it leaves', () => {
    expect(laneOf(update)).toBe(channelKey(updateContent().channel))
    for (const what of every) expect(laneOf(requestToSend(what))).toBe(requestLane(what))
  })

  it('waits until it can no longer be called back', () => {
    expect(rowFor(update)).toMatchObject({ state: 'waiting', notBefore: 9, createdAt: 7, attempts: 0 })
  })
})

describe('each kind of item has a handler of its own', () => {
  it('[OB15] what customers read asks again when it could not leave, what responders’ tools are told waits', () => {
    const stale = (acts: readonly VendorRequest[]) =>
      new Set(acts.map(what => courier.goesStale(rowFor(requestToSend(what)))))
    expect(stale(contractActs.statuspage)).toEqual(new Set([true]))
    const isEdit = ({ kind }: VendorRequest) => kind === 'update-edit'
    for (const vendor of ['pagerduty', 'grafana', 'slack'] as const)
      expect(stale(contractActs[vendor].filter(what => !isEdit(what))), vendor).toEqual(new Set([false]))
    // What people read of an update is theirs wherever it stands.
    expect(stale(contractActs.slack.filter(isEdit))).toEqual(new Set([true]))
    expect(courier.goesStale(rowFor(update))).toBe(true)
  })

  it('[OB16] only several components are set in several requests', () => {
    const several = every.filter(what => courier.inSteps(rowFor(requestToSend(what))))
    expect(several.every(what => what.kind === 'components-set' && what.components.length > 1)).toBe(true)
    const one = { id: 'c', name: 'Cards', status: 'operational' } as const
    const set = (count: number): VendorRequest => ({
      ...{ kind: 'components-set', connection: 'sp' as never, components: Array.from({ length: count }, () => one) },
    })
    expect([0, 1, 2].map(count => courier.inSteps(rowFor(requestToSend(set(count)))))).toEqual([false, false, true])
    expect(courier.inSteps(rowFor(update))).toBe(false)
  })

  it('what is not connected any more is refused, found nowhere and never counted', async () => {
    const { signal } = new AbortController()
    for (const row of [rowFor(update), ...every.map(what => rowFor(requestToSend(what)))]) {
      expect(await courier.place(row, signal)).toEqual({ place: 'settled' })
      expect(await courier.send(row, signal)).toMatchObject({ outcome: 'refused', again: false })
      expect(await courier.verify(row, signal)).toMatchObject({ found: 'unknown', forGood: false })
      expect(await courier.findCopies(row, signal)).toEqual({ look: 'never' })
    }
  })
})

describe('which item leaves before which', () => {
  const item = (place: number, target: string) => ({ place, target })

  it('[OB9] the first of each lane, in whatever order the rows were read', () => {
    const rows = [item(4, 'page'), item(2, 'chat'), item(1, 'page'), item(3, 'page'), item(5, 'chat')]
    const heads = [item(1, 'page'), item(2, 'chat')]
    expect(headOfEachLane(rows)).toEqual(heads)
    expect(headOfEachLane(rows.toReversed())).toEqual(heads)
    expect(headOfEachLane([])).toEqual([])
    const many = Array.from({ length: 5_000 }, (_, n) => item(5_000 - n, `lane ${n % 7}`))
    expect(headOfEachLane(many).map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('[OB20] one that had failed and is tried again goes behind all others, everything else stays where it stands', () => {
    const states = ['waiting', 'asking', 'sending', 'unknown', 'again', 'sent', 'failed', 'cancelled'] as const
    const last = () => 40
    for (const from of states)
      for (const to of states)
        expect(placeAfter({ place: 3, state: from }, { state: to }, last), `${from} to ${to}`).toBe(
          from === 'failed' && to !== 'failed' ? 41 : 3,
        )
  })

  it('[OB20] on the disk too, and the next that is asked for goes behind it', () => {
    const bench = commandBench(scratchFolder(), { act: id => readQueuedItem(bench.store.db, id) })
    const { db } = bench.store
    bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: '' })
    const [note] = contractActs.pagerduty
    if (note === undefined) throw new Error('No request to ask for')
    const ask = () => {
      const act = newId<OutboxItemId>()
      bench.run('acts:ask', { act, what: note })
      return act
    }
    const [first, second] = [ask(), ask()]
    const change = (id: OutboxItemId, state: QueuedItem['state']) => {
      const row = readQueuedItem(db, id)
      if (row === undefined) throw new Error('The item is not there')
      bench.ledger.commit(bench.incident, newId(), { events: [], changedItems: [{ ...row, state }] }, 0)
    }
    change(first, 'failed')
    change(first, 'waiting')
    expect(openItems(db).map(({ id }) => id)).toEqual([second, first])
    expect(headOfEachLane(openItems(db)).map(({ id }) => id)).toEqual([second])
    const third = ask()
    expect(openItems(db).map(({ id }) => id)).toEqual([second, first, third])
    expect(lastPlace(db)).toBe(readQueuedItem(db, third)?.place)
    inTransaction(db, () => insertQueuedItem(db, rowFor(update), 'ours'))
    expect(lastPlace(db)).toBeGreaterThan(readQueuedItem(db, third)?.place ?? 0)
  })
})

describe('[FA3] why an item waits, failed or is unknown', () => {
  const coded: FaultValue = { code: 'outbox-waited', values: { why: { code: 'outbox-was-off' } } }

  it.each([
    ['a code with values', coded],
    ['a vendor’s own words', 'rate limit reached'],
    ['words that look like a code', '{"code":"outbox-stopped"}'],
    ['nothing', ''],
  ])('is stored and read as it was: %s', (_what, reason) => {
    const { db } = commandBench(scratchFolder()).store
    const row = rowFor(update, { reason, state: 'unknown' })
    inTransaction(db, () => insertQueuedItem(db, row, 'ours'))
    expect(readQueuedItem(db, row.id)?.reason).toEqual(reason)
    expect(openItems(db).map(one => one.reason)).toEqual([reason])
    inTransaction(db, () => writeQueuedItem(db, { ...row, reason: coded }, 'ours'))
    expect(readQueuedItem(db, row.id)?.reason).toEqual(coded)
  })

  it('is in the log in English, which all versions read, and by its code', () => {
    const [event] = eventsOf(rowFor(update), { outcome: 'unknown', reason: coded }, 7)
    expect(event?.body).toMatchObject({
      ...(coded as object),
      reason:
        'It waited too long to leave (Quarterdeck was not running). Read it again and publish it if it is still true.',
    })
    const [plain] = eventsOf(rowFor(update), { outcome: 'failed', reason: 'no such page' }, 7)
    expect(plain?.body).toMatchObject({ reason: 'no such page' })
    expect(plain?.body).not.toHaveProperty('code')
  })
})
