import { useMemo } from 'react'
import type { AlertRow } from '../../../shared/contract/views'
import type { Incident } from '../../../shared/domain/incident'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import { useBoard, useRecord } from '../../stores/cockpit'
import { actOn } from './alert-order'

export const LINK_ALL_KEY = 'L'

/** An incident is declared some minutes after its first pages: those are news too. */
const BEFORE_DECLARING: Millis = 15 * MINUTE

/** [AL13] PagerDuty incidents that came with an incident that runs, that nobody has acknowledged, linked or hidden. */
export function newPages(
  alerts: readonly AlertRow[],
  hidden: Readonly<Record<string, unknown>>,
  incident: Incident | undefined,
): readonly AlertRow[] {
  if (incident === undefined) return []
  return alerts.filter(
    row =>
      row.origin === 'page' &&
      row.state === 'firing' &&
      row.startedAt !== null &&
      row.startedAt >= incident.declaredAt - BEFORE_DECLARING &&
      !Object.hasOwn(hidden, row.id) &&
      actOn(row, incident) === 'link',
  )
}

export function useNewPages(): readonly AlertRow[] {
  const alerts = useBoard(board => board.alerts)
  const hidden = useBoard(board => board.alertGroups.hiddenRows)
  const incident = useRecord(record => record.incident)
  return useMemo(() => newPages(alerts, hidden, incident), [alerts, hidden, incident])
}
