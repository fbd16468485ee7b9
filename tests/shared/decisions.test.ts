import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { machinesDisagree } from '../../src/renderer/features/wallboard/key-line-list'
import { runningDeadlines } from '../../src/shared/domain/deadlines'
import { deciderOf, isMet, isWatched, revisitDueAt } from '../../src/shared/domain/decisions'
import { handoffContent } from '../../src/shared/domain/handoff-content'
import type { EntryId, EventId, StrategyId } from '../../src/shared/domain/ids'
import type { EventDraft } from '../../src/shared/events/define'
import { definitionOf, type EventKind, eventRegistry as events } from '../../src/shared/events/registry'
import { SECOND } from '../../src/shared/lib/time'
import {
  ada,
  assigned,
  declared,
  engineItself,
  line,
  minute,
  person,
  recordOf,
  resolved,
  retracted,
} from '../support/folded-incident'

const id = (name: string) => name as StrategyId
const text = 'maintenance mode'
const condition = { panel: 'p1', title: 'Error rate', is: 'at-least', value: 5, unit: 'percent', limit: '5 %' } as const
const atThree = { at: minute(60), condition, soon: false, instead: 'fail over' }
type Settled = Parameters<(typeof events)['decision-settled']['draft']>[0]

const proposed = (more = {}, at = 1) =>
  events['decision-proposed'].draft(
    { decision: id('d'), text, reason: 'it grows', entry: null, objectBy: minute(3), revisit: null, ...more },
    minute(at),
    ada,
  )
const objected = (name = 'o', at = 2) =>
  events['decision-objected'].draft(
    { decision: id('d'), objection: id(name), objected: 'customers notice', text, entry: null },
    minute(at),
    person('Bob'),
  )
const settled = (state: Settled['state'], was: Settled['was'], more: Partial<Settled> = {}, at = 4) =>
  events['decision-settled'].draft(
    { decision: id('d'), text, reason: 'no other way', entry: null, state, was, as: 'commander', ...more },
    minute(at),
    ada,
  )
const set = (revisit: typeof atThree | null, was: string | null, at = 5) =>
  events['decision-revisit-set'].draft(
    { decision: id('d'), text, revisit, was: was as EventId | null },
    minute(at),
    ada,
  )
const called = (outcome: 'met' | 'not-met' | 'unknown' | 'due', key: string, at = 60) =>
  events['decision-called'].draft(
    {
      ...{ decision: id('d'), text, revisit: atThree, key: key as EventId, outcome },
      ...{ why: outcome === 'unknown' ? ('old-value' as const) : null, value: outcome === 'unknown' ? '' : '6.1 %' },
      dueAt: minute(at) + SECOND,
    },
    minute(at),
    engineItself,
  )

const incidentAfter = (...drafts: readonly EventDraft[]) => recordOf([declared(), ...drafts]).incident
const decisionAfter = (...drafts: readonly EventDraft[]) => {
  const [decision] = incidentAfter(...drafts).decisions
  if (decision === undefined) throw new Error('There is no decision')
  return decision
}
const said = (...drafts: readonly EventDraft[]) =>
  recordOf([declared(), ...drafts])
    .timeline.slice(1)
    .map(entry => entry.text)

describe('[DN1] decisions', () => {
  it.each([
    ['a proposal', [proposed()], { text, reason: 'it grows', state: 'proposed', objectBy: minute(3), settled: null }],
    ['one that is proposed twice', [proposed(), proposed({ text: 'other' })], { text }],
    ['one with an objection', [proposed(), objected()], { objections: [{ text: 'customers notice', at: minute(2) }] }],
    ['one with the same objection twice', [proposed(), objected(), objected()], { objections: [{}] }],
    [
      'one that is decided',
      [proposed(), settled('decided', 'proposed')],
      { state: 'decided', settled: { as: 'commander' } },
    ],
    ['one that is withdrawn', [proposed(), settled('withdrawn', 'proposed')], { state: 'withdrawn' }],
    [
      'one that is reversed',
      [proposed(), settled('decided', 'proposed'), settled('reversed', 'decided')],
      { state: 'reversed', settled: { reason: 'no other way' } },
    ],
    [
      'one that is proposed again',
      [proposed(), settled('withdrawn', 'proposed'), settled('proposed', 'withdrawn')],
      { state: 'proposed', settled: null },
    ],
    [
      'a revisit of one',
      [proposed(), settled('decided', 'proposed'), set(atThree, null)],
      { revisit: { ...atThree, key: 'event-4' }, called: null },
    ],
    [
      'what the engine said of it',
      [proposed({ revisit: atThree }), settled('decided', 'proposed'), called('met', 'event-2')],
      { called: { outcome: 'met', value: '6.1 %' } },
    ],
  ])('%s', (_, drafts, decision) => {
    const { decisions } = incidentAfter(...drafts)
    expect(decisions).toMatchObject([decision])
  })

  it.each([objected(), settled('decided', 'proposed'), set(atThree, null), called('met', 'event-9')])(
    'are as they were where $kind is of what is not there',
    draft => {
      expect(incidentAfter(draft)).toMatchObject({ decisions: [], unfolded: [] })
    },
  )

  it('that were typed as a line have no other, and go with it, and so do objections', () => {
    const typed = line(1, 'note', 'Proposed: maintenance mode')
    const { entry } = typed.body as { entry: EntryId }
    expect(said(typed, proposed({ entry }))).toEqual(['Proposed: maintenance mode'])
    expect(incidentAfter(typed, proposed({ entry }), retracted(2, entry, '')).decisions).toEqual([])
    const against = events['decision-objected'].draft(
      { decision: id('d'), objection: id('o'), objected: 'no', text, entry },
      minute(2),
      ada,
    )
    expect(incidentAfter(proposed(), typed, against, retracted(3, entry, '')).decisions).toMatchObject([
      { objections: [] },
    ])
  })

  it('each change is a line that says of what, by whose word, and why', () => {
    const drafts = [
      proposed({ revisit: atThree }),
      objected(),
      settled('decided', 'proposed', { as: 'no-commander' }),
      called('met', 'event-2'),
      set({ ...atThree, at: minute(70) }, 'event-2', 61),
      settled('reversed', 'decided', { reason: '' }, 62),
    ]
    expect(said(...drafts)).toEqual([
      'Proposed: maintenance mode: it grows. Objections until 14:03 UTC. Revisit at 15:00 UTC if Error rate ≥ 5 %, then fail over',
      'Objection to “maintenance mode”: customers notice',
      'Decided, with no commander assigned: maintenance mode: no other way',
      'Revisit now, Error rate ≥ 5 % (it is 6.1 %): maintenance mode. Then: fail over',
      'Revisit at 15:10 UTC if Error rate ≥ 5 %, then fail over: maintenance mode',
      'Decision reversed: maintenance mode',
    ])
  })

  it('[SG7] each text of people can be replaced, and the event is as readable as before', () => {
    const drafts = [
      proposed({ revisit: atThree }),
      objected(),
      settled('decided', 'proposed'),
      set(atThree, null),
      called('met', 'event-2'),
    ]
    for (const { kind, body } of drafts) {
      const { withoutTexts, body: parser } = definitionOf(kind as EventKind)
      const bare = withoutTexts?.(body, 'erased')
      expect(parser.safeParse(bare)).toMatchObject({ success: true })
      expect(JSON.stringify(bare)).not.toMatch(/maintenance|grows|customers|no other|fail over/)
    }
  })

  it('fold in any order: each is there once, and nothing fails', () => {
    const all = [
      proposed({ revisit: atThree }),
      proposed(),
      objected('o1'),
      objected('o1'),
      objected('o2'),
      settled('decided', 'proposed'),
      settled('withdrawn', 'proposed'),
      settled('reversed', 'decided'),
      settled('proposed', 'reversed'),
      set(atThree, null),
      set(null, 'event-2'),
      called('met', 'event-2'),
      called('not-met', 'event-3'),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(all), drafts => {
        const { decisions, unfolded } = incidentAfter(...drafts)
        expect(unfolded.every(({ because }) => because.as === 'void')).toBe(true)
        expect(decisions.length).toBeLessThanOrEqual(1)
        for (const one of decisions) {
          expect(one.settled === null).toBe(one.state === 'proposed')
          expect(new Set(one.objections.map(objection => objection.id)).size).toBe(one.objections.length)
          if (one.called !== null) expect(one.revisit).not.toBeNull()
        }
      }),
    )
  })
})

describe('[DN2] of two who settle one thing without having heard of each other', () => {
  const both = [proposed(), settled('withdrawn', 'proposed'), settled('decided', 'proposed', {}, 6)]

  it('the first in order does, and the other is void and says so', () => {
    const { decisions, unfolded } = incidentAfter(...both)
    expect(decisions).toMatchObject([{ state: 'withdrawn' }])
    expect(unfolded).toMatchObject([{ kind: 'decision-settled', because: { as: 'void', reason: 'decision-settled' } }])
    expect(said(...both).at(-1)).toBe(
      'Void, because someone had settled it differently before: Decided: maintenance mode: no other way',
    )
  })

  it('[DN12] the wallboard says so for a quarter of an hour', () => {
    const incident = incidentAfter(...both)
    expect(machinesDisagree(incident, minute(7))).toBe(
      'Not in effect, from Ada Lovelace: someone had settled it differently before',
    )
    expect(machinesDisagree(incident, minute(22))).toBe('')
  })

  it('[DN12] what two machines set differently is named until a person settles it', () => {
    const claim = (value: 'SEV-1' | 'SEV-2') => ({
      ...{ event: value as string as EventId, stamp: { origin: value, counter: 1 }, at: minute(1), by: ada, value },
    })
    const incident = incidentAfter()
    const claims = { ...incident.claims, severity: [claim('SEV-1'), claim('SEV-2')] }
    expect(machinesDisagree({ ...incident, claims }, minute(300))).toBe('Set differently on two machines: severity')
  })

  it('[DN5] the second of two revisits is void too, and so is what the engine says of the first', () => {
    const { decisions, unfolded } = incidentAfter(
      proposed({ revisit: atThree }),
      settled('decided', 'proposed'),
      set(null, 'event-2'),
      set({ ...atThree, at: minute(90) }, 'event-2'),
      called('met', 'event-2'),
    )
    expect(decisions).toMatchObject([{ revisit: null, called: null }])
    expect(unfolded.map(({ kind }) => kind)).toEqual(['decision-revisit-set', 'decision-called'])
  })
})

it('[DN4] knows whose word it is', () => {
  const grace = assigned(1, 'ic', 'Grace Hopper')
  expect(deciderOf(incidentAfter(), ada)).toBe('no-commander')
  expect(deciderOf(incidentAfter(grace), ada)).toBe('other')
  expect(deciderOf(incidentAfter(grace), person('grace  hopper'))).toBe('commander')
  expect(deciderOf(incidentAfter(grace), engineItself)).toBe('other')
})

it.each([
  ['above', 5, [false, false, true]],
  ['at-least', 5, [false, true, true]],
  ['below', 5, [true, false, false]],
  ['at-most', 5, [true, true, false]],
] as const)('[DN6] %s compares', (is, value, met) => {
  expect([4, 5, 6].map(now => isMet({ is, value }, now))).toEqual(met)
})

describe('[DN9] what is due of decisions', () => {
  const due = (...drafts: readonly EventDraft[]) =>
    runningDeadlines(incidentAfter(...drafts)).flatMap(({ kind, dueAt, about, owner }) =>
      kind === 'objection' || kind === 'revisit' ? [{ kind, dueAt, about, owner: owner?.name ?? null }] : [],
    )
  const decided = [proposed({ revisit: atThree }), settled('decided', 'proposed')]

  it('is the time for objections, of the commander', () => {
    const expected = { kind: 'objection', dueAt: minute(3), about: text }
    expect(due(assigned(1, 'ic', 'Grace Hopper'), proposed())).toEqual([{ ...expected, owner: 'Grace Hopper' }])
    expect(due(proposed())).toEqual([{ ...expected, owner: null }])
    expect(due(proposed(), settled('withdrawn', 'proposed'))).toEqual([])
    expect(due(proposed(), resolved(5))).toEqual([])
  })

  it('is the time of a revisit, or the moment at which it was called before', () => {
    expect(due(...decided)).toMatchObject([{ kind: 'revisit', dueAt: minute(60) }])
    expect(due(...decided, called('met', 'event-2', 30))).toMatchObject([{ dueAt: minute(30) + SECOND }])
    expect(due(...decided, called('met', 'event-2', 65))).toMatchObject([{ dueAt: minute(60) }])
    expect(due(...decided, called('unknown', 'event-2', 61))).toMatchObject([{ dueAt: minute(60) }])
    expect(due(...decided, called('not-met', 'event-2'))).toEqual([])
    expect(due(...decided, settled('reversed', 'decided'))).toEqual([])
  })

  it('[DN7] is watched once: not before it is decided, not after it was called', () => {
    expect(isWatched(decisionAfter(proposed({ revisit: atThree })))).toBe(false)
    expect(isWatched(decisionAfter(...decided))).toBe(true)
    expect(isWatched(decisionAfter(...decided, called('due', 'event-2')))).toBe(false)
    expect(isWatched(decisionAfter(...decided, called('due', 'event-2'), set(atThree, 'event-2')))).toBe(true)
    expect(revisitDueAt(decisionAfter(proposed()))).toBeNull()
  })
})

it('[DN10] the handoff keeps decisions out of its list of clocks: they have a list of their own', () => {
  const { incident, timeline } = recordOf([declared(), proposed()])
  const content = handoffContent(incident, timeline, minute(2))
  expect(content.onBoard).toMatchObject([{ text, state: 'proposed' }])
  expect(content.deadlines.map(({ kind }) => kind)).not.toContain('objection')
})
