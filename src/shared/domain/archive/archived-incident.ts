import type { Millis } from '../../lib/time'
import type { IncidentId } from '../ids'
import type { Incident } from '../incident'
import type { Responder } from '../people'
import { roleSlots } from '../responders'
import type { Severity } from '../severity'
import type { Status } from '../status'
import type { Attempt, Hypothesis } from '../strategy'
import type { Timeline } from '../timeline'

/** [AV1] What ended an incident, as its record says it; a text is empty where nobody said it. */
export interface Ending {
  /** What was tried and worked, the last of it. */
  readonly worked: string
  /** The hypothesis that was confirmed. */
  readonly cause: string
  /** The reason of its resolution. */
  readonly words: string
}

/** [AV1] What the archive says of an incident: enough to recognise it, and to know what ended it. */
export interface ArchivedIncident {
  readonly id: IncidentId
  readonly title: string
  readonly severity: Severity
  /** The most severe that it ever was. */
  readonly worst: Severity
  readonly status: Status
  readonly drill: boolean
  readonly declaredAt: Millis
  /** When customers began to feel it, as a person confirmed it; else when it was declared. */
  readonly began: Millis
  /** When it ended, as a person confirmed it; else when it was resolved; null: it is open. */
  readonly ended: Millis | null
  /** Who commands it, or did last. */
  readonly ic: string | null
  /** Who held a role, led a team or wrote in it, each once. */
  readonly people: readonly string[]
  /** As people and PagerDuty name them, each once. */
  readonly services: readonly string[]
  /** Names of the linked alerts and PagerDuty incidents, each once. */
  readonly alerts: readonly string[]
  readonly impact: string
  readonly ending: Ending
}

/** What the archive says of an incident as its record is now. */
export function archivedOf(incident: Incident, timeline: Timeline): ArchivedIncident {
  const { id, title, severity, worstSeverity: worst, status, drill, declaredAt, started, ended, resolvedAt } = incident
  return {
    ...{ id, title, severity, worst, status, drill, declaredAt },
    began: started?.at ?? declaredAt,
    ended: status === 'resolved' ? (ended?.at ?? resolvedAt) : null,
    ic: commanderOf(incident),
    people: once([...holdersOf(incident), ...authorsOf(timeline)]),
    services: once([...(incident.services ?? []), ...incident.pages.flatMap(({ service }) => service ?? [])]),
    alerts: once(incident.pages.map(page => page.title)),
    impact: incident.impact,
    ending: endingOf(incident),
  }
}

/** Who wrote lines of a timeline, by name. A retracted line was written too. */
export function authorsOf(timeline: Timeline): readonly string[] {
  return timeline.flatMap(({ by }) => (by.kind === 'person' ? [by.responder.name] : []))
}

/** Each name once, without the empty ones, in the order in which they come first. */
export function once(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter(name => name !== '')
}

function commanderOf({ roles, crew }: Incident): string | null {
  const last = crew.past.findLast(({ role }) => role === 'ic')
  return (roles.ic ?? last)?.responder.name ?? null
}

function holdersOf(incident: Incident): readonly string[] {
  const { crew, declaredBy } = incident
  const held: readonly (Responder | undefined)[] = [
    ...roleSlots(incident).flatMap(slot => [slot.held?.responder, slot.deputy?.responder]),
    ...crew.past.map(({ responder }) => responder),
    ...crew.teams.flatMap(({ lead, members }) => [lead, ...members]),
    ...(declaredBy.kind === 'person' ? [declaredBy.responder] : []),
  ]
  return held.flatMap(responder => responder?.name ?? [])
}

type Ended = Pick<Incident, 'attempts' | 'hypotheses' | 'lastResolved'>

/** [AV1] The decisive attempt, the confirmed hypothesis, and the words with which it was resolved. */
export function endingOf({ attempts, hypotheses, lastResolved }: Ended): Ending {
  return {
    worked: lastSettled(attempts.filter(({ result }) => result === 'worked')),
    cause: lastSettled(hypotheses.filter(({ state }) => state === 'confirmed')),
    words: lastResolved?.reason ?? '',
  }
}

function lastSettled(items: readonly (Attempt | Hypothesis)[]): string {
  const at = ({ settled, raised }: Attempt | Hypothesis) => (settled ?? raised).at
  return items.toSorted((a, b) => at(a) - at(b)).at(-1)?.text ?? ''
}
