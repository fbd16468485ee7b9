import type { Incident } from '../../../shared/domain/incident'
import type { Timeline } from '../../../shared/domain/timeline'
import { texts } from '../../../shared/texts/texts'
import { useClockFace } from '../../ui/clock-face'
import styles from './key-line-list.module.css'
import { keyLines } from './key-lines'
import { troubleLine } from './trouble'

/** What was decided and said last, the newest on top; above it, in a line's place, what went out wrong. Roles of the incident's own take a line too. */
export function KeyLines({ incident, timeline }: { readonly incident: Incident; readonly timeline: Timeline }) {
  const clock = useClockFace()
  const trouble = troubleLine(incident)
  const most = 5 - (trouble === '' ? 0 : 1) - (incident.crew.customRoles.length === 0 ? 0 : 1)
  return (
    <div className={styles.record}>
      {trouble !== '' && <p className={styles.trouble}>{trouble}</p>}
      <ol className={styles.lines} aria-label={texts.wall.keyLines}>
        {keyLines(timeline, most).map(line => (
          <li key={line.id} className={styles.line}>
            <time className={styles.at}>{clock.short(line.occurredAt)}</time>
            <span className={styles.text} dir="auto" data-kind={line.kind}>
              {line.text}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
