import type { Fault } from '../../../shared/contract/faults'
import type { IncidentSummary } from '../../../shared/contract/incidents'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { faultText } from '../../ui/fault-text'
import { SeverityBadge } from '../../ui/severity-badge'
import styles from './quiet-bar.module.css'

export interface ReadingBarProps {
  readonly chosen: IncidentSummary | undefined
  /** Why its log could not be read; null: it is on its way. */
  readonly fault: Fault | null
}

/** The bar while an incident's log is on its way: what is known of it already. */
export function ReadingBar({ chosen, fault }: ReadingBarProps) {
  const { incident } = useCockpit()
  return (
    <div className={styles.quiet} aria-busy={fault === null}>
      {chosen !== undefined && <SeverityBadge severity={chosen.severity} size="huge" />}
      <h1 className={styles.title} dir="auto">
        {chosen?.title ?? texts.bar.unnamed}
      </h1>
      <p className={styles.reading} role={fault === null ? undefined : 'alert'}>
        {fault === null ? texts.bar.reading : t(texts.bar.unreadable, { message: faultText(fault) })}
      </p>
      {fault !== null && <Button onClick={incident.catchUp}>{texts.ui.tryAgain}</Button>}
    </div>
  )
}
