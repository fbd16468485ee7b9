import type { BundleChange } from '../../../shared/contract/bundles'
import { type ConflictAbout, openConflicts } from '../../../shared/domain/claims'
import type { Incident } from '../../../shared/domain/incident'
import { actorName, type RoleKey } from '../../../shared/domain/people'
import { isPublished } from '../../../shared/domain/update'

/** [BN3] What the head of an incident would be after a merge that it is not now, one row for each thing. */
export function changesBetween(before: Incident, after: Incident): readonly BundleChange[] {
  const rows: readonly BundleChange[] = [
    { what: 'severity', from: before.severity, to: after.severity },
    { what: 'status', from: before.status, to: after.status },
    { what: 'title', from: before.title, to: after.title },
    { what: 'impact', from: before.impact, to: after.impact },
    ...rolesBetween(before, after),
    { what: 'updates', from: publishedIn(before), to: publishedIn(after) },
    { what: 'sender', from: senderOf(before), to: senderOf(after) },
  ]
  return rows.filter(({ from, to }) => from !== to)
}

function rolesBetween(before: Incident, after: Incident): readonly BundleChange[] {
  const [was, is] = [holdersOf(before), holdersOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].map(role => ({
    ...({ what: 'role', role } as const),
    ...{ from: was.get(role) ?? '', to: is.get(role) ?? '' },
  }))
}

function holdersOf({ roles, crew }: Incident): ReadonlyMap<RoleKey, string> {
  const four = Object.entries(roles).map(([role, held]) => [role as RoleKey, held?.responder.name ?? ''] as const)
  const custom = crew.customRoles.map(({ id, held }) => [id, held?.responder.name ?? ''] as const)
  return new Map<RoleKey, string>([...four, ...custom])
}

function publishedIn({ updates }: Incident): string {
  return String(updates.filter(isPublished).length)
}

function senderOf({ owner, declaredBy }: Incident): string {
  if (owner === null) return actorName(declaredBy)
  return owner.origin === null ? '' : actorName(owner.by)
}

/** What a merge would leave for a person to settle, and is not open already. */
export function conflictsBetween(before: Incident, after: Incident): readonly ConflictAbout[] {
  const known = new Set(openConflicts(before).map(({ about }) => about))
  return openConflicts(after).flatMap(({ about }) => (known.has(about) ? [] : [about]))
}
