import { describe, expect, it } from 'vitest'
import type { ConflictAbout } from '../../src/shared/domain/claims'
import type { CheckpointId, EventId, OutboxItemId, UpdateId } from '../../src/shared/domain/ids'
import type { Actor, RoleKey } from '../../src/shared/domain/people'
import type { Severity } from '../../src/shared/domain/severity'
import { FIRST_CHECKPOINT } from '../../src/shared/domain/severity'
import type { Status } from '../../src/shared/domain/status'
import { eventRegistry as kinds } from '../../src/shared/events/registry'
import { ada, assigned, drafted, engineItself, minute, named, person, updateContent } from '../support/folded-incident'
import { mergedOf, type Wrote } from '../support/two-machines'

const merged = (...wrote: readonly Wrote[]) => mergedOf([], ...wrote)

const severity = (to: Severity) => kinds['severity-changed'].draft({ from: 'SEV-2', to, reason: '' }, minute(2), ada)
const status = (to: Status, after = 2) =>
  kinds['status-changed'].draft({ from: 'investigating', to, reason: '' }, minute(after), ada)
const title = (to: string) => kinds['incident-renamed'].draft({ from: 'x', to }, minute(2), ada)
const impact = (text: string) => kinds['impact-stated'].draft({ impact: text }, minute(2), ada)
const began = (at: number) =>
  kinds['started-at-confirmed'].draft({ at: minute(at), source: { kind: 'person', name: '' } }, minute(9), ada)
const promised = (at: number | null, by: Actor = engineItself) =>
  kinds['update-promised'].draft({ dueAt: at === null ? null : minute(at) }, minute(2), by)
const released = (role: RoleKey, name: string) =>
  kinds['role-released'].draft({ role, responder: named(name) }, minute(5), ada)
const publishing = (act: string) => {
  const body = {
    update: 'u1' as UpdateId,
    act: act as OutboxItemId,
    cancelUntil: minute(3),
    channel: updateContent().channel,
  }
  return kinds['update-publishing'].draft(body, minute(3), ada)
}
const settled = (about: ConflictAbout, chosen: string) =>
  kinds['conflict-settled'].draft({ about, chosen: chosen as EventId, text: 'it', reason: 'agreed' }, minute(9), ada)
const checkpoint = (dueAt: number) =>
  kinds['checkpoint-armed'].draft({ checkpoint: 'c1' as CheckpointId, dueAt: minute(dueAt) }, minute(4), ada)

describe('[CF1] [CF2] what two machines said at once', () => {
  it.each([
    ['SEV-1', 'SEV-3'],
    ['SEV-3', 'SEV-1'],
  ] as const)('of the severity, %s and %s: the higher holds, flagged', (one, other) => {
    const { incident, conflicts } = merged(['a', 'alone', severity(one)], ['b', 'alone', severity(other)])
    expect([incident.severity, conflicts]).toEqual(['SEV-1', [['severity', [one, other]]]])
  })

  it('is no conflict where both said the same, or one had heard of the other', () => {
    expect(merged(['a', 'alone', severity('SEV-1')], ['b', 'alone', severity('SEV-1')]).conflicts).toEqual([])
    const { incident, conflicts } = merged(['a', 'alone', severity('SEV-1')], ['b', 'knowing', severity('SEV-3')])
    expect([incident.severity, conflicts]).toEqual(['SEV-3', []])
  })

  it('is over once somebody who had heard of both says it anew', () => {
    const both: readonly Wrote[] = [
      ['a', 'alone', severity('SEV-1')],
      ['b', 'alone', severity('SEV-3')],
    ]
    expect(merged(...both, ['b', 'knowing', severity('SEV-4')])).toMatchObject({
      incident: { severity: 'SEV-4', worstSeverity: 'SEV-1' },
      conflicts: [],
    })
  })

  it.each([
    ['resolved', 'monitoring', 'monitoring'],
    ['monitoring', 'resolved', 'monitoring'],
    ['identified', 'monitoring', 'identified'],
  ] as const)('of the status, %s and %s: the less resolved holds, flagged', (one, other, holds) => {
    const { incident, conflicts } = merged(['a', 'alone', status(one)], ['b', 'alone', status(other)])
    expect([incident.status, incident.resolvedAt, conflicts]).toEqual([holds, null, [['status', [one, other]]]])
  })

  it('of title and impact: the last in order holds, flagged', () => {
    const { incident, conflicts } = merged(
      ...([
        ['a', 'alone', title('Cards')],
        ['a', 'alone', impact('One in three')],
        ['b', 'alone', title('Payments')],
        ['b', 'alone', impact('All')],
      ] as const),
    )
    expect([incident.title, incident.impact]).toEqual(['Payments', 'All'])
    expect(conflicts).toEqual([
      ['title', ['Cards', 'Payments']],
      ['impact', ['One in three', 'All']],
    ])
  })

  it.each([
    [-5, -9],
    [-9, -5],
  ])('of when it began, minutes %d and %d: the earliest holds', (one, other) => {
    const { incident, conflicts } = merged(['a', 'alone', began(one)], ['b', 'alone', began(other)])
    expect([incident.started?.at, conflicts]).toEqual([minute(-9), []])
  })

  it('of when it began, corrected by somebody who knew: the correction holds, though it is later', () => {
    expect(merged(['a', 'alone', began(-9)], ['b', 'knowing', began(-5)]).incident.started?.at).toBe(minute(-5))
  })

  it('of the next update: the earliest promise holds, and a person’s before the engine’s', () => {
    const due = (...wrote: readonly Wrote[]) => merged(...wrote).incident.nextUpdateDueAt
    expect(due(['a', 'alone', promised(30)], ['b', 'alone', promised(20)])).toBe(minute(20))
    expect(due(['a', 'alone', promised(20)], ['b', 'alone', promised(null)])).toBe(minute(20))
    expect(due(['a', 'alone', promised(20)], ['b', 'alone', promised(40, person('Grace'))])).toBe(minute(40))
    expect(due(['a', 'alone', promised(20)], ['b', 'knowing', promised(null)])).toBeNull()
  })

  it('of one role: the first in order acts, and both are shown as disputed', () => {
    const { incident, conflicts } = merged(
      ['a', 'alone', assigned(2, 'ic', 'Ada')],
      ['b', 'alone', assigned(2, 'ic', 'Grace')],
    )
    expect(incident.roles.ic?.responder.name).toBe('Ada')
    expect(conflicts).toEqual([['role:ic', ['ada', 'grace']]])
  })

  it('of one role that its first holder gave up: the other acts', () => {
    const { incident, conflicts } = merged(
      ...([
        ['a', 'alone', assigned(2, 'ic', 'Ada')],
        ['b', 'alone', assigned(2, 'ic', 'Grace')],
        ['a', 'alone', released('ic', 'Ada')],
      ] as const),
    )
    expect([incident.roles.ic?.responder.name, conflicts]).toEqual(['Grace', []])
  })

  it('that one update goes out: the second wish is void, and says so', () => {
    const { incident, lines } = merged(
      ...([
        ['a', 'alone', drafted(1, 'u1')],
        ['a', 'knowing', publishing('act-1')],
        ['b', 'alone', publishing('act-2')],
      ] as const),
    )
    expect(incident.updates[0]?.delivery).toMatchObject({ state: 'publishing', act: 'act-1' })
    expect(incident.unfolded).toMatchObject([{ because: { as: 'void', reason: 'update-on-its-way' } }])
    expect(lines).toContain(
      'Void, because another machine requested the same at the same time: Publishing to Public status page',
    )
  })
})

describe('[CF3] a conflict that a person settled', () => {
  const roles: readonly Wrote[] = [
    ['a', 'alone', assigned(2, 'ic', 'Ada')],
    ['b', 'alone', assigned(2, 'ic', 'Grace')],
  ]

  it.each([
    ['a.1', 'Ada'],
    ['b.2', 'Grace'],
  ])('for %s is closed, and that side holds', (chosen, holds) => {
    const { incident, conflicts, lines } = merged(...roles, ['a', 'knowing', settled('role:ic', chosen)])
    expect([incident.roles.ic?.responder.name, conflicts]).toEqual([holds, []])
    expect(lines).toContain('Conflict settled: Incident commander it (agreed)')
    expect(incident.crew.past.length).toBe(holds === 'Ada' ? 0 : 1)
  })

  it('may lower a severity that held because it was the higher', () => {
    const both: readonly Wrote[] = [
      ['a', 'alone', severity('SEV-1')],
      ['b', 'alone', severity('SEV-3')],
    ]
    const { incident, conflicts } = merged(...both, ['a', 'knowing', settled('severity', 'b.2')])
    expect([incident.severity, incident.worstSeverity, conflicts]).toEqual(['SEV-3', 'SEV-1', []])
  })

  it('may resolve what the other side held open, and stops its clocks', () => {
    const both: readonly Wrote[] = [
      ['a', 'alone', checkpoint(40)],
      ['a', 'alone', status('resolved', 5)],
      ['b', 'alone', status('monitoring', 5)],
    ]
    const { incident } = merged(...both, ['b', 'knowing', settled('status', 'a.2')])
    expect(incident).toMatchObject({ status: 'resolved', checkpoint: { state: 'off' } })
  })

  it.each([
    ['of which nothing is open', [], settled('severity', 'a.1')],
    ['for an event that is no side of it', roles, settled('role:ic', 'a.0')],
    ['a second time', [...roles, ['a', 'knowing', settled('role:ic', 'a.1')]], settled('role:ic', 'b.2')],
  ] as const)('%s is void', (_, before, again) => {
    const { incident } = merged(...(before as readonly Wrote[]), ['b', 'knowing', again])
    expect(incident.unfolded).toMatchObject([{ because: { as: 'void', reason: 'conflict-closed' } }])
  })
})

describe('[CF4] after a merge', () => {
  it('an incident that one side resolved and the other holds open has a checkpoint, though nobody set one', () => {
    const { incident } = merged(['a', 'alone', status('resolved', 5)], ['b', 'alone', status('monitoring', 6)])
    expect(incident.checkpoint).toMatchObject({ state: 'waiting', dueAt: minute(6) + FIRST_CHECKPOINT })
  })

  it('one that is resolved has none, whatever the other side set meanwhile', () => {
    const { incident } = merged(['a', 'alone', status('resolved', 5)], ['b', 'alone', checkpoint(40)])
    expect([incident.status, incident.checkpoint]).toEqual(['resolved', { state: 'off' }])
    const { incident: other } = merged(['b', 'alone', checkpoint(40)], ['a', 'alone', status('resolved', 5)])
    expect([other.status, other.checkpoint]).toEqual(['resolved', { state: 'off' }])
  })
})
