import { MINUTE, type Millis } from '../../lib/time'
import { type AlertFacts, nameKey, type StormAlert } from './facts'

/** Why a cell stands in the group in which it stands. */
export type CellReason = 'dependency' | 'burst' | 'service' | 'cause' | 'minute'

/**
 * Alerts of one service and one cause that began in the same minute: they always stand together, so that groups are
 * made of cells, of which a storm has far fewer than alerts.
 */
export interface Cell<Row extends AlertFacts = AlertFacts> {
  readonly key: string
  /** Keys of `nameKey`; empty where the source does not say. */
  readonly service: string
  readonly cause: string
  /** The minute in which they began, counted from the epoch. */
  readonly minute: number
  /** Empty unless neither service nor cause is known: strangers of two sources have nothing in common. */
  readonly connection: string
  readonly alerts: Map<string, StormAlert<Row>>
  group: string
  reason: CellReason
}

export function minuteOf(at: Millis): number {
  return Math.floor(at / MINUTE)
}

/** The cell of an alert, empty and in no group. `keyOf` is `nameKey`, or something that remembers its answers. */
export function cellOf<Row extends AlertFacts>(row: Row, keyOf: typeof nameKey = nameKey): Cell<Row> {
  const [service, cause, minute] = [keyOf(row.service), keyOf(row.cause), minuteOf(row.startedAt)]
  const connection = service === '' && cause === '' ? row.connection : ''
  const key = `${service}\n${cause}\n${minute}\n${connection}`
  return { key, service, cause, minute, connection, alerts: new Map(), group: '', reason: 'service' }
}
