import { rowId } from '../domain/row-id'
import type { AlertRow } from './alert-rows'
import type { AlertRule, RuleBook } from './rules'

/**
 * [RU2] The rule that an alert comes from: the one that the vendor names, else the one of its name, in its own connection
 * before any other; of several, one that fires. Undefined: nobody has read it.
 */
export function ruleOf(row: AlertRow, books: readonly RuleBook[]): AlertRule | undefined {
  const named = row.rule === undefined ? undefined : rowId(row.connection, row.rule)
  const all = books.flatMap(({ rules }) => rules)
  const exact = all.find(({ id }) => id === named)
  if (exact !== undefined || row.origin === 'page') return exact
  const ofName = all.filter(({ name }) => name === row.cause)
  const worth = (rule: AlertRule) => Number(rule.connection === row.connection) * 2 + Number(rule.state === 'firing')
  return ofName.toSorted((a, b) => worth(b) - worth(a))[0]
}
