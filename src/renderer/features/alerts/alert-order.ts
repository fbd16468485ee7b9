import type { AlertRow } from '../../../shared/contract/views'
import type { Incident } from '../../../shared/domain/incident'

const urgencies: readonly AlertRow['urgency'][] = ['critical', 'high', 'low']

/** [AL1] The loudest first, the newest of equals on top. */
export function byUrgency(a: AlertRow, b: AlertRow): number {
  return urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency)
}

export function byNewest(a: AlertRow, b: AlertRow): number {
  return b.startedAt - a.startedAt
}

export type RowAct = 'take' | 'link' | 'linked'

/** [AL2] What Enter does with a row: with no incident that runs it becomes one, else it is linked to it, once. */
export function actOn(row: AlertRow, incident: Incident | undefined): RowAct {
  if (incident === undefined || incident.resolvedAt !== null) return 'take'
  const linked = incident.pages.some(
    ({ connection, externalId }) => connection === row.connection && externalId === row.externalId,
  )
  return linked ? 'linked' : 'link'
}
