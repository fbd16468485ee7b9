import type { Seat } from '../../shared/domain/crew'
import { isRole } from '../../shared/domain/people'
import { words } from '../../shared/words/words'

/** The four have a name in each language; a role of the incident's own is called as it was written. */
export function seatName({ key, name }: Pick<Seat, 'key' | 'name'>): string {
  return isRole(key) ? words.roles.names[key] : name
}
