import type { AlertRule, RuleBook } from '../../../shared/contract/rules'
import type { FeedStatus } from '../../../shared/contract/views'

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
export function bookWords({ rules, total, blind, feed }: ReadBook): string {
  if (feed.trueAt === null) return ''
  const all = rules.length < total ? `the first ${rules.length} of ${total} rules` : counted(total, 'rule')
  return blind === 0 ? all : `${all}, ${blind} cannot see`
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

/** Those that have every word somewhere. */
export function fitting(rules: readonly AlertRule[], words: string): readonly AlertRule[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return rules.filter(({ name, place, problem }) => {
    const text = `${name} ${place} ${problem}`.toLowerCase()
    return wanted.every(word => text.includes(word))
  })
}
