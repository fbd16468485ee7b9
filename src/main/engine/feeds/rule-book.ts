import { type AlertRule, isBlind, MOST_RULES, type RuleBook } from '../../../shared/contract/rules'
import type { FeedIdentity } from './feed-list'

const byState: readonly AlertRule['state'][] = ['firing', 'pending', 'inactive']

/** [RU3] The rules of one connection, the blind first, then the loud, then by name; at most MOST_RULES of them. */
export function ruleBook(
  { id, connection }: Pick<FeedIdentity, 'id' | 'connection'>,
  rules: readonly AlertRule[],
): RuleBook {
  const sorted = rules.toSorted(
    (a, b) =>
      Number(isBlind(b)) - Number(isBlind(a)) ||
      byState.indexOf(a.state) - byState.indexOf(b.state) ||
      (a.name < b.name ? -1 : 1),
  )
  const blind = rules.filter(isBlind).length
  return { feed: id, connection, rules: sorted.slice(0, MOST_RULES), total: rules.length, blind }
}
