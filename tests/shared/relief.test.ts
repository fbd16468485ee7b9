import { describe, expect, it } from 'vitest'
import { type DeadlineKind, ladderOf, runningDeadlines } from '../../src/shared/domain/deadlines'
import type { EventDraft } from '../../src/shared/events/define'
import { eventRegistry } from '../../src/shared/events/registry'
import { HOUR } from '../../src/shared/lib/time'
import { ada, assigned, declared, engineItself, minute, named, recordOf, resolved } from '../support/folded-incident'
import { shippedRules } from '../support/shipped-method'

const adopted = (rules = shippedRules.rules) =>
  eventRegistry['method-adopted'].draft({ ...shippedRules, rules, from: null }, minute(0), engineItself)
const incidentAfter = (...drafts: readonly EventDraft[]) => recordOf([declared(), ...drafts]).incident
const deputy = (after: number, name: string) =>
  eventRegistry['deputy-named'].draft({ role: 'ic', responder: named(name) }, minute(after), ada)
const reliefs = (...drafts: readonly EventDraft[]) =>
  runningDeadlines(incidentAfter(...drafts)).filter(({ kind }) => kind.startsWith('relief'))

describe('[FT1] long in command', () => {
  it('[FT1][FT2] is asked at four hours from the assignment and insisted on at six, with the deputy first in line', () => {
    const due = reliefs(adopted(), assigned(10, 'ic', 'Ada'), deputy(11, 'Bo'))
    expect(due.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['relief', minute(10) + 4 * HOUR],
      ['relief-overdue', minute(10) + 6 * HOUR],
    ])
    expect(due.map(({ owner, backups: [first] }) => [owner?.name, first?.name])).toEqual([
      ['Ada', 'Bo'],
      ['Ada', 'Bo'],
    ])
  })

  it('begins anew with whoever takes over, and not where a role of somebody else changes', () => {
    const [first] = reliefs(adopted(), assigned(10, 'ic', 'Ada'), assigned(50, 'tech', 'Cy'))
    expect(first?.dueAt).toBe(minute(10) + 4 * HOUR)
    const [again] = reliefs(adopted(), assigned(10, 'ic', 'Ada'), assigned(200, 'ic', 'Bo'))
    expect([again?.dueAt, again?.about]).toEqual([minute(200) + 4 * HOUR, 'Bo'])
    expect(again?.id).not.toBe(first?.id)
  })

  it.each<readonly [string, readonly EventDraft[]]>([
    ['nobody commands', [adopted()]],
    [
      'the method says nothing of it',
      [adopted({ ...shippedRules.rules, command: undefined }), assigned(1, 'ic', 'Ada')],
    ],
    ['it was declared before there were methods', [assigned(1, 'ic', 'Ada')]],
    ['it is resolved', [adopted(), assigned(1, 'ic', 'Ada'), resolved(2)]],
  ])('nobody is asked where %s', (_, drafts) => {
    expect(reliefs(...drafts)).toEqual([])
  })

  it('[CP6] the question is called once and softly, what insists as loudly as any other', () => {
    const does = (kind: DeadlineKind) => ladderOf('SEV-1', kind).map(step => step.does)
    expect(does('relief')).toEqual(['warn', 'call'])
    expect(does('relief-overdue')).toContain('call-loudly')
  })
})

describe('[FT3] the answer that the commander stays', () => {
  const continued = (after: number, since: number) =>
    eventRegistry['command-continued'].draft(
      { responder: named('Ada'), since: minute(since), deputy: null },
      minute(after),
      ada,
    )

  it('silences the question until it is insisted on', () => {
    const kinds = reliefs(adopted(), assigned(10, 'ic', 'Ada'), continued(255, 10)).map(({ kind }) => kind)
    expect(kinds).toEqual(['relief-overdue'])
  })

  it('says nothing of whoever takes over, nor of an earlier assignment', () => {
    const after = reliefs(adopted(), assigned(10, 'ic', 'Ada'), continued(255, 10), assigned(260, 'ic', 'Bo'))
    expect(after.map(({ kind, about }) => [kind, about])).toContainEqual(['relief', 'Bo'])
    const late = recordOf([
      ...[declared(), adopted(), assigned(10, 'ic', 'Ada'), assigned(260, 'ic', 'Bo'), continued(261, 10)],
    ])
    expect(late.incident.crew.continued).toBeNull()
    expect(runningDeadlines(late.incident).map(({ kind }) => kind)).toContain('relief')
  })

  it('is a line with the deputy', () => {
    const { timeline } = recordOf([
      ...[declared(), adopted(), assigned(10, 'ic', 'Ada'), deputy(11, 'Bo'), continued(255, 10)],
      eventRegistry['command-continued'].draft(
        { responder: named('Ada'), since: minute(10), deputy: named('Bo') },
        minute(256),
        ada,
      ),
    ])
    expect(timeline.slice(-2).map(({ text }) => text)).toEqual([
      'Ada stays in command',
      'Ada stays in command, deputy: Bo',
    ])
  })
})
