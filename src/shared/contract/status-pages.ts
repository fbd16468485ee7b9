import type { CodedReason } from '../domain/coded'
import type { ConnectionId } from '../domain/ids'
import type { ComponentStatus } from '../domain/update'
import type { Millis } from '../lib/time'

/** What customers see. */

/** A part of the public status page, as customers see it now. */
export interface StatusPageComponent {
  readonly id: string
  readonly name: string
  readonly status: ComponentStatus
  /** Its heading on the page; absent: none. */
  readonly group?: string
}

/** Work that the page announces: not begun, or under way. */
export interface Maintenance {
  readonly externalId: string
  readonly name: string
  readonly status: string
  readonly from: Millis | null
  readonly to: Millis | null
  readonly url: string | null
  /** What it concerns, where the page says so. */
  readonly components?: readonly { readonly id: string; readonly name: string }[]
}

/** A figure that a status page shows its readers. */
export interface PageMetric {
  readonly id: string
  readonly name: string
  /** What stands behind its values; empty: nothing. */
  readonly unit: string
}

/** A text that the page's owners have prepared at Statuspage. */
export interface StatusPageTemplate {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly body: string
  /** Status that the incident gets with it; empty: none. */
  readonly status: string
}

export interface PublicIncident {
  readonly externalId: string
  readonly name: string
  readonly status: string
  readonly lastUpdate: string
  /** Null: the page does not say. */
  readonly updatedAt: Millis | null
  readonly url: string | null
}

export type StatusPagePart = 'components' | 'incidents' | 'maintenances'

/** A part of a status page that the last poll did not return: its content is from an earlier one. */
export interface MissingPart extends CodedReason {
  readonly part: StatusPagePart
  readonly reason: string
  /** When its content was true; null: it was never read, and it is empty. */
  readonly trueAt: Millis | null
}

/** What customers see on one status page. */
export interface StatusPage {
  readonly feed: string
  readonly connection: ConnectionId
  readonly name: string
  readonly components: readonly StatusPageComponent[]
  readonly incidents: readonly PublicIncident[]
  readonly maintenances?: readonly Maintenance[]
  /** Absent or empty: all of it was read. */
  readonly missing?: readonly MissingPart[]
}
