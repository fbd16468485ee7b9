import type { PublicIncident, StatusPage, StatusPageComponent } from '../../../shared/contract/status-pages'
import type { Incident } from '../../../shared/domain/incident'
import { type Channel, type ComponentStatus, channelKey } from '../../../shared/domain/update'

/** The public page that a channel writes to, as it was last read; undefined for a channel that nobody reads. */
export function statusPageOf(channel: Channel, pages: readonly StatusPage[]): StatusPage | undefined {
  return pages.find(({ connection }) => connection === channel.connection)
}

/** What customers see of this incident on the page, or undefined while they see nothing of it. */
export function publicIncidentOf(incident: Incident, channel: Channel, page: StatusPage): PublicIncident | undefined {
  const externalId = incident.published[channelKey(channel)]
  return page.incidents.find(shown => shown.externalId === externalId)
}

/** A component that an update changes. */
export interface ComponentChange {
  readonly id: string
  readonly name: string
  /** null: the page has not been read, or does not have it. */
  readonly before: ComponentStatus | null
  readonly after: ComponentStatus
}

/** [CM2] What an update changes of the page's components, in the page's order; what stays the same is no change. */
export function componentChanges(
  components: readonly StatusPageComponent[],
  after: Readonly<Record<string, ComponentStatus>>,
): readonly ComponentChange[] {
  const known = components.flatMap(({ id, name, status }) => {
    const next = after[id]
    return next === undefined || next === status ? [] : [{ id, name, before: status, after: next }]
  })
  const ids = new Set(components.map(({ id }) => id))
  const unread = Object.entries(after).filter(([id]) => !ids.has(id))
  return [...known, ...unread.map(([id, status]) => ({ id, name: id, before: null, after: status }))]
}
