import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FeedStatus } from '../../../shared/contract/feeds'
import type { AlertRule, RuleBook } from '../../../shared/contract/rules'
import { numberText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useBoard, useJudge } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { problemText, reasonText } from '../../ui/fault-text'
import { FreshnessBadge } from '../../ui/freshness-badge'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { OutsideLink } from '../../ui/outside-link'
import { RuleTag } from '../../ui/rule-tag'
import { Trans } from '../../ui/trans'
import styles from './rules-dialog.module.css'

/** The rules of one connection with the feed that read them; none until it has. */
interface ReadBook extends Pick<RuleBook, 'rules' | 'total' | 'blind'> {
  readonly feed: FeedStatus
}

function readBooks(books: readonly RuleBook[], feeds: readonly FeedStatus[]): readonly ReadBook[] {
  return feeds
    .filter(({ what }) => what === 'rules')
    .map(feed => {
      const book = books.find(one => one.feed === feed.id)
      return { feed, rules: book?.rules ?? [], total: book?.total ?? 0, blind: book?.blind ?? 0 }
    })
}

/** "12 rules, 1 cannot see"; if more exist than are shown, the total. */
function rulesCountText({ rules, total, blind, feed }: ReadBook): string {
  if (feed.trueAt === null) return ''
  const { count, first, withBlind } = texts.rules
  const some = rules.length < total
  const all = some ? tCount(first, total, { shown: numberText(rules.length) }) : tCount(count, total)
  return blind === 0 ? all : tCount(withBlind, blind, { rules: all })
}

/** Rules that contain every word. */
function fitting(rules: readonly AlertRule[], query: string): readonly AlertRule[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  return rules.filter(({ name, place, problem }) => {
    const text = `${name} ${place} ${problem}`.toLowerCase()
    return wanted.every(word => text.includes(word))
  })
}

const text = texts.rules

/** [RU5] Alert rules of every monitoring system, failing ones first. */
export function RulesDialog({ opened, onClose }: DialogPart) {
  return (
    <Dialog general opened={opened} onClose={onClose} title={text.title} placement="side" width={560}>
      <Rules />
    </Dialog>
  )
}

function Rules() {
  const books = useBoard(board => board.rules)
  const feeds = useBoard(board => board.feeds)
  const [query, setQuery] = useState('')
  const read = readBooks(books, feeds)
  if (read.length === 0) {
    return (
      <EmptyState title={text.none}>
        <Trans text={text.connect} parts={{ key: <Key>{keyOf('connections')}</Key> }} />
      </EmptyState>
    )
  }
  return (
    <>
      <TextInput
        data-autofocus
        aria-label={text.find}
        placeholder={text.findHint}
        value={query}
        onChange={event => setQuery(event.currentTarget.value)}
      />
      {read.map(book => (
        <Book key={book.feed.id} book={book} query={query} />
      ))}
    </>
  )
}

function Book({ book, query }: { readonly book: ReadBook; readonly query: string }) {
  const fresh = useJudge()(book.feed)
  const rules = fitting(book.rules, query)
  return (
    <section className={styles.book} aria-label={t(text.of, { name: book.feed.name })}>
      <header className={styles.head}>
        <h3>{book.feed.name}</h3>
        <span className={styles.counts}>{rulesCountText(book)}</span>
        <FreshnessBadge freshness={fresh} />
      </header>
      {fresh.reason !== '' && <p className={styles.reason}>{reasonText(fresh)}</p>}
      <ul data-stale={fresh.state !== 'fresh' || undefined}>
        {rules.map(rule => (
          <RuleLine key={rule.id} rule={rule} />
        ))}
      </ul>
      {rules.length === 0 && book.rules.length > 0 && <p className={styles.none}>{text.noneFound}</p>}
    </section>
  )
}

function RuleLine({ rule }: { readonly rule: AlertRule }) {
  const { name, place, url } = rule
  const problem = problemText(rule)
  return (
    <li className={styles.rule}>
      <RuleTag rule={rule} />
      <div className={styles.what}>
        <span className={styles.name} dir="auto">
          <OutsideLink url={url}>{name}</OutsideLink>
        </span>
        <span className={styles.place}>{place}</span>
        {problem !== '' && <span className={styles.problem}>{problem}</span>}
      </div>
    </li>
  )
}
