import type { AlertRow } from '../../../shared/contract/alert-rows'
import { byStart } from '../../../shared/domain/alerts/facts'
import type { Incident } from '../../../shared/domain/incident'

/** Read a million times when a storm is sorted: a lookup in a record is twice as fast as in a list. */
const ranks: Readonly<Record<AlertRow['urgency'], number>> = { critical: 0, high: 1, low: 2 }

/** [AL1] The most urgent first; of equals, the newest on top. */
export function byAlertUrgency(a: AlertRow, b: AlertRow): number {
  return ranks[a.urgency] - ranks[b.urgency]
}

export function byAlertStart(a: AlertRow, b: AlertRow): number {
  return byStart(a, b)
}

/** [AL1] The list's own order; alerts of one instant by id, so that no reading shuffles them. */
export function byPriority(a: AlertRow, b: AlertRow): number {
  return byAlertUrgency(a, b) || byAlertStart(a, b) || (a.id < b.id ? -1 : 1)
}

export type RowActionKind = 'declare' | 'link' | 'linked'

/** [AL2] What Enter does with a row: without an open incident it declares one, else it links the alert to it, once. */
export function rowActionFor(row: AlertRow, incident: Incident | undefined): RowActionKind {
  if (incident === undefined || incident.resolvedAt !== null) return 'declare'
  const linked = incident.pages.some(
    ({ connection, externalId }) => connection === row.connection && externalId === row.externalId,
  )
  return linked ? 'linked' : 'link'
}
