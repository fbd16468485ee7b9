import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../../src/main/engine/outbox/handlers/handlers'
import { newItem, requestToSend } from '../../../src/main/engine/outbox/item'
import { withReactions } from '../../../src/main/engine/requests/reactions'
import { parseCall } from '../../../src/main/engine/sessions/dispatch'
import { inTransaction } from '../../../src/main/engine/storage/database'
import { openItems, readQueuedItem, writeQueuedItem } from '../../../src/main/engine/storage/queued-items'
import { HOUSE_LOG } from '../../../src/shared/domain/house-log'
import { type ConnectionId, newId, type OutboxItemId } from '../../../src/shared/domain/ids'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import { actDone } from '../../../src/shared/events/act-done'
import { actFailed } from '../../../src/shared/events/act-failed'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

const pagerduty = 'pd' as ConnectionId
const grafana = 'gf' as ConnectionId
const acknowledge: VendorRequest = {
  kind: 'page-acknowledge',
  connection: pagerduty,
  page: { id: 'P1', name: 'errors' },
}

function declared(): Bench {
  const bench: Bench = commandBench(scratchFolder(), {
    act: id => readQueuedItem(bench.store.db, id),
    openItems: () => openItems(bench.store.db),
    annotators: () => [grafana],
  })
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  return bench
}

function opened() {
  const what: VendorRequest = { kind: 'chat-open', connection: 'sl' as ConnectionId, name: 'inc-1', private: true }
  return { id: newId<OutboxItemId>(), what }
}

function acts(bench: Bench) {
  return bench.ledger.record(bench.incident)?.incident.acts ?? []
}

const statusPageActs: readonly VendorRequest[] = [
  {
    ...{ kind: 'components-set', connection: 'sp' as ConnectionId },
    components: [{ id: 'c1', name: 'Checkout', status: 'partial_outage' }],
  },
  {
    ...{ kind: 'maintenance-schedule', connection: 'sp' as ConnectionId, title: 'New pool', body: 'We replace it.' },
    ...{ from: 1, until: 2, components: [], notify: false },
  },
  {
    ...{ kind: 'maintenance-move', connection: 'sp' as ConnectionId, maintenance: { id: 'm1', name: 'New pool' } },
    ...{ to: 'completed', body: 'Done.', components: [], notify: false },
  },
]

describe('[HL2] what is done to a status page without an incident', () => {
  it.each(statusPageActs.map(what => [what.kind, what] as const))('%s is in the stream of the folder', (_, what) => {
    const bench: Bench = commandBench(scratchFolder())
    const act = newId<OutboxItemId>()
    expect(bench.run('acts:ask', { incident: HOUSE_LOG, act, what } as never)).toMatchObject({ ok: true })
    expect(openItems(bench.store.db)).toMatchObject([{ id: act, state: 'waiting', target: 'sp:page' }])
    expect(bench.ledger.summaries()).toEqual([])
  })

  it('a postmortem and an edit of an update need the incident that they are about', () => {
    const bench: Bench = commandBench(scratchFolder())
    const what = {
      ...{ kind: 'postmortem-publish', connection: 'sp', publicIncident: { id: 'p1', name: 'P' } },
      ...{ body: 'Why', notify: false },
    }
    const asked = { incident: HOUSE_LOG, act: newId<OutboxItemId>(), what }
    expect(bench.run('acts:ask', asked as never)).toMatchObject({ ok: false })
    expect(openItems(bench.store.db)).toEqual([])
  })
})

describe('outward acts', () => {
  it('an act is on disk together with the line that asked for it, once however often it is asked', () => {
    const bench = declared()
    const act = newId<OutboxItemId>()
    expect(bench.run('acts:ask', { act, what: acknowledge })).toMatchObject({ ok: true })
    expect(bench.run('acts:ask', { act, what: acknowledge })).toMatchObject({ ok: true })
    expect(openItems(bench.store.db)).toMatchObject([{ id: act, state: 'waiting', target: 'pd:P1' }])
    expect(acts(bench)).toMatchObject([{ id: act, standing: { state: 'waiting' } }])
    expect(bench.ledger.record(bench.incident)?.timeline().at(-1)?.text).toBe(
      'Requested: acknowledge PagerDuty incident “errors”',
    )
  })

  it('[AC1] each decision and each change of severity marks the charts; other lines do not', () => {
    const bench = declared()
    const line = { entry: newId<never>(), occurredAt: null, pinned: false }
    bench.run('timeline:append', { ...line, kind: 'note', text: 'looking' })
    expect(acts(bench)).toHaveLength(0)
    bench.run('timeline:append', { ...line, entry: newId<never>(), kind: 'decision', text: 'roll back' })
    bench.run('incident:change-severity', { to: 'SEV-1', reason: '' })
    expect(acts(bench).map(({ what }) => what)).toMatchObject([
      { kind: 'annotation', connection: grafana, text: 'Decision: roll back' },
      { kind: 'annotation', connection: grafana, text: 'Severity SEV-2 → SEV-1' },
    ])
  })

  it('an act whose outcome is unknown waits for a person, and takes the word once', () => {
    const bench = declared()
    const act = newId<OutboxItemId>()
    bench.run('acts:ask', { act, what: acknowledge })
    expect(bench.run('acts:settle', { act, word: 'give-up' })).toMatchObject({ ok: false, fault: { kind: 'refused' } })
  })

  it.each([
    ['what was given up in doubt is looked for first', true, { state: 'again', looks: 2 }],
    ['what surely was not done leaves at once', false, { state: 'waiting', looks: 0 }],
  ] as const)('[OB20] tried again it stays the same act: %s', (_, inDoubt, expected) => {
    const bench = declared()
    const act = newId<OutboxItemId>()
    bench.run('acts:ask', { act, what: acknowledge })
    const row = readQueuedItem(bench.store.db, act)
    if (row === undefined) throw new Error('The act is not there')
    const now = bench.clock.now()
    const failed = { act, what: acknowledge, reason: 'no', ...(inDoubt && { inDoubt }) }
    const events = [actFailed.draft(failed, now, { kind: 'engine' })]
    const changedItems = [{ ...row, state: 'failed' as const, attempts: 1, looks: 2 }]
    bench.ledger.commit(bench.incident, newId(), { events, changedItems }, now)
    bench.clock.advance(3_600_000)
    expect(bench.run('acts:settle', { act, word: 'it-is-done' })).toMatchObject({ ok: false })
    expect(bench.run('acts:settle', { act, word: 'send-again' })).toMatchObject({ ok: true })
    const [only, ...others] = openItems(bench.store.db)
    expect(only).toMatchObject({ id: act, attempts: 1, createdAt: bench.clock.now(), ...expected })
    expect(others).toEqual([])
    expect(acts(bench)).toMatchObject([{ id: act, standing: { state: 'waiting' } }])
    expect(bench.run('acts:settle', { act, word: 'send-again' })).toMatchObject({ ok: false })
  })

  it('[OB20] tried again it stands behind what was asked for since, and new acts behind it', () => {
    const bench = declared()
    const [first, second, third] = [newId<OutboxItemId>(), newId<OutboxItemId>(), newId<OutboxItemId>()]
    bench.run('acts:ask', { act: first, what: acknowledge })
    const row = readQueuedItem(bench.store.db, first)
    if (row === undefined) throw new Error('The act is not there')
    const now = bench.clock.now()
    const events = [actFailed.draft({ act: first, what: acknowledge, reason: 'no' }, now, { kind: 'engine' })]
    bench.ledger.commit(bench.incident, newId(), { events, changedItems: [{ ...row, state: 'failed' }] }, now)
    bench.run('acts:ask', { act: second, what: acknowledge })
    bench.run('acts:settle', { act: first, word: 'send-again' })
    bench.run('acts:ask', { act: third, what: acknowledge })
    expect(openItems(bench.store.db).map(({ id }) => id)).toEqual([second, first, third])
  })

  it('a screen cannot ask for an act that has no such shape', () => {
    const what = { kind: 'page-escalate', connection: pagerduty, page: { id: 'P1', name: 'x' }, level: 0 }
    const parsed = parseCall('acts:ask', { incident: newId(), act: newId(), what })
    expect(parsed).toMatchObject({ ok: false, fault: { kind: 'invalid-input', field: 'what.level' } })
  })

  it('[AC1] a channel that was opened gets its topic, and a topic that has not left gives way to a newer one', () => {
    const bench = declared()
    const { id, what } = opened()
    const ground = () => ({
      incident: bench.incident,
      before: bench.ledger.record(bench.incident)?.incident,
      now: bench.clock.now(),
      annotators: [],
      openItems: () => openItems(bench.store.db),
    })
    const done = actDone.draft({ act: id, what, externalId: 'C1', url: null }, bench.clock.now(), { kind: 'engine' })
    bench.ledger.commit(bench.incident, newId(), withReactions({ events: [done] }, ground()), bench.clock.now())
    bench.run('roles:assign', { role: 'ic', name: 'Dana' })
    const topics = acts(bench).filter(({ what }) => what.kind === 'chat-topic')
    expect(topics).toMatchObject([
      { standing: { state: 'superseded' }, what: { topic: expect.stringContaining('no commander') } },
      { standing: { state: 'waiting' }, what: { channel: { id: 'C1' }, topic: expect.stringContaining('IC Dana') } },
    ])
  })

  it('[AC3] a page that was made from an incident is one of its pages, and no other act links one', () => {
    const bench = declared()
    const act = newId<OutboxItemId>()
    const service = { id: 'S1', name: 'payments-db' }
    const made: VendorRequest = {
      ...{ kind: 'page-create', connection: pagerduty, service, title: 'Pool is full', urgency: 'high', details: '' },
    }
    bench.run('acts:ask', { act, what: made })
    const row = readQueuedItem(bench.store.db, act)
    if (row === undefined) throw new Error('The act is not there')
    const delivered = { outcome: 'delivered', delivered: { externalId: 'Q7', url: null } } as const
    const now = bench.clock.now()
    bench.ledger.commit(bench.incident, newId(), { events: eventsOf(row, delivered, now) }, now)
    expect(bench.ledger.record(bench.incident)?.incident.pages).toEqual([
      { connection: pagerduty, externalId: 'Q7', title: 'Pool is full', service: 'payments-db', url: null },
    ])
    const acknowledged = { ...row, ...newItem({ ...row, now, leavesAt: now }, requestToSend(acknowledge)) }
    expect(eventsOf(acknowledged, delivered, now).map(({ kind }) => kind)).toEqual(['act-done'])
  })

  it('an act of the outbox is written whole', () => {
    const bench = declared()
    const act = newId<OutboxItemId>()
    bench.run('acts:ask', { act, what: acknowledge })
    const row = readQueuedItem(bench.store.db, act)
    if (row === undefined) throw new Error('The act is not there')
    inTransaction(bench.store.db, () => writeQueuedItem(bench.store.db, { ...row, state: 'sent' }, row.origin))
    expect(openItems(bench.store.db)).toEqual([])
  })
})
