import type { CodedReason } from '../domain/coded'
import type { ConnectionId } from '../domain/ids'

/** What a monitoring system watches for, and whether it can. */
export interface AlertRule extends CodedReason {
  /** `connection/externalId`. */
  readonly id: string
  readonly connection: ConnectionId
  readonly name: string
  /** Where it is stored, such as "Payments › api"; empty if the source does not say. */
  readonly place: string
  readonly state: 'firing' | 'pending' | 'inactive'
  /** `failing`: it cannot be worked out, so its silence means nothing. `unknown`: it has not been tried yet, or is paused. */
  readonly health: 'ok' | 'no-data' | 'failing' | 'unknown'
  /** Why it cannot be worked out, in the vendor's words; empty for nothing to say. */
  readonly problem: string
  /** Where the vendor shows it. */
  readonly url: string | null
  /** What it asks and compares, as its author wrote it; absent: the source does not say. */
  readonly query?: string | undefined
}

/** The rules of one connection: the first MOST_RULES, the blind and the loud before the calm. */
export interface RuleBook {
  readonly feed: string
  readonly connection: ConnectionId
  readonly rules: readonly AlertRule[]
  readonly total: number
  /** Of all of them. */
  readonly blind: number
}

/** No push carries the rules of a whole company. */
export const MOST_RULES = 300

/** [RU1] A rule that cannot see says nothing, however quiet it is. */
export function isBlind({ health }: Pick<AlertRule, 'health'>): boolean {
  return health === 'failing' || health === 'no-data'
}
