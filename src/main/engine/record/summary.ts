import type { IncidentSummary } from '../../../shared/contract/incidents'
import { runningDeadlines } from '../../../shared/domain/deadlines'
import type { Incident } from '../../../shared/domain/incident'
import { rowId } from '../../../shared/domain/row-id'

/** Every session gets the list with each change of it. */
const MOST_ALERTS = 50

/** What the list of incidents says of one. */
export function summaryOf(incident: Incident): IncidentSummary {
  const { id, title, severity, status, drill, declaredAt, declaredBy, roles, pages, resolvedAt } = incident
  const deadlines = runningDeadlines(incident).map(({ kind, dueAt, about, owner, backups: [first] }) => {
    // [SG9] A task that is overdue is asked for by name; one that nobody has, of the commander.
    const who = about === null ? undefined : (owner ?? first)?.name
    return { ...{ kind, dueAt }, ...(who !== undefined && { who }) }
  })
  const ic = roles.ic?.responder ?? null
  const by = declaredBy.kind === 'person' ? declaredBy.responder.name : undefined
  const alerts = pages.slice(-MOST_ALERTS).map(({ connection, externalId }) => rowId(connection, externalId))
  return {
    ...{ id, title, severity, status, drill, declaredAt, ic, resolvedAt, deadlines, alerts },
    ...(by !== undefined && { by }),
  }
}

export function sameSummary(a: IncidentSummary | undefined, b: IncidentSummary): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
