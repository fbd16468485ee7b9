import { isNeeded } from '../../../shared/domain/crew-warnings'
import type { Incident } from '../../../shared/domain/incident'
import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { ownSeats } from './own-seats'
import styles from './role-list.module.css'

/** The roles that only this incident has, in one line. */
export function OwnRoles({ incident }: { readonly incident: Incident }) {
  const { shown, more } = ownSeats(incident)
  if (shown.length === 0) return null
  return (
    <dl className={styles.own} aria-label={texts.wall.ownRoles}>
      {shown.map(seat => (
        <div
          key={seat.key}
          className={styles.ownRole}
          data-filled={seat.held !== null}
          data-gap={seat.held === null && isNeeded(seat, incident.severity)}
        >
          <dt className={styles.word} dir="auto">
            {seat.name}
          </dt>
          <dd className={styles.name} dir="auto">
            {seat.held?.responder.name ?? texts.bar.nobody}
          </dd>
        </div>
      ))}
      {more > 0 && (
        <div className={styles.ownRole}>
          <dt className={styles.word}>{tCount(texts.wall.moreRoles, more)}</dt>
          <dd />
        </div>
      )}
    </dl>
  )
}
