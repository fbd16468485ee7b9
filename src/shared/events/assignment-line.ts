import { isRole, type Responder, type RoleKey } from '../domain/people'
import { t } from '../texts/t'
import { texts } from '../texts/texts'

interface RoleBody {
  readonly role: RoleKey
  readonly title?: string | undefined
  readonly responder: Responder
}

/** A line about who has a role. It is made from its event alone, so the name of an incident's own role is in that. */
export function assignmentLine(text: string, { role, title, responder }: RoleBody): string {
  const name = isRole(role) ? texts.roles.names[role] : (title ?? texts.roleLines.ownRole)
  return t(text, { role: name, name: responder.name })
}
