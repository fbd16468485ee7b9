import type { Seat } from '../../../shared/domain/crew'
import { isNeeded } from '../../../shared/domain/crew-warnings'
import type { Severity } from '../../../shared/domain/severity'
import { texts } from '../../../shared/texts/texts'
import { seatName } from '../../ui/seat-name'
import styles from './assign.module.css'
import type { Post } from './assign-line'
import { Letters } from './letters'
import { seatState } from './seat-state'

export interface SeatListProps {
  readonly severity: Severity
  readonly seats: readonly Seat[]
  readonly at: Post
  readonly onChoose: (post: Post) => void
}

/** The roles with their letters, so that one sees what is still open while filling one. */
export function SeatList({ severity, seats, at, onChoose }: SeatListProps) {
  return (
    <ul className={styles.seats} aria-label={texts.assigning.seats}>
      {seats.map(seat => (
        <li key={seat.key}>
          <button
            type="button"
            className={styles.seat}
            aria-current={at.role === seat.key || undefined}
            data-state={seatState(seat, severity)}
            onClick={() => onChoose({ role: seat.key, deputy: false })}
          >
            <Letters letters={seat.letters} filled={seat.held !== null} />
            <SeatWords seat={seat} needed={isNeeded(seat, severity)} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function SeatWords({ seat, needed }: { readonly seat: Seat; readonly needed: boolean }) {
  const { held, deputy } = seat
  return (
    <span className={styles.seatWords}>
      <span className={styles.seatName} dir="auto">
        {seatName(seat)}
      </span>
      <span className={styles.holder} dir="auto">
        {held?.responder.name ?? (needed ? texts.assigning.unfilled : texts.assigning.notNeeded)}
        {deputy !== null && (
          <span className={styles.deputy}>
            {' + '}
            <bdi>{deputy.responder.name}</bdi>
          </span>
        )}
      </span>
    </span>
  )
}
