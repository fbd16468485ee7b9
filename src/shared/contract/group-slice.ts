import type { Millis } from '../lib/time'
import type { AlertRow } from './alert-rows'

/** One alert of a group. */
export interface GroupMember {
  readonly row: AlertRow
  /** When this cockpit first read it. */
  readonly firstSeen: Millis | null
  /** When its source no longer had it; null: it is open. */
  readonly clearedAt: Millis | null
}

/** The open pages of some groups. */
export interface GroupPagerDutyIncidents {
  readonly pages: readonly AlertRow[]
  /** Open alerts in those groups by which nobody is paged. */
  readonly others: number
}

/** A page of the members of a group: open ones first, the loudest and newest of them on top. */
export interface GroupSlice {
  readonly members: readonly GroupMember[]
  readonly total: number
}
