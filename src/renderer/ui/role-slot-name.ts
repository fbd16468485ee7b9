import { isRole } from '../../shared/domain/people'
import type { RoleSlot } from '../../shared/domain/responders'
import { texts } from '../../shared/texts/texts'

/** The four usual roles have a name in each language; a custom role has the name that was typed. */
export function roleSlotName({ key, name }: Pick<RoleSlot, 'key' | 'name'>): string {
  return isRole(key) ? texts.roles.names[key] : name
}
