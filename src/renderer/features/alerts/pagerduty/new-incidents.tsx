import { useMemo } from 'react'
import type { FirstAlertsQuestion } from '../../../../shared/contract/alert-questions'
import type { AlertRow } from '../../../../shared/contract/alert-rows'
import { MOST_ROWS } from '../../../../shared/contract/alerts'
import { MINUTE, type Millis } from '../../../../shared/lib/time'
import { listText, tCount } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { rowKeyOf } from '../../../commands/row-keys'
import { useRecord } from '../../../stores/cockpit'
import { useFirstAlerts } from '../../../stores/use-alert-answer'
import { Button } from '../../../ui/button'
import { Key } from '../../../ui/key'
import textStyles from '../../../ui/text.module.css'
import { TransCount } from '../../../ui/trans'
import { rowActionFor } from '../alert-order'
import styles from '../alert-strip.module.css'

/** An incident is declared some minutes after its first PagerDuty incidents: those are news too. */
const BEFORE_DECLARING: Millis = 15 * MINUTE

/** [AL13] PagerDuty incidents that arrived during an open incident and are not acknowledged, linked or suppressed. */
export function useNewIncidents(): readonly AlertRow[] {
  const incident = useRecord(record => record.incident)
  const since = incident?.resolvedAt === null ? incident.declaredAt - BEFORE_DECLARING : null
  const { rows } = useFirstAlerts(since === null ? null : { ...unacknowledged, since })
  return useMemo(() => rows.filter(row => rowActionFor(row, incident) === 'link'), [rows, incident])
}

const unacknowledged: FirstAlertsQuestion = {
  ...{ origin: 'page', state: 'firing', unhidden: true, order: 'newest', limit: MOST_ROWS },
}

const text = texts.alerts.newPages
const NAMED = 3

/** New PagerDuty incidents that no one works on: one key links and acknowledges them. */
export function NewIncidents({
  incidents,
  onAll,
}: {
  readonly incidents: readonly AlertRow[]
  readonly onAll: () => void
}) {
  if (incidents.length === 0) return null
  const named = incidents.slice(0, NAMED).map(({ title }) => title)
  const names = listText(incidents.length > NAMED ? [...named, '…'] : named)
  return (
    <div className={styles.line}>
      <span className={textStyles.cut} role="status" title={incidents.map(({ title }) => title).join('\n')}>
        {tCount(text.told, incidents.length, { names })}
      </span>
      <Button onClick={onAll}>
        <TransCount
          forms={text.offer}
          count={incidents.length}
          parts={{
            key: (
              <Key quiet of="alerts">
                {rowKeyOf.list.linkNew}
              </Key>
            ),
          }}
        />
      </Button>
    </div>
  )
}
