import type { FeedStatus } from '../../../shared/contract/feeds'
import type { AlertRule, RuleBook } from '../../../shared/contract/rules'
import { numberText, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'

/** The rules of one connection with the feed that read them; none while it has not. */
export interface ReadBook extends Pick<RuleBook, 'rules' | 'total' | 'blind'> {
  readonly feed: FeedStatus
}

export function readBooks(books: readonly RuleBook[], feeds: readonly FeedStatus[]): readonly ReadBook[] {
  return feeds
    .filter(({ what }) => what === 'rules')
    .map(feed => {
      const book = books.find(one => one.feed === feed.id)
      return { feed, rules: book?.rules ?? [], total: book?.total ?? 0, blind: book?.blind ?? 0 }
    })
}

/** "12 rules, 1 cannot see"; of more than are shown, how many there are. */
export function rulesCountText({ rules, total, blind, feed }: ReadBook): string {
  if (feed.trueAt === null) return ''
  const { count, first, withBlind } = texts.rules
  const some = rules.length < total
  const all = some ? tCount(first, total, { shown: numberText(rules.length) }) : tCount(count, total)
  return blind === 0 ? all : tCount(withBlind, blind, { rules: all })
}

/** Those that have every word somewhere. */
export function fitting(rules: readonly AlertRule[], query: string): readonly AlertRule[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  return rules.filter(({ name, place, problem }) => {
    const text = `${name} ${place} ${problem}`.toLowerCase()
    return wanted.every(word => text.includes(word))
  })
}
