import type { AlertRow } from './views'

/** Whether two readings of an alert say the same. Field by field: a storm has tens of thousands of rows. */
export function sameRow(a: AlertRow, b: AlertRow): boolean {
  return (
    a.id === b.id &&
    a.state === b.state &&
    a.title === b.title &&
    a.urgency === b.urgency &&
    a.service === b.service &&
    a.startedAt === b.startedAt &&
    a.url === b.url &&
    a.cause === b.cause &&
    a.origin === b.origin &&
    a.severity === b.severity &&
    a.hush === b.hush &&
    a.rule === b.rule &&
    a.incidentNumber === b.incidentNumber &&
    a.returnsAt === b.returnsAt
  )
}
