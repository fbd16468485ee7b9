import { describe, expect, it } from 'vitest'
import type { Audience } from '../../src/shared/domain/audience'
import { audienceDue, audiencesOfIncident, dueAfterPutOff, lastToldAt } from '../../src/shared/domain/audience-due'
import { type AudienceMatrix, type AudienceRow, audienceOfRow } from '../../src/shared/domain/audience-matrix'
import { deadlinesOf } from '../../src/shared/domain/deadlines'
import type { ConnectionId, EventId, UpdateId } from '../../src/shared/domain/ids'
import type { MethodRules } from '../../src/shared/domain/method/method-rules'
import type { Severity } from '../../src/shared/domain/severity'
import type { Channel } from '../../src/shared/domain/update'
import type { EventDraft } from '../../src/shared/events/define'
import { eventRegistry as kinds } from '../../src/shared/events/registry'
import { ada, declared, minute, recordOf, resolved, updateContent } from '../support/folded-incident'
import { shippedView } from '../support/shipped-method'

const chat: Channel = { vendor: 'slack', connection: 'sl' as ConnectionId, target: 'C1', label: '#lead' }
const leadership = 'named:Leadership' as const
const support = 'named:Support' as const
const legal = 'named:Legal and PR' as const
const rules: MethodRules = shippedView.adoptable.rules

function adopted(after = 0, matrix: AudienceMatrix | undefined = rules.audiences, from: string | null = null) {
  return kinds['method-adopted'].draft(
    { name: 'M', version: 'v', from, rules: { ...rules, audiences: matrix } },
    minute(after),
    ada,
  )
}

function told(after: number, audience: Audience, next: number | null): EventDraft[] {
  const promise = next === null ? null : minute(next)
  const channel = audience === 'customers' ? updateContent().channel : chat
  const content = updateContent({ channel, nextUpdateAt: promise })
  const update = `u-${audience.replaceAll(' ', '-')}-${after}` as UpdateId
  return [
    kinds['update-drafted'].draft({ update, content, audience }, minute(after), ada),
    kinds['update-published'].draft(
      { update, content, audience, promise, externalId: 'x', url: null },
      minute(after),
      ada,
    ),
  ]
}

const severity = (after: number, from: Severity, to: Severity) =>
  kinds['severity-changed'].draft({ from, to, reason: '' }, minute(after), ada)
const putOff = (after: number, audience: Audience, until: number | null, was: string | null = null) =>
  kinds['audience-put-off'].draft(
    {
      audience,
      until: until === null ? null : minute(until),
      reason: 'the board meets at 15:00',
      was: was as EventId | null,
    },
    minute(after),
    ada,
  )
const byHand = (after: number, audience: Audience, promise: number | null) =>
  kinds['audience-told'].draft(
    { audience, how: 'call', what: 'what we know', promise: promise === null ? null : minute(promise) },
    minute(after),
    ada,
  )

function incidentAfter(at: Severity, ...drafts: readonly (EventDraft | EventDraft[])[]) {
  return recordOf([declared({ severity: at }), adopted(), ...drafts.flat()]).incident
}

/** Of each audience that is due: minutes and why. */
function due(incident: ReturnType<typeof incidentAfter>, audience: Audience) {
  const one = audienceDue(incident, audience)
  return one === null ? null : [(one.dueAt - minute(0)) / 60_000, one.because]
}

function rung(incident: ReturnType<typeof incidentAfter>) {
  return deadlinesOf(incident)
    .filter(({ kind, dueAt }) => kind === 'internal-update' && dueAt !== null)
    .map(({ audience, dueAt }) => [audience, ((dueAt ?? 0) - minute(0)) / 60_000])
}

describe('[AU2] the first notice of each audience', () => {
  it('is due as the matrix says from declaring', () => {
    const incident = incidentAfter('SEV-1')
    expect(due(incident, leadership)).toEqual([5, 'first'])
    expect(due(incident, legal)).toEqual([0, 'first'])
    expect(due(incident, 'colleagues')).toBeNull()
    expect(due(incidentAfter('SEV-3'), leadership)).toBeNull()
  })

  it('begins, or comes nearer, with a raised severity, and moves no further away with a lowered one', () => {
    expect(due(incidentAfter('SEV-3', severity(20, 'SEV-3', 'SEV-1')), leadership)).toEqual([25, 'first'])
    expect(due(incidentAfter('SEV-2', severity(28, 'SEV-2', 'SEV-1')), leadership)).toEqual([30, 'first'])
    expect(due(incidentAfter('SEV-1', severity(3, 'SEV-1', 'SEV-2')), leadership)).toEqual([5, 'first'])
  })

  it('is over once they were told, in a channel or by a person', () => {
    expect(due(incidentAfter('SEV-1', told(2, legal, null)), legal)).toBeNull()
    expect(due(incidentAfter('SEV-1', byHand(2, legal, null)), legal)).toBeNull()
  })
})

describe('[AU3] what was told sets the next one', () => {
  it('by the time it promises, else by the pace of the audience', () => {
    expect(due(incidentAfter('SEV-1', told(4, leadership, 40)), leadership)).toEqual([40, 'promised'])
    expect(due(incidentAfter('SEV-1', told(4, leadership, null)), leadership)).toEqual([64, 'usual'])
    expect(due(incidentAfter('SEV-1', byHand(4, leadership, null)), leadership)).toEqual([64, 'usual'])
    expect(due(incidentAfter('SEV-1', told(4, leadership, 40), byHand(9, leadership, 20)), leadership)).toEqual([
      20,
      'promised',
    ])
  })

  it('[UP9] and no other audience’s', () => {
    const incident = incidentAfter('SEV-1', told(2, 'customers', 32), told(4, leadership, 40), told(6, support, 90))
    expect([due(incident, leadership), incident.nextUpdateDueAt]).toEqual([[40, 'promised'], minute(32)])
  })

  it('[AU5] comes nearer with a raised severity', () => {
    const faster = (row: AudienceRow): AudienceRow =>
      row.id === 'leadership' && row.cadence
        ? { ...row, cadence: { ...row.cadence, 'SEV-1': { first: 5, next: 15 } } }
        : row
    const matrix = rules.audiences && { ...rules.audiences, audiences: rules.audiences.audiences.map(faster) }
    const before = [declared({ severity: 'SEV-2' }), adopted(0, matrix), ...told(4, leadership, null)]
    expect(due(recordOf(before).incident, leadership)).toEqual([64, 'usual'])
    expect(due(recordOf([...before, severity(10, 'SEV-2', 'SEV-1')]).incident, leadership)).toEqual([25, 'usual'])
    expect(due(recordOf([...before, severity(60, 'SEV-2', 'SEV-1')]).incident, leadership)).toEqual([64, 'usual'])
  })
})

describe('[AU4] an audience that follows', () => {
  it('is due some minutes after the first customer update that it has not heard of', () => {
    const all = [told(1, support, null), told(10, 'customers', 40), told(20, 'customers', 50)]
    expect(due(incidentAfter('SEV-1', ...all), support)).toEqual([20, 'follows'])
    expect(due(incidentAfter('SEV-1', ...all, told(21, support, null)), support)).toBeNull()
    expect(due(incidentAfter('SEV-1', told(1, support, null)), support)).toBeNull()
  })

  it.each([
    ['severity', severity(30, 'SEV-1', 'SEV-2'), null],
    [
      'status',
      kinds['status-changed'].draft({ from: 'investigating', to: 'identified', reason: '' }, minute(30), ada),
      40,
    ],
    ['impact', kinds['impact-stated'].draft({ impact: 'Worse' }, minute(30), ada), 40],
  ])('hears of a changed %s since it was told', (_, change, at) => {
    // At a lower severity the matrix asks for nothing.
    expect(due(incidentAfter('SEV-1', told(3, legal, null), change), legal)).toEqual(
      at === null ? null : [at, 'changed'],
    )
    expect(due(incidentAfter('SEV-1', change, told(31, legal, null)), legal)).toBeNull()
  })
})

describe('[AU6] an audience that is put off', () => {
  it('is due when that ends, and is not due where it need not hear', () => {
    const snoozed = incidentAfter('SEV-1', told(4, leadership, 40), putOff(41, leadership, 71))
    expect(rung(snoozed)).toEqual([[leadership, 71]])
    expect(snoozed.putOffs[leadership]).toMatchObject({
      reason: 'the board meets at 15:00',
      until: minute(71),
      by: ada,
    })
    expect(rung(incidentAfter('SEV-1', told(4, leadership, 40), putOff(41, leadership, null)))).toEqual([])
  })

  it('hears as usual once it is woken, told, or the severity is raised', () => {
    const off = [...told(4, leadership, 40), putOff(41, leadership, 71)]
    const [, event] = Object.entries(incidentAfter('SEV-2', off).putOffs)[0] ?? []
    const woken = kinds['audience-resumed'].draft(
      { audience: leadership, was: event?.event ?? ('' as EventId) },
      minute(42),
      ada,
    )
    expect(rung(incidentAfter('SEV-2', off, woken))).toEqual([[leadership, 40]])
    expect(incidentAfter('SEV-2', off, told(43, leadership, null)).putOffs).toEqual({})
    expect(incidentAfter('SEV-2', off, byHand(43, leadership, null)).putOffs).toEqual({})
    expect(incidentAfter('SEV-2', off, severity(43, 'SEV-2', 'SEV-1')).putOffs).toEqual({})
    expect(incidentAfter('SEV-1', off, severity(43, 'SEV-1', 'SEV-2')).putOffs).not.toEqual({})
  })

  it('of two that did not know of each other the one that ends first holds, whichever comes first', () => {
    for (const [one, other] of [
      [60, 90],
      [90, 60],
      [60, null],
      [null, 60],
    ] as const) {
      const { putOffs } = incidentAfter('SEV-1', putOff(41, leadership, one), putOff(41, leadership, other))
      expect(putOffs[leadership]?.until).toBe(minute(60))
    }
    const again = incidentAfter('SEV-1', putOff(41, leadership, 60), putOff(42, leadership, 90, 'event-3'))
    expect(again.putOffs[leadership]?.until).toBe(minute(90))
  })

  it('waking ends only the one that the person saw', () => {
    const woken = kinds['audience-resumed'].draft({ audience: leadership, was: 'event-3' as EventId }, minute(50), ada)
    const later = putOff(42, leadership, 90, 'event-3')
    expect(incidentAfter('SEV-1', putOff(41, leadership, 60), later, woken).putOffs[leadership]?.until).toBe(minute(90))
  })

  it('holds for customers too: their promise stays, and its clock says why', () => {
    const off = incidentAfter('SEV-1', told(4, 'customers', 34), putOff(10, 'customers', 60))
    const clock = () => deadlinesOf(off).find(({ kind }) => kind === 'update')
    expect(clock()).toMatchObject({ dueAt: minute(60) })
    expect(off.nextUpdateDueAt).toBe(minute(34))
    const none = incidentAfter('SEV-1', told(4, 'customers', 34), putOff(10, 'customers', null))
    expect(deadlinesOf(none).find(({ kind }) => kind === 'update')).toMatchObject({
      dueAt: null,
      pausedBecause: 'put-off',
    })
  })
})

describe('[AU8] how loudly an audience is called', () => {
  it('nobody is called for those whom nobody has told yet', () => {
    expect(rung(incidentAfter('SEV-1'))).toEqual([])
    expect(rung(incidentAfter('SEV-1', told(5, 'customers', 35)))).toEqual([])
  })

  it('and softly, once, for those who expect to hear', () => {
    const incident = incidentAfter('SEV-1', told(4, leadership, 40))
    const clock = deadlinesOf(incident).find(({ kind }) => kind === 'internal-update')
    expect(clock?.ladder.map(({ does }) => does)).toEqual(['warn', 'call'])
  })
})

describe('[AU1] the audiences of an incident', () => {
  it('are those of its method in its order, then who was told besides', () => {
    const rows = rules.audiences?.audiences.map(audienceOfRow) ?? []
    expect(audiencesOfIncident(incidentAfter('SEV-1', told(3, 'named:Partners', null)))).toEqual([
      ...rows,
      'named:Partners',
    ])
  })

  it('and without a matrix those who were told: an old record is as it was', () => {
    const { incident } = recordOf([declared(), adopted(0, undefined), ...told(3, leadership, 60)])
    const bare = { ...incident, method: null }
    expect(audiencesOfIncident(bare)).toEqual(['customers', leadership])
    expect(due(bare, leadership)).toEqual([60, 'promised'])
  })

  it('hear nothing once it is resolved, and begin again when it is reopened', () => {
    const open = [...told(4, leadership, 40), putOff(41, leadership, 71)]
    const over = incidentAfter('SEV-1', open, resolved(50))
    expect([over.firstNoticeTo, over.putOffs, over.promisedTo]).toEqual([{}, {}, {}])
    const again = incidentAfter(
      'SEV-1',
      open,
      resolved(50),
      kinds['status-changed'].draft({ from: 'resolved', to: 'investigating', reason: '' }, minute(60), ada),
    )
    expect(due(again, leadership)).toEqual([120, 'usual'])
    expect(due(again, legal)).toEqual([60, 'first'])
    expect(lastToldAt(again, leadership)).toBe(minute(4))
    expect(dueAfterPutOff(again, leadership, minute(120))).toBe(minute(120))
  })
})
