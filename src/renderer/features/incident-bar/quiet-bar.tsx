import type { Fault } from '../../../shared/contract/faults'
import type { IncidentSummary } from '../../../shared/contract/incidents'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useSelection } from '../../stores/cockpit'
import { toChooseFrom } from '../../stores/selection-store'
import { Button } from '../../ui/button'
import { faultText } from '../../ui/fault-text'
import { Key } from '../../ui/key'
import { SeverityBadge } from '../../ui/severity-badge'
import { Trans } from '../../ui/trans'
import styles from './incident-bar.module.css'

/** The bar while this window shows no incident. It says that none is open only if that is so. */
export function QuietBar() {
  const { focus } = useCockpit()
  const count = useSelection(state => toChooseFrom(state).length)
  return (
    <div className={styles.quiet} data-quiet-bar>
      <h1 className={styles.quietTitle}>{count === 0 ? texts.bar.none : tCount(texts.bar.several, count)}</h1>
      {count > 0 && (
        <Button tone="primary" onClick={() => focus.request('incidents')}>
          <Trans text={texts.bar.choose} parts={{ key: <Key quiet>{keyOf('incidents')}</Key> }} />
        </Button>
      )}
      <Button tone={count === 0 ? 'primary' : 'plain'} onClick={() => focus.request('declare')}>
        <Trans text={texts.bar.declare} parts={{ key: <Key quiet>{keyOf('declare')}</Key> }} />
      </Button>
    </div>
  )
}

export interface ReadingBarProps {
  readonly chosen: IncidentSummary | undefined
  /** Why its log could not be read; null: it is loading. */
  readonly fault: Fault | null
}

/** The bar while an incident's log is loading: what is already known of it. */
export function ReadingBar({ chosen, fault }: ReadingBarProps) {
  const { incident } = useCockpit()
  return (
    <div className={styles.quiet} aria-busy={fault === null}>
      {chosen !== undefined && <SeverityBadge severity={chosen.severity} size="huge" />}
      <h1 className={styles.quietTitle} dir="auto">
        {chosen?.title ?? texts.bar.unnamed}
      </h1>
      <p className={styles.reading} role={fault === null ? undefined : 'alert'}>
        {fault === null ? texts.bar.reading : t(texts.bar.unreadable, { message: faultText(fault) })}
      </p>
      {fault !== null && <Button onClick={incident.catchUp}>{texts.ui.tryAgain}</Button>}
    </div>
  )
}
