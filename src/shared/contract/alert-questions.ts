import { byStart, type OpenState, urgencies } from '../domain/alerts/facts'
import type { Millis } from '../lib/time'
import type { ListedAlert } from './alert-list'
import type { AlertRow } from './alert-rows'
import { MOST_ROWS } from './alerts'

/**
 * Questions about open alerts. The engine answers them from its store; a client that has every open alert answers them
 * from those with the same functions, so that its parts need not wait and cannot disagree.
 */

/** Which alerts, in which order, and how many of them. What is absent may be anything. */
export interface FirstAlertsQuestion {
  readonly origin?: AlertRow['origin'] | undefined
  readonly state?: OpenState | undefined
  /** Began then or later; one that does not say when it began is left out. */
  readonly since?: Millis | undefined
  /** Without those that a suppression rule hides. */
  readonly unhidden?: boolean | undefined
  readonly order: 'loudest' | 'newest'
  readonly limit: number
}

export interface FirstAlerts {
  readonly rows: readonly ListedAlert[]
  /** How many fit, those beyond the limit too. */
  readonly total: number
}

/** Names in alerts, for completing what a person types. At most the first MOST_NAMES of each by spelling. */
export interface AlertNames {
  readonly labels: readonly string[]
  readonly services: readonly string[]
}

export const MOST_NAMES = 500

/** [SA16] The first of those that fit. The order is total, so that equal alerts give equal answers. */
export function firstAlerts<Row extends AlertRow>(
  rows: Iterable<Row>,
  question: FirstAlertsQuestion,
  isHidden: (row: Row) => boolean,
): { readonly rows: readonly Row[]; readonly total: number } {
  const { origin, state, since, unhidden = false, order } = question
  const limit = Math.min(question.limit, MOST_ROWS)
  const fits = (row: Row) =>
    (origin === undefined || row.origin === origin) &&
    (state === undefined || row.state === state) &&
    (since === undefined || (row.startedAt !== null && row.startedAt >= since)) &&
    !(unhidden && isHidden(row))
  const compare = order === 'loudest' ? byLoudness : byNewest
  let first: Row[] = []
  let last: Row | undefined
  let total = 0
  for (const row of rows) {
    if (!fits(row)) continue
    total += 1
    // Most of a storm sorts after the last of the first ones: one comparison each, and no sorting of all.
    if (last !== undefined && compare(row, last) > 0) continue
    first.push(row)
    if (first.length < 2 * limit) continue
    first = first.sort(compare).slice(0, limit)
    last = first.at(-1)
  }
  return { rows: first.sort(compare).slice(0, limit), total }
}

function byNewest(a: AlertRow, b: AlertRow): number {
  return byStart(a, b) || (a.id < b.id ? -1 : 1)
}

function byLoudness(a: AlertRow, b: AlertRow): number {
  return urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) || byNewest(a, b)
}

/** [SA17] Labels and services that open alerts have. */
export function alertNames(rows: Iterable<AlertRow>): AlertNames {
  const [labels, services] = [new Set<string>(), new Set<string>()]
  for (const row of rows) {
    for (const label in row.labels) labels.add(label)
    if (row.service !== null) services.add(row.service)
  }
  return { labels: firstNames(labels), services: firstNames(services) }
}

function firstNames(names: ReadonlySet<string>): readonly string[] {
  return [...names].sort().slice(0, MOST_NAMES)
}
