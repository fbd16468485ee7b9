import type { ConnectionId } from '../domain/ids'
import type { Severity } from '../domain/severity'
import type { Millis } from '../lib/time'

/** One thing that asks for attention: a PagerDuty incident (`page`), or an alert of a monitoring system. */
export interface AlertRow {
  /** `connection/externalId`: unique across connections. */
  readonly id: string
  readonly connection: ConnectionId
  readonly externalId: string
  readonly origin: 'page' | 'alert'
  readonly title: string
  readonly service: string | null
  readonly urgency: 'critical' | 'high' | 'low'
  readonly state: 'firing' | 'acknowledged' | 'pending' | 'suppressed'
  /** [AL12] Null: its source does not say. */
  readonly startedAt: Millis | null
  readonly url: string | null
  /** Name of what went wrong, such as the label `alertname`; null or absent: the source does not say. */
  readonly cause?: string | null
  /** The few labels that say where it is, cut short; absent: the source has none. */
  readonly labels?: Readonly<Record<string, string>>
  /** What its priority means here: proposed to the person who declares from it. */
  readonly severity?: Severity | undefined
  /** Why nobody hears of it, such as "silenced by ada until 12:30 UTC"; empty or absent where it is heard. */
  readonly hush?: string | undefined
  /** The number by which people know a PagerDuty incident. */
  readonly incidentNumber?: number | undefined
  /**
   * Of an acknowledged PagerDuty incident: since when and by whom, as far as PagerDuty says it. Absent where an earlier
   * version stored the row.
   */
  readonly acknowledged?: { readonly at: Millis | null; readonly by: string } | undefined
  /** When PagerDuty triggers it again by itself: it was snoozed, or acknowledged for a time. */
  readonly returnsAt?: Millis | undefined
  /** The vendor's id of the rule that it comes from; absent: the vendor does not say. */
  readonly rule?: string | undefined
}

/** Whether two readings of an alert say the same. Field by field: a storm has tens of thousands of rows. */
export function sameRow(a: AlertRow, b: AlertRow): boolean {
  return (
    a.id === b.id &&
    a.state === b.state &&
    a.title === b.title &&
    a.urgency === b.urgency &&
    a.service === b.service &&
    a.startedAt === b.startedAt &&
    a.url === b.url &&
    a.cause === b.cause &&
    a.origin === b.origin &&
    a.severity === b.severity &&
    a.hush === b.hush &&
    a.rule === b.rule &&
    a.incidentNumber === b.incidentNumber &&
    a.returnsAt === b.returnsAt
  )
}
