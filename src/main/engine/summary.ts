import type { IncidentSummary } from '../../shared/contract/views'
import type { Incident } from '../../shared/domain/incident'

/** What the list of incidents says of one. */
export function summaryOf(incident: Incident): IncidentSummary {
  const { id, title, severity, status, drill, declaredAt, roles, checkpoint, nextUpdateDueAt: updateDueAt } = incident
  const checkpointDueAt = checkpoint.state === 'waiting' ? checkpoint.dueAt : null
  const ic = roles.ic?.responder ?? null
  return { id, title, severity, status, drill, declaredAt, ic, checkpointDueAt, updateDueAt }
}

export function sameSummary(a: IncidentSummary | undefined, b: IncidentSummary): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
