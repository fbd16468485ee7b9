import { isRole, type RoleKey, roleName } from '../domain/people'

/** What a line calls a role. A line is made from its event alone, so the name of an incident's own role is in it. */
export function roleTitle({ role, title }: { readonly role: RoleKey; readonly title?: string | undefined }): string {
  return isRole(role) ? roleName[role] : (title ?? 'A role of its own')
}
