import { isNeeded } from '../../../shared/domain/responder-warnings'
import type { RoleSlot } from '../../../shared/domain/responders'
import type { Severity } from '../../../shared/domain/severity'
import styles from './role-slot-card.module.css'

/** How a role is highlighted: `gap` is needed and unfilled. */
export function roleSlotState(seat: RoleSlot, severity: Severity): 'held' | 'gap' | 'open' {
  if (seat.held !== null) return 'held'
  return isNeeded(seat, severity) ? 'gap' : 'open'
}

/** The letters that are typed for a role. */
export function RoleLetters({ letters, filled }: { readonly letters: string; readonly filled: boolean }) {
  return (
    <span className={styles.letters} data-filled={filled}>
      {letters}
    </span>
  )
}
