import type { IncidentSummary } from './views'

/** The unresolved ones, the worst first, the newest of equals: what burns stands before what smoulders. */
export function openWorstFirst(incidents: readonly IncidentSummary[]): readonly IncidentSummary[] {
  return incidents
    .filter(({ status }) => status !== 'resolved')
    .sort((a, b) => a.severity.localeCompare(b.severity) || b.declaredAt - a.declaredAt)
}
