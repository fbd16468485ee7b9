import type { ConnectionId } from './ids'
import type { Incident } from './incident'
import { type ComponentStatus, componentStatuses } from './update'

/** A component that this incident changed, as it is to be once the incident is over. */
export interface ComponentRestore {
  readonly id: string
  readonly to: ComponentStatus
}

/**
 * [SB1] What this incident changed on the page of `connection`, each with the best that it was before one of the
 * changes; operational where nobody had read it. Only what surely reached customers counts as changed.
 */
export function changedComponents(
  { updates, acts }: Pick<Incident, 'updates' | 'acts'>,
  connection: ConnectionId,
): readonly ComponentRestore[] {
  const before = new Map<string, ComponentStatus>()
  const note = (id: string, was: ComponentStatus = 'operational') => before.set(id, better(was, before.get(id)))
  for (const { content, delivery } of updates) {
    if (delivery.state !== 'published' || content.channel.connection !== connection) continue
    for (const id of Object.keys(content.components)) note(id, content.before?.[id])
  }
  for (const { what, standing } of acts) {
    if (standing.state !== 'done' || what.kind !== 'components-set' || what.connection !== connection) continue
    for (const { id, before: was } of what.components) note(id, was)
  }
  return [...before].map(([id, to]) => ({ id, to }))
}

/** A component is set back only to something better: what got well by other means stays as it is. */
export function isWorse(one: ComponentStatus, other: ComponentStatus): boolean {
  return componentStatuses.indexOf(one) > componentStatuses.indexOf(other)
}

function better(one: ComponentStatus, other: ComponentStatus = one): ComponentStatus {
  return isWorse(one, other) ? other : one
}
