import type { Seat } from '../../../shared/domain/crew'
import { gapsOf } from '../../../shared/domain/crew-warnings'
import type { Incident } from '../../../shared/domain/incident'
import styles from './assign.module.css'
import type { Post } from './assign-line'
import { Letters } from './letters'

export interface SeatListProps {
  readonly incident: Incident
  readonly seats: readonly Seat[]
  readonly at: Post
  readonly onChoose: (post: Post) => void
}

/** The roles with their letters, so that one sees what is still open while filling one. */
export function SeatList({ incident, seats, at, onChoose }: SeatListProps) {
  const needed: readonly string[] = gapsOf(incident)
  return (
    <ul className={styles.seats} aria-label="Roles to fill">
      {seats.map(({ key, name, letters, held, deputy }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.seat}
            aria-current={at.role === key || undefined}
            data-state={held !== null ? 'held' : needed.includes(key) ? 'gap' : 'open'}
            onClick={() => onChoose({ role: key, deputy: false })}
          >
            <Letters letters={letters} filled={held !== null} />
            <span className={styles.seatWords}>
              <span className={styles.seatName} dir="auto">
                {name}
              </span>
              <span className={styles.holder} dir="auto">
                {held?.responder.name ?? (needed.includes(key) ? 'Unfilled' : 'Not needed yet')}
                {deputy !== null && (
                  <span className={styles.deputy}>
                    {' + '}
                    <bdi>{deputy.responder.name}</bdi>
                  </span>
                )}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
