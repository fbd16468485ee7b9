import type { Seat } from '../../../shared/domain/crew'
import { isNeeded } from '../../../shared/domain/crew-warnings'
import type { Severity } from '../../../shared/domain/severity'

/** How loud a role is drawn: what is needed and open is the loudest. */
export function seatState(seat: Seat, severity: Severity): 'held' | 'gap' | 'open' {
  if (seat.held !== null) return 'held'
  return isNeeded(seat, severity) ? 'gap' : 'open'
}
