import type { PublicIncident, StatusPage, StatusPageComponent } from '../../../shared/contract/status-pages'
import type { Incident } from '../../../shared/domain/incident'
import { statuses } from '../../../shared/domain/status'
import { type Channel, type ComponentStatus, channelKey } from '../../../shared/domain/update'
import { texts } from '../../../shared/texts/texts'
import type { Tone } from '../../ui/tag'

/** The public page that a channel writes to, as last polled; undefined for a channel that is not polled. */
export function statusPageOf(channel: Channel, pages: readonly StatusPage[]): StatusPage | undefined {
  return pages.find(({ connection }) => connection === channel.connection)
}

/** What customers see of this incident on the page; undefined while they see nothing of it. */
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

/** [CM2] What an update changes of the page's components, in the page's order; an unchanged status is no change. */
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

/** An incident's status on a page; a status unknown to us as the page calls it. */
export function shownStatus(status: string): string {
  const ours = statuses.find(known => known === status)
  return ours === undefined ? capital(status) : texts.comms.statuses[ours]
}

/** Statuspage's own states of maintenance. */
const maintenanceStates = ['scheduled', 'in_progress', 'verifying', 'completed'] as const

/** As `shownStatus`, for maintenance. */
export function shownMaintenance(status: string): string {
  const known = maintenanceStates.find(state => state === status)
  return known === undefined ? status.replaceAll('_', ' ') : texts.comms.maintenances[known]
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export const componentTone: Readonly<Record<ComponentStatus, Tone>> = {
  operational: 'good',
  under_maintenance: 'plain',
  degraded_performance: 'warn',
  partial_outage: 'warn',
  major_outage: 'bad',
}
