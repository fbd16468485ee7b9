import { useMemo } from 'react'
import { useStore } from 'zustand'
import { needsNoIncident } from '../../shared/domain/house-log'
import type { IncidentId, OutboxItemId } from '../../shared/domain/ids'
import type { RecordedRequest, VendorRequest } from '../../shared/domain/vendor-request'
import type { IncidentRecord } from '../../shared/events/fold'
import { useCockpit, useRecord } from './cockpit'
import type { Cockpit } from './cockpit-stores'

type Logs = Pick<Cockpit, 'incident' | 'house'>

/** [HL1] Requests to other systems: those without an incident, then those of the open one. */
export function outboxItems({ incident, house }: Logs): readonly RecordedRequest[] {
  return [house, incident].flatMap(store => store.getState().record?.incident.acts ?? [])
}

/** The same, as a hook. */
export function useOutboxItems(): readonly RecordedRequest[] {
  const before = useWorkspaceItems()
  const own = useRecord(record => record.incident.acts)
  return useMemo(() => [...before, ...(own ?? [])], [before, own])
}

const none: readonly RecordedRequest[] = []

/** Requests to other systems without an incident. */
export function useWorkspaceItems(): readonly RecordedRequest[] {
  return useStore(useCockpit().house, state => state.record?.incident.acts ?? none)
}

/**
 * The log that a request belongs to: the open incident's. A PagerDuty incident without an incident here, or with one
 * that is resolved and was never about it, belongs to the workspace. Null: it needs an incident, and none is open.
 */
export function logForItem(what: VendorRequest, { selection, incident, house }: Logs & Pick<Cockpit, 'selection'>) {
  const { open } = selection.getState()
  if (!needsNoIncident(what)) return open
  const { record } = incident.getState()
  return open === null || (record !== undefined && isOverWithout(record, what)) ? house.getState().following : open
}

/** [HL2] What an incident changed on a status page is restored by it, also once it is resolved. */
function isOverWithout({ incident }: IncidentRecord, what: VendorRequest): boolean {
  if (incident.resolvedAt === null || !('page' in what)) return false
  return !incident.pages.some(page => page.connection === what.connection && page.externalId === what.page.id)
}

/** The log that already has the request. */
export function logOfItem(
  act: OutboxItemId,
  { house, selection }: Pick<Cockpit, 'house' | 'selection'>,
): IncidentId | null {
  const { record, following } = house.getState()
  const isHouses = record?.incident.acts.some(({ id }) => id === act) === true
  return isHouses ? following : selection.getState().open
}
