import type { ConnectionId } from '../domain/ids'
import type { AlertRow } from './views'

/** What a monitoring system watches for, and whether it can. */
export interface AlertRule {
  /** `connection/externalId`. */
  readonly id: string
  readonly connection: ConnectionId
  readonly name: string
  /** Where it is kept, such as "Payments › api"; empty where the source does not say. */
  readonly place: string
  readonly state: 'firing' | 'pending' | 'inactive'
  /** `failing`: it cannot be worked out, so its silence means nothing. `unknown`: it has not been tried yet, or is paused. */
  readonly health: 'ok' | 'no-data' | 'failing' | 'unknown'
  /** Why it cannot be worked out, in the vendor's words; empty for nothing to say. */
  readonly problem: string
  /** Where the vendor shows it. */
  readonly url: string | null
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

/**
 * [RU2] The rule that an alert comes from: the one that the vendor names, else the one of its name, in its own connection
 * before any other; of several, one that fires. Undefined: nobody has read it.
 */
export function ruleOf(row: AlertRow, books: readonly RuleBook[]): AlertRule | undefined {
  const named = row.rule === undefined ? undefined : `${row.connection}/${row.rule}`
  const all = books.flatMap(({ rules }) => rules)
  const exact = all.find(({ id }) => id === named)
  if (exact !== undefined || row.origin === 'page') return exact
  const ofName = all.filter(({ name }) => name === row.cause)
  const worth = (rule: AlertRule) => Number(rule.connection === row.connection) * 2 + Number(rule.state === 'firing')
  return ofName.toSorted((a, b) => worth(b) - worth(a))[0]
}
