import { describe, expect, it } from 'vitest'
import type { EventId, IncidentId } from '../../src/shared/domain/ids'
import type { EventDraft } from '../../src/shared/events/define'
import type { EventOf } from '../../src/shared/events/parts/define-part'
import { beginHead, changeHead, headOf, incidentOf, partsChangedBy } from '../../src/shared/events/parts/head'
import { type EventKind, eventRegistry, type KnownEvent } from '../../src/shared/events/registry'
import {
  ada,
  assigned,
  declared,
  held,
  minute,
  published,
  recordOf,
  resolved,
  wellKept,
} from '../support/folded-incident'

function logged(draft: EventDraft): KnownEvent {
  const place = { id: 'e' as EventId, incident: 'i' as IncidentId, seq: 1, version: 1, recordedAt: draft.at }
  return { ...draft, ...place } as unknown as KnownEvent
}

const begun = () => beginHead(logged(declared()) as EventOf<'incident-declared'>)

describe('[FO4] parts of the head', () => {
  it('know every kind of event; the few that change no part are lines, and the beginning', () => {
    const kinds = Object.keys(eventRegistry) as EventKind[]
    const ofNoPart = kinds.filter(kind => partsChangedBy(kind).length === 0)
    expect(ofNoPart.sort()).toEqual([
      'body-erased',
      'entry-added',
      'entry-corrected',
      'incident-declared',
      'person-named',
      'tree-walked',
    ])
  })

  it('have no field of one name, so that side by side none hides another', () => {
    const fields = Object.values(begun()).flatMap(part => Object.keys(part))
    expect(fields.filter((field, at) => fields.indexOf(field) !== at)).toEqual([])
    expect(Object.keys(incidentOf(begun())).sort()).toEqual(fields.sort())
  })

  it('come apart again from an incident as they were, whatever happened to it', () => {
    const { incident } = recordOf([...wellKept, resolved(40)])
    const head = headOf(incident)
    expect(incidentOf(head)).toEqual(incident)
    expect(head.roles.roles).toBe(incident.roles)
  })

  it.each([
    ['a role', assigned(1, 'ic', 'Grace'), ['roles', 'concurrency', 'times']],
    ['a checkpoint', held(2), ['clocks']],
    ['an update that is out', published(3, 'u1'), ['clocks', 'comms', 'concurrency', 'times']],
    ['the end', resolved(4), ['audiences', 'milestones', 'clocks', 'concurrency', 'times']],
    [
      'an impact',
      eventRegistry['impact-stated'].draft({ impact: 'One in three' }, minute(5), ada),
      ['about', 'audiences', 'comms', 'concurrency'],
    ],
    ['a line', eventRegistry['clock-set'].draft({ by: 5 }, minute(6), ada), ['clocks']],
  ])('%s leaves the parts that it does not concern the same object', (_, draft, concerned) => {
    const before = begun()
    const after = changeHead(before, logged(draft))
    const names = Object.keys(before) as (keyof typeof before)[]
    expect(names.filter(name => after[name] !== before[name]).sort()).toEqual([...concerned].sort())
    expect(after === before).toBe(concerned.length === 0)
  })

  it('see the head as it was before the event, whichever part folds first', () => {
    const after = [resolved(1), published(2, 'u1', { nextUpdateAt: minute(30) })]
      .map(logged)
      .reduce(changeHead, begun())
    expect(after.clocks.nextUpdateDueAt).toBeNull()
    const reopen = { from: 'resolved', to: 'investigating', reason: '' } as const
    const open = [
      eventRegistry['status-changed'].draft(reopen, minute(3), ada),
      published(4, 'u1', { nextUpdateAt: minute(30) }),
    ]
    expect(open.map(logged).reduce(changeHead, after).clocks.nextUpdateDueAt).toBe(minute(30))
  })
})
