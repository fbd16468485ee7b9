import { MINUTE, type Millis } from '../../lib/time'
import { type AlertFacts, nameKey, type StormAlert } from './facts'

/** Why a cell is in its group. */
export type CellReason = 'dependency' | 'burst' | 'service' | 'cause' | 'minute'

/**
 * Alerts of one service and one cause that began in the same minute: they are always grouped together, so that groups are
 * made of cells, of which a storm has far fewer than alerts.
 */
export interface AlertCell<Row extends AlertFacts = AlertFacts> {
  readonly key: string
  /** Keys of `nameKey`; empty where the source does not say. */
  readonly service: string
  readonly cause: string
  /** The minute in which they began, counted from the epoch; null: nobody says. */
  readonly minute: number | null
  /** Empty unless neither service nor cause is known: strangers of two sources have nothing in common. */
  readonly connection: string
  readonly alerts: Map<string, StormAlert<Row>>
  group: string
  reason: CellReason
}

export function minuteOf(at: Millis): number {
  return Math.floor(at / MINUTE)
}

function startOf({ startedAt }: AlertFacts): number | null {
  return startedAt === null ? null : minuteOf(startedAt)
}

/** What distinguishes cells: all of a cell but its alerts and its group. */
export type CellKey = Pick<AlertCell, 'key' | 'service' | 'cause' | 'minute' | 'connection'>

/** Names the cell of an alert. `keyOf` is `nameKey`, or something that remembers its answers. */
export function cellKeyOf(row: AlertFacts, keyOf: (name: string) => string = nameKey): CellKey {
  const [service, cause, minute] = [keyOf(row.service ?? ''), keyOf(row.cause ?? ''), startOf(row)]
  const connection = service === '' && cause === '' ? row.connection : ''
  return { key: `${service}\n${cause}\n${minute}\n${connection}`, service, cause, minute, connection }
}

/** A cell without alerts, in no group yet. */
export function emptyCell<Row extends AlertFacts>(key: CellKey): AlertCell<Row> {
  return { ...key, alerts: new Map(), group: '', reason: 'service' }
}
