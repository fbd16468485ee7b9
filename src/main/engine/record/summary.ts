import type { IncidentSummary } from '../../../shared/contract/incidents'
import { runningDeadlines } from '../../../shared/domain/deadlines'
import type { Incident } from '../../../shared/domain/incident'

/** What the list of incidents says of one. */
export function summaryOf(incident: Incident): IncidentSummary {
  const { id, title, severity, status, drill, declaredAt, roles } = incident
  const deadlines = runningDeadlines(incident).map(({ kind, dueAt, about, owner }) => ({
    ...{ kind, dueAt },
    // [SG9] A task that is overdue is asked for by name.
    ...(about !== null && owner !== null && { who: owner.name }),
  }))
  const ic = roles.ic?.responder ?? null
  return { id, title, severity, status, drill, declaredAt, ic, deadlines }
}

export function sameSummary(a: IncidentSummary | undefined, b: IncidentSummary): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
