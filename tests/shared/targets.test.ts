import { describe, expect, it } from 'vitest'
import { timesKept } from '../../src/main/engine/documents/handoff-milestones'
import { type DeadlineKind, deadlinesOf, ladderOf, runningDeadlines } from '../../src/shared/domain/deadlines'
import { handoffContent } from '../../src/shared/domain/handoff-content'
import type { ConnectionId } from '../../src/shared/domain/ids'
import { methodFiles } from '../../src/shared/domain/method/method-files'
import { targetSpan } from '../../src/shared/domain/method/method-rules'
import { targetNames, targetOf } from '../../src/shared/domain/milestone'
import { isRaised, type Severity, severities } from '../../src/shared/domain/severity'
import type { Status } from '../../src/shared/domain/status'
import type { EventDraft } from '../../src/shared/events/define'
import { eventRegistry } from '../../src/shared/events/registry'
import { MINUTE } from '../../src/shared/lib/time'
import * as story from '../support/folded-incident'
import { seeded } from '../support/seeded'
import { shippedRules, shippedView } from '../support/shipped-method'

const { ada, minute } = story
const page = {
  ...{ connection: 'pd' as ConnectionId, externalId: 'P1', title: 'Errors', service: null, url: null },
}
const fromAlert = (severity: Severity = 'SEV-1', by = story.engineItself): EventDraft =>
  eventRegistry['incident-declared'].draft({ title: 'Errors', severity, impact: '', drill: false, page }, minute(0), by)
const adopted = (after = 0, rules = shippedRules.rules, from: string | null = null) =>
  eventRegistry['method-adopted'].draft({ ...shippedRules, rules, from }, minute(after), ada)
const changed = (after: number, from: Severity, to: Severity) =>
  eventRegistry['severity-changed'].draft({ from, to, reason: '' }, minute(after), ada)
const monitored = (after: number) =>
  eventRegistry['status-changed'].draft({ from: 'investigating', to: 'monitoring', reason: '' }, minute(after), ada)
const back = (after: number, from: Status) =>
  eventRegistry['status-changed'].draft({ from, to: 'investigating', reason: '' }, minute(after), ada)
const recordOf = (...drafts: readonly EventDraft[]) => story.recordOf(drafts)
const incidentOf = (...drafts: readonly EventDraft[]) => recordOf(...drafts).incident
const ofTargets: readonly DeadlineKind[] = ['acknowledge', 'respond', 'engage']
const due = (...drafts: readonly EventDraft[]) =>
  Object.fromEntries(
    runningDeadlines(incidentOf(...drafts))
      .filter(({ kind }) => ofTargets.includes(kind))
      .map(({ kind, dueAt }) => [kind, (dueAt - minute(0)) / MINUTE]),
  )
/** Rules of an incident that was declared before there were targets. */
const { targets: _, ...before } = shippedRules.rules

describe('[RT1] by when a method wants what', () => {
  it.each<[Severity, readonly (number | null)[]]>([
    ['SEV-1', [5, 10, 0, 5]],
    ['SEV-2', [15, 30, 30, 30]],
    ['SEV-3', [30, 60, 120, 60]],
    ['SEV-4', [120, 240, null, 0]],
  ])('of a %s', (severity, minutes) => {
    const spans = targetNames.map(name => targetSpan(shippedRules.rules, severity, name))
    expect(spans.map(span => (span === null ? null : span / MINUTE))).toEqual(minutes)
    const { targets } = incidentOf(fromAlert(severity), adopted())
    for (const [at, name] of targetNames.entries()) {
      const span = minutes[at]
      expect(targets[name]).toBe(span === null || span === undefined ? undefined : minute(span))
    }
  })

  it('an incident whose method did not ask has none, however old it is', () => {
    expect(incidentOf(fromAlert(), adopted(0, before)).targets).toEqual({})
    expect(due(fromAlert(), adopted(0, before))).toEqual({})
    expect(due(fromAlert())).toEqual({})
  })

  it('an alert that a person took has been seen by that person', () => {
    expect(due(fromAlert('SEV-1', ada), adopted())).toEqual({ respond: 10, engage: 0 })
    const { targets } = incidentOf(fromAlert('SEV-1', ada), adopted(), monitored(3), back(60, 'monitoring'))
    expect(targets.acknowledged).toBeUndefined()
  })

  it('a method asks for those that it names alone, each once', () => {
    const rules = { ...shippedRules.rules, targets: ['engaged'] as const }
    expect(due(fromAlert('SEV-2'), adopted(0, rules))).toEqual({ engage: 30 })
    const file = shippedView.method.severity
    expect(methodFiles.severity.safeParse({ ...file, targets: undefined }).success).toBe(true)
    expect(methodFiles.severity.safeParse({ ...file, targets: ['engaged', 'engaged'] }).success).toBe(false)
    expect(methodFiles.severity.safeParse({ ...file, targets: ['mitigated'] }).success).toBe(false)
  })
})

describe('[RT2] what moves a target', () => {
  it('raising brings it nearer, counted from then; lowering moves none', () => {
    expect(due(fromAlert('SEV-3'), adopted(), changed(20, 'SEV-3', 'SEV-1'))).toEqual({
      acknowledge: 25,
      respond: 30,
      engage: 20,
    })
    expect(due(fromAlert('SEV-2'), adopted(), changed(14, 'SEV-2', 'SEV-1'))).toMatchObject({ acknowledge: 15 })
    expect(due(fromAlert('SEV-2'), adopted(), changed(3, 'SEV-2', 'SEV-4'))).toEqual({
      acknowledge: 15,
      respond: 30,
      engage: 30,
    })
  })

  it('what is reached stays as it was', () => {
    const drafts = [fromAlert('SEV-3'), adopted(), story.assigned(5, 'ic', 'Bo'), changed(20, 'SEV-3', 'SEV-1')]
    expect(incidentOf(...drafts).targets).toMatchObject({ acknowledged: minute(30), engaged: minute(120) })
  })

  it('changing over counts from then, so that an old incident is not overdue by it', () => {
    const drafts = [fromAlert('SEV-1'), adopted(0, before), adopted(600, shippedRules.rules, '1')]
    expect(due(...drafts)).toEqual({ acknowledge: 605, respond: 610, engage: 600 })
  })

  it.each<[Status, EventDraft]>([
    ['monitoring', monitored(3)],
    ['resolved', story.resolved(3)],
  ])('once it is no longer %s they begin anew, those that were reached stay', (status, calm) => {
    const drafts = [fromAlert(), adopted(), story.assigned(2, 'tech', 'Bo'), calm]
    expect(due(...drafts, back(1_440, status))).toEqual({ engage: 1_440 })
    expect(incidentOf(...drafts, back(1_440, status)).targets).toMatchObject({ responded: minute(10) })
    const lowered = [fromAlert(), adopted(), calm, changed(5, 'SEV-1', 'SEV-4')]
    expect(due(...lowered, back(1_440, status))).toEqual({ acknowledge: 1_560, respond: 1_680 })
  })

  it('while it is monitored nothing sets one', () => {
    const drafts = [fromAlert('SEV-3'), adopted(), monitored(3)]
    const { targets } = incidentOf(...drafts)
    expect(incidentOf(...drafts, changed(5, 'SEV-3', 'SEV-1')).targets).toEqual(targets)
    const old = [fromAlert(), adopted(0, before), monitored(3), adopted(5, shippedRules.rules, '1')]
    expect(incidentOf(...old).targets).toEqual({})
    expect(due(...old, back(60, 'monitoring'))).toEqual({ acknowledge: 65, respond: 70, engage: 60 })
  })
})

describe('[RT3] the deadlines', () => {
  it('end when they are reached', () => {
    expect(due(fromAlert(), adopted(), story.assigned(2, 'tech', 'Bo'))).toEqual({ engage: 0 })
    expect(due(fromAlert(), adopted(), story.assigned(2, 'ic', 'Bo'))).toEqual({})
    expect(due(story.declared(), adopted())).toEqual({ respond: 10, engage: 0 })
  })

  it.each([
    ['monitored', monitored(3)],
    ['resolved', story.resolved(3)],
  ])('end when it is %s', (_name, event) => {
    const kinds = deadlinesOf(incidentOf(fromAlert(), adopted(), event)).map(({ kind }) => kind)
    expect(kinds.filter(kind => ofTargets.includes(kind))).toEqual([])
  })

  it('are called once, softly, a missing commander a minute late', () => {
    for (const severity of severities) {
      const calls = ofTargets.map(kind => ladderOf(severity, kind).filter(({ does }) => does !== 'warn'))
      expect(calls).toEqual([
        [{ after: 0, does: 'call' }],
        [{ after: 0, does: 'call' }],
        [{ after: MINUTE, does: 'call' }],
      ])
    }
  })

  it('have one id each, which stays when they move', () => {
    const ids = (...drafts: readonly EventDraft[]) =>
      runningDeadlines(incidentOf(...drafts)).flatMap(({ kind, id }) => (ofTargets.includes(kind) ? [id] : []))
    const first = ids(fromAlert('SEV-3'), adopted())
    expect(new Set(first).size).toBe(3)
    expect(ids(fromAlert('SEV-3'), adopted(), changed(9, 'SEV-3', 'SEV-1')).toSorted()).toEqual(first.toSorted())
  })
})

describe('[RT4] what was missed', () => {
  const drafts = [fromAlert(), adopted(), story.assigned(8, 'tech', 'Bo')]

  it('is by how much, of what is reached and of what is not', () => {
    const { incident } = recordOf(...drafts)
    const of = (name: 'acknowledged' | 'responded' | 'engaged' | 'mitigated') => targetOf(incident, name, minute(12))
    expect(of('acknowledged')).toEqual({ dueAt: minute(5), isReached: true, late: 3 * MINUTE })
    expect(of('responded')).toEqual({ dueAt: minute(10), isReached: true, late: 0 })
    expect(of('engaged')).toEqual({ dueAt: minute(0), isReached: false, late: 12 * MINUTE })
    expect(of('mitigated')).toBeUndefined()
  })

  it('grows no further once it is monitored, resolved after that too', () => {
    const late = (...more: readonly EventDraft[]) => {
      const { incident } = recordOf(...drafts, ...more)
      return (targetOf(incident, 'engaged', minute(600))?.late ?? 0) / MINUTE
    }
    expect(late()).toBe(600)
    expect(late(monitored(12))).toBe(12)
    expect(late(monitored(12), story.resolved(30))).toBe(12)
    expect(late(story.resolved(30))).toBe(30)
    expect(late(monitored(12), back(100, 'monitoring'))).toBe(500)
    const { incident, timeline } = recordOf(...drafts, monitored(12))
    const said = JSON.stringify(timesKept(handoffContent(incident, timeline, minute(600))))
    expect(said).toContain('not reached, target 20 Nov, 14:00 UTC, overdue by 12 min')
  })

  it('is in the handoff', () => {
    const { incident, timeline } = recordOf(...drafts)
    const said = JSON.stringify(timesKept(handoffContent(incident, timeline, minute(12))))
    expect(said).toContain('target 14:05 UTC, 3 min late')
    expect(said).toContain('not reached, target 14:00 UTC, overdue by 12 min')
    const old = recordOf(fromAlert(), adopted(0, before), story.assigned(8, 'tech', 'Bo'))
    expect(JSON.stringify(timesKept(handoffContent(old.incident, old.timeline, minute(12))))).not.toContain('target')
  })
})

it('[RT1] [RT2] [RT3] in any order of events a target only comes nearer, and none of a reached milestone is due', () => {
  const random = seeded(11)
  const below = (most: number) => Math.floor(random() * most)
  for (let life = 0; life < 200; life += 1) {
    const first = severities[below(4)] ?? 'SEV-2'
    let severity = first
    const drafts: EventDraft[] = [fromAlert(first), adopted()]
    let known = incidentOf(...drafts).targets
    for (let at = 1; at < 10; at += 1) {
      const to = severities[below(4)] ?? 'SEV-1'
      const event =
        below(3) > 0 ? changed(at * 7, severity, to) : story.assigned(at * 7, below(2) > 0 ? 'tech' : 'ic', 'Bo')
      drafts.push(event)
      if (event.kind === 'severity-changed') severity = to
      const { targets, timesKept: reached, severity: now } = incidentOf(...drafts)
      for (const name of targetNames) {
        const [was, is] = [known[name], targets[name]]
        if (was !== undefined) expect(is).toBeLessThanOrEqual(was)
        if (was !== is) expect([isRaised(first, now) || was === undefined, reached[name]]).toEqual([true, undefined])
      }
      known = targets
      if (reached.engaged !== undefined) expect(due(...drafts)).not.toHaveProperty('engage')
    }
  }
})
