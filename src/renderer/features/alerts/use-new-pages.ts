import { useMemo } from 'react'
import type { FirstAlertsQuestion } from '../../../shared/contract/alert-questions'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { MOST_ROWS } from '../../../shared/contract/alerts'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import { useRecord } from '../../stores/cockpit'
import { useFirstAlerts } from '../../stores/use-alert-answer'
import { actOn } from './alert-order'

/** An incident is declared some minutes after its first pages: those are news too. */
const BEFORE_DECLARING: Millis = 15 * MINUTE

/** [AL13] PagerDuty incidents that came with an incident that runs, that nobody has acknowledged, linked or hidden. */
export function useNewPages(): readonly AlertRow[] {
  const incident = useRecord(record => record.incident)
  const since = incident?.resolvedAt === null ? incident.declaredAt - BEFORE_DECLARING : null
  const { rows } = useFirstAlerts(since === null ? null : { ...unacknowledged, since })
  return useMemo(() => rows.filter(row => actOn(row, incident) === 'link'), [rows, incident])
}

const unacknowledged: FirstAlertsQuestion = {
  ...{ origin: 'page', state: 'firing', unhidden: true, order: 'newest', limit: MOST_ROWS },
}
