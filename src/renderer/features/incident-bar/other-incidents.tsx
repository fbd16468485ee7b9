import { useShallow } from 'zustand/react/shallow'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useSelection } from '../../stores/cockpit'
import { othersOpen } from '../../stores/selection-store'
import { SeverityBadge } from '../../ui/severity-badge'
import styles from './other-incidents.module.css'

const text = texts.bar

/** [SN2] The incidents that are open besides the one that is shown, always in sight; pressed, one can switch. */
export function OtherIncidents() {
  const { focus } = useCockpit()
  const others = useSelection(useShallow(othersOpen))
  const [worst] = others
  if (worst === undefined) return null
  const names = others.map(({ severity, title }) => t(text.other, { severity, title }))
  return (
    <button
      type="button"
      className={styles.others}
      data-others
      onClick={() => focus.request('incidents')}
      title={t(text.othersMean, { incidents: listText(names) })}
    >
      <span className={styles.count}>{tCount(text.others, others.length)}</span>
      <span className={styles.worst}>
        <SeverityBadge severity={worst.severity} />
        <span className={styles.title} dir="auto">
          {worst.title}
        </span>
      </span>
    </button>
  )
}
