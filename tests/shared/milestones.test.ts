import { describe, expect, it } from 'vitest'
import type { ConnectionId, OutboxItemId, StrategyId } from '../../src/shared/domain/ids'
import { impossibleOrder, type MilestoneName, milestoneNames } from '../../src/shared/domain/milestone'
import type { EventDraft } from '../../src/shared/events/define'
import { eventRegistry } from '../../src/shared/events/registry'
import { MINUTE } from '../../src/shared/lib/time'
import * as story from '../support/folded-incident'
import { seeded } from '../support/seeded'
import { shippedMethod } from '../support/shipped-method'

const { ada, minute } = story
const page = {
  ...{ connection: 'pd' as ConnectionId, externalId: 'P1', title: 'Errors', service: null, url: null },
}
const fromAlert = (): EventDraft =>
  eventRegistry['incident-declared'].draft(
    { title: 'Errors', severity: 'SEV-1', impact: '', drill: false, page },
    minute(0),
    ada,
  )
const status = (after: number, to: 'investigating' | 'monitoring' | 'resolved') =>
  eventRegistry['status-changed'].draft({ from: 'investigating', to, reason: '' }, minute(after), ada)
const acknowledgedPage = (after: number, id = 'P1') => {
  const what = { kind: 'page-acknowledge', connection: page.connection, page: { id, name: 'Errors' } } as const
  const body = { act: 'a1' as OutboxItemId, what, externalId: '', url: null }
  return eventRegistry['act-done'].draft(body, minute(after), { kind: 'vendor', name: 'PagerDuty' })
}
const linked = (after: number, externalId: string) =>
  eventRegistry['page-linked'].draft({ page: { ...page, externalId } }, minute(after), ada)
const task = (after: number) =>
  eventRegistry['task-given'].draft(
    { task: 't1' as StrategyId, text: 'roll back', owner: null, dueAt: null, entry: null },
    minute(after),
    ada,
  )
const attempt = (after: number) =>
  eventRegistry['attempt-noted'].draft(
    { attempt: 'x1' as StrategyId, text: 'restart', result: 'pending', entry: null },
    minute(after),
    ada,
  )
const detection = (after: number, at: number | null) =>
  eventRegistry['detection-stated'].draft({ detection: { how: 'alert', name: '', at } }, minute(after), ada)
const started = (after: number, at: number) =>
  eventRegistry['started-at-confirmed'].draft({ at, source: { kind: 'person', name: '' } }, minute(after), ada)
const stated = (after: number, milestone: MilestoneName, at: number | null, was: number | null = null) =>
  eventRegistry['milestone-stated'].draft({ milestone, at, was }, minute(after), ada)
const timesOf = (...drafts: readonly EventDraft[]) => story.recordOf(drafts).incident
const keptOf = (...drafts: readonly EventDraft[]) =>
  Object.fromEntries(Object.entries(timesOf(...drafts).timesKept).map(([name, { at, from }]) => [name, [at, from]]))

describe('[MI2] what sets a milestone', () => {
  const begun = fromAlert()
  it.each<[string, readonly EventDraft[], object]>([
    ['declaring from an alert: none', [], {}],
    ['an acknowledgement', [acknowledgedPage(2)], { acknowledged: [minute(2), 'page'] }],
    ['an acknowledgement of another PagerDuty incident: none', [acknowledgedPage(2, 'P2')], {}],
    [
      'an acknowledgement of one that was linked later',
      [linked(1, 'P2'), acknowledgedPage(2, 'P2')],
      { acknowledged: [minute(2), 'page'] },
    ],
    [
      'a role',
      [story.assigned(3, 'tech', 'Bo')],
      { acknowledged: [minute(3), 'role'], responded: [minute(3), 'role'] },
    ],
    [
      'the commander',
      [story.assigned(3, 'ic', 'Bo')],
      { acknowledged: [minute(3), 'role'], responded: [minute(3), 'role'], engaged: [minute(3), 'role'] },
    ],
    ['a task', [task(4)], { responded: [minute(4), 'work'] }],
    ['an attempt', [attempt(4)], { responded: [minute(4), 'work'] }],
    ['a published update', [story.drafted(5, 'u'), story.published(6, 'u')], { 'first-notice': [minute(6), 'update'] }],
    ['monitoring', [status(7, 'monitoring')], { mitigated: [minute(7), 'status'] }],
    ['resolved', [status(8, 'resolved')], { mitigated: [minute(8), 'status'], resolved: [minute(8), 'status'] }],
    [
      'reopened',
      [status(8, 'resolved'), status(9, 'investigating'), status(10, 'resolved'), status(11, 'investigating')],
      {
        ...{ mitigated: [minute(8), 'status'], resolved: [minute(8), 'status'], reopened: [minute(9), 'status'] },
      },
    ],
    ['how it was detected', [detection(3, minute(-2))], { detected: [minute(-2), 'detection'] }],
    ['how it was detected, without a time', [detection(3, null)], {}],
    ['a confirmed start', [started(3, minute(-5))], { started: [minute(-5), 'person'] }],
  ])('%s', (_, drafts, times) => {
    expect(keptOf(begun, ...drafts)).toEqual(times)
  })

  it('declaring by hand acknowledges', () => {
    expect(keptOf(story.declared())).toEqual({ acknowledged: [minute(0), 'declared'] })
  })

  it('[MI1] the method names each, and no other', () => {
    const { milestones, detectedBy } = shippedMethod().current().method.lifecycle
    expect(milestones.map(({ id }) => id)).toEqual([...milestoneNames])
    expect(detectedBy).toHaveLength(9)
  })
})

describe('[MI3] what a person states', () => {
  it('counts before what happens later, and keeps what it was', () => {
    const { timesKept, timeCorrections } = timesOf(
      fromAlert(),
      status(7, 'monitoring'),
      stated(9, 'mitigated', minute(5), minute(7)),
      status(10, 'investigating'),
      status(11, 'monitoring'),
    )
    expect(timesKept.mitigated).toMatchObject({ at: minute(5), from: 'person', by: ada })
    expect(timeCorrections).toEqual([
      { milestone: 'mitigated', from: minute(7), to: minute(5), by: ada, at: minute(9) },
    ])
  })

  it('that it was not reached takes it away until it happens after that', () => {
    const taken = [fromAlert(), status(7, 'monitoring'), stated(8, 'mitigated', null, minute(7))]
    expect(timesOf(...taken).timesKept.mitigated).toBeUndefined()
    const again = timesOf(...taken, status(9, 'investigating'), status(10, 'monitoring'))
    expect(again.timesKept.mitigated).toMatchObject({ at: minute(10), from: 'status' })
    const wrong = stated(3, 'engaged', null, minute(1))
    const later = timesOf(fromAlert(), story.assigned(1, 'ic', 'Bo'), wrong, story.assigned(5, 'ic', 'Cy'))
    expect(later.timesKept.engaged).toMatchObject({ at: minute(5), from: 'role' })
  })

  it('is void where somebody else had stated another time before', () => {
    const { timesKept, unfolded } = timesOf(
      fromAlert(),
      stated(8, 'mitigated', minute(6)),
      stated(9, 'mitigated', minute(4)),
    )
    expect(timesKept.mitigated?.at).toBe(minute(6))
    expect(unfolded).toMatchObject([{ kind: 'milestone-stated', because: { as: 'void', reason: 'time-stated' } }])
  })
})

describe('[MI4] an order that cannot be', () => {
  const times = { timesKept: { started: kept(10), detected: kept(20), mitigated: kept(30), resolved: kept(40) } }
  function kept(at: number) {
    return { at, from: 'person', by: ada } as const
  }
  it.each<[MilestoneName, number, object | undefined]>([
    ['started', 10, undefined],
    ['started', 21, { earlier: 'started', later: 'detected' }],
    ['detected', 9, { earlier: 'started', later: 'detected' }],
    ['detected', 41, { earlier: 'detected', later: 'resolved' }],
    ['acknowledged', 15, { earlier: 'detected', later: 'acknowledged' }],
    ['acknowledged', 35, undefined],
    ['mitigated', 15, undefined],
    ['mitigated', 41, { earlier: 'mitigated', later: 'resolved' }],
    ['reopened', 39, { earlier: 'resolved', later: 'reopened' }],
    ['review-held', 41, undefined],
  ])('%s at %d', (milestone, at, wrong) => {
    expect(impossibleOrder(times, milestone, at)).toEqual(wrong)
  })
})

it('[MI2] whatever order several machines wrote in, the first time of each counts', () => {
  const random = seeded(7)
  const drafts = [
    ...[acknowledgedPage(2), task(4), attempt(3), status(9, 'monitoring'), status(7, 'monitoring')],
    ...[story.assigned(6, 'ic', 'Bo'), story.assigned(5, 'tech', 'Cy')],
  ]
  for (let turn = 0; turn < 50; turn += 1) {
    const shuffled = drafts.map(draft => ({ draft, at: random() })).sort((a, b) => a.at - b.at)
    const { timesKept } = timesOf(fromAlert(), ...shuffled.map(({ draft }) => draft))
    expect([timesKept.acknowledged, timesKept.responded, timesKept.engaged].map(time => time?.at)).toEqual([
      minute(2),
      minute(3),
      minute(6),
    ])
    expect(timesKept.mitigated?.at).toBe(minute(0) + 7 * MINUTE)
  }
})
