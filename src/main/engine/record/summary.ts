import type { IncidentSummary } from '../../../shared/contract/incidents'
import { runningDeadlines } from '../../../shared/domain/deadlines'
import type { Incident } from '../../../shared/domain/incident'

/** What the list of incidents says of one. */
export function summaryOf(incident: Incident): IncidentSummary {
  const { id, title, severity, status, drill, declaredAt, roles } = incident
  const deadlines = runningDeadlines(incident).map(({ kind, dueAt, about, owner, backups: [first] }) => {
    // [SG9] A task that is overdue is asked for by name; one that nobody has, of the commander.
    const who = about === null ? undefined : (owner ?? first)?.name
    return { ...{ kind, dueAt }, ...(who !== undefined && { who }) }
  })
  const ic = roles.ic?.responder ?? null
  return { id, title, severity, status, drill, declaredAt, ic, deadlines }
}

export function sameSummary(a: IncidentSummary | undefined, b: IncidentSummary): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
