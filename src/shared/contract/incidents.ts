import type { RunningDeadline } from '../domain/deadlines'
import type { IncidentId } from '../domain/ids'
import type { Responder } from '../domain/people'
import type { Severity } from '../domain/severity'
import type { Status } from '../domain/status'
import type { Millis } from '../lib/time'

/** What sessions get of incidents besides their logs. */

/** One line of the list of incidents. */
export interface IncidentSummary {
  readonly id: IncidentId
  readonly title: string
  readonly severity: Severity
  readonly status: Status
  readonly drill: boolean
  readonly declaredAt: Millis
  readonly ic: Responder | null
  /** Null: it is not resolved; absent: an early version stored it. */
  readonly resolvedAt?: Millis | null
  /** Who declared it; absent: no person, or an early version stored it. */
  readonly by?: string | undefined
  /** [DI7] Ids of alerts and PagerDuty incidents that are linked, the newest of very many; absent: an early version stored it. */
  readonly alerts?: readonly string[]
  /** What is due in it, the soonest first. Absent in what an early version stored. */
  readonly deadlines?: readonly (Pick<RunningDeadline, 'kind' | 'dueAt'> & { readonly who?: string | undefined })[]
}

/** [DI7] Whether an incident that runs has one of these alerts. */
export function hasAlert({ status, alerts = [] }: IncidentSummary, ids: readonly string[]): boolean {
  return status !== 'resolved' && alerts.some(id => ids.includes(id))
}

/** The unresolved ones, the worst first, the newest of equals: the most urgent come first. */
export function openWorstFirst(incidents: readonly IncidentSummary[]): readonly IncidentSummary[] {
  return incidents
    .filter(({ status }) => status !== 'resolved')
    .sort((a, b) => a.severity.localeCompare(b.severity) || b.declaredAt - a.declaredAt)
}
