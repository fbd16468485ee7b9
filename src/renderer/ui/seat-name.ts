import type { Seat } from '../../shared/domain/crew'
import { isRole } from '../../shared/domain/people'
import { texts } from '../../shared/texts/texts'

/** The four have a name in each language; a role of the incident's own is called as it was written. */
export function seatName({ key, name }: Pick<Seat, 'key' | 'name'>): string {
  return isRole(key) ? texts.roles.names[key] : name
}
