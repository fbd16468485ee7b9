import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AlertRule } from '../../../shared/contract/rules'
import { freshness } from '../../../shared/domain/freshness'
import { useBoard, useNow } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FreshnessBadge } from '../../ui/freshness-badge'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { RuleStanding } from '../../ui/rule-standing'
import { bookWords, fitting, type ReadBook, readBooks } from './rule-books'
import styles from './rules-dialog.module.css'

/** [RU5] What watches for trouble in every monitoring system, the rules that cannot see before all others. */
export function RulesDialog({ opened, onClose }: DialogPart) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Alert rules" placement="side" width={560}>
      <Rules />
    </Dialog>
  )
}

function Rules() {
  const books = useBoard(board => board.rules)
  const feeds = useBoard(board => board.feeds)
  const [words, setWords] = useState('')
  const read = readBooks(books, feeds)
  if (read.length === 0) {
    return (
      <EmptyState title="What your Grafana and Prometheus watch for stands here, and which rules cannot see.">
        Connect one with <Key>,</Key>
      </EmptyState>
    )
  }
  return (
    <>
      <TextInput
        data-autofocus
        aria-label="Find a rule"
        placeholder="Name, folder or error"
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
      />
      {read.map(book => (
        <Book key={book.feed.id} book={book} words={words} />
      ))}
    </>
  )
}

function Book({ book, words }: { readonly book: ReadBook; readonly words: string }) {
  const now = useNow()
  const fresh = freshness(book.feed, now)
  const rules = fitting(book.rules, words)
  return (
    <section className={styles.book} aria-label={`Rules of ${book.feed.name}`}>
      <header className={styles.head}>
        <h3>{book.feed.name}</h3>
        <span className={styles.counts}>{bookWords(book)}</span>
        <FreshnessBadge freshness={fresh} />
      </header>
      {fresh.reason !== '' && <p className={styles.reason}>{fresh.reason}</p>}
      <ul data-stale={fresh.state !== 'fresh' || undefined}>
        {rules.map(rule => (
          <RuleLine key={rule.id} rule={rule} />
        ))}
      </ul>
      {rules.length === 0 && book.rules.length > 0 && <p className={styles.none}>None of them is called so.</p>}
    </section>
  )
}

function RuleLine({ rule }: { readonly rule: AlertRule }) {
  const { name, place, problem, url } = rule
  return (
    <li className={styles.rule}>
      <RuleStanding rule={rule} />
      <div className={styles.what}>
        <span className={styles.name} dir="auto">
          {url === null ? (
            name
          ) : (
            <a href={url} target="_blank" rel="noreferrer">
              {name}
            </a>
          )}
        </span>
        <span className={styles.place}>{place}</span>
        {problem !== '' && <span className={styles.problem}>{problem}</span>}
      </div>
    </li>
  )
}
