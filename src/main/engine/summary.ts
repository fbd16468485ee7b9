import type { IncidentSummary } from '../../shared/contract/views'
import type { Incident } from '../../shared/domain/incident'

/** What the list of incidents says of one. */
export function summaryOf(incident: Incident): IncidentSummary {
  const { id, title, severity, status, drill, declaredAt, roles } = incident
  return { id, title, severity, status, drill, declaredAt, ic: roles.ic?.responder ?? null }
}

export function sameSummary(a: IncidentSummary | undefined, b: IncidentSummary): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
