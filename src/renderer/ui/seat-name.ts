import { isRole } from '../../shared/domain/people'
import type { RoleSlot } from '../../shared/domain/responders'
import { texts } from '../../shared/texts/texts'

/** The four have a name in each language; a role of the incident's own is called as it was written. */
export function seatName({ key, name }: Pick<RoleSlot, 'key' | 'name'>): string {
  return isRole(key) ? texts.roles.names[key] : name
}
