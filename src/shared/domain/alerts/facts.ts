import type { Millis } from '../../lib/time'

export type Urgency = 'critical' | 'high' | 'low'
export type OpenState = 'firing' | 'acknowledged' | 'pending' | 'suppressed'

/** What grouping needs to know of an alert. The rows that screens show have it. */
export interface AlertFacts {
  readonly id: string
  readonly connection: string
  readonly origin: 'page' | 'alert'
  readonly title: string
  readonly service: string | null
  /** Name of what went wrong, such as the label `alertname`; null or absent: the source does not say. */
  readonly cause?: string | null | undefined
  readonly labels?: Readonly<Record<string, string>> | undefined
  readonly urgency: Urgency
  readonly state: OpenState
  readonly startedAt: Millis
}

/** An alert as last read; `clearedAt` is when its source no longer had it, null while it is open. */
export interface StormAlert<Row extends AlertFacts = AlertFacts> {
  readonly row: Row
  readonly clearedAt: Millis | null
}

export const urgencies: readonly Urgency[] = ['critical', 'high', 'low']

/**
 * The spelling by which names are compared: PagerDuty's "Payments API" and the label `payments-api` are one service.
 * A name without a letter or a digit stays as it is, so that two of them are not taken for one.
 */
export function nameKey(name: string | null | undefined): string {
  const text = (name ?? '').trim().toLowerCase()
  return text.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || text
}
