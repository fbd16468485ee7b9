import type { Millis } from '../../lib/time'

export type Urgency = 'critical' | 'high' | 'low'
export type OpenState = 'firing' | 'acknowledged' | 'pending' | 'suppressed'

/** What grouping needs to know of an alert. The rows that sessions show have it. */
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
  /** [AL12] Null: its source does not say. */
  readonly startedAt: Millis | null
}

/** An alert as last read; `clearedAt` is when its source no longer had it, null while it is open. */
export interface StormAlert<Row extends AlertFacts = AlertFacts> {
  readonly row: Row
  readonly clearedAt: Millis | null
}

/** [AL12] The newest first; one that does not say when it began comes last, as what is empty says the least. */
export function byStart(a: Pick<AlertFacts, 'startedAt'>, b: Pick<AlertFacts, 'startedAt'>): number {
  return newestFirst(a.startedAt, b.startedAt)
}

/** Null: unknown, and last. */
export function newestFirst(a: Millis | null, b: Millis | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return b - a
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
