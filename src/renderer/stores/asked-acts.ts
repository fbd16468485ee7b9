import { useMemo } from 'react'
import { useStore } from 'zustand'
import { needsNoIncident } from '../../shared/domain/house-log'
import type { IncidentId, OutboxItemId } from '../../shared/domain/ids'
import type { RecordedRequest, VendorRequest } from '../../shared/domain/vendor-request'
import type { IncidentRecord } from '../../shared/events/fold'
import { useCockpit, useRecord } from './cockpit'
import type { Cockpit } from './cockpit-stores'

type Logs = Pick<Cockpit, 'incident' | 'house'>

/** [HL1] What was asked of other systems: without an incident, then for the open one. */
export function askedActs({ incident, house }: Logs): readonly RecordedRequest[] {
  return [house, incident].flatMap(store => store.getState().record?.incident.acts ?? [])
}

/** The same for what is drawn. */
export function useAskedActs(): readonly RecordedRequest[] {
  const before = useHouseActs()
  const own = useRecord(record => record.incident.acts)
  return useMemo(() => [...before, ...(own ?? [])], [before, own])
}

const none: readonly RecordedRequest[] = []

/** What was asked for without an incident. */
export function useHouseActs(): readonly RecordedRequest[] {
  return useStore(useCockpit().house, state => state.record?.incident.acts ?? none)
}

/**
 * The log that an act goes into: that of the open incident. A page that has no incident, or only one that is over and
 * was never about it, goes into the house's. Null: it needs an incident, and none is open.
 */
export function logFor(what: VendorRequest, { selection, incident, house }: Logs & Pick<Cockpit, 'selection'>) {
  const { open } = selection.getState()
  if (!needsNoIncident(what)) return open
  const { record } = incident.getState()
  return open === null || (record !== undefined && isOverWithout(record, what)) ? house.getState().following : open
}

function isOverWithout({ incident }: IncidentRecord, what: VendorRequest): boolean {
  if (incident.resolvedAt === null) return false
  return !incident.pages.some(
    page => 'page' in what && page.connection === what.connection && page.externalId === what.page.id,
  )
}

/** The log that has an act already. */
export function logWith(
  act: OutboxItemId,
  { house, selection }: Pick<Cockpit, 'house' | 'selection'>,
): IncidentId | null {
  const { record, following } = house.getState()
  const isHouses = record?.incident.acts.some(({ id }) => id === act) === true
  return isHouses ? following : selection.getState().open
}
