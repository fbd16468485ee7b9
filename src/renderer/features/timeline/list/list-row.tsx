import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { t, tCount } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import type { RowClock, RowClocks } from '../../../ui/row-clock'
import type { RowMeasure } from '../../../virtual/use-measured-window'
import styles from './entry-list.module.css'
import { EntryRow, RowTime } from './entry-row'
import type { Row, RowActions } from './rows'

export interface ListRowProps {
  readonly row: Row
  readonly index: number
  /** Pixels from the top of the list. */
  readonly top: number
  readonly clocks: RowClocks
  readonly words: readonly string[]
  readonly acts: RowActions
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined
  readonly selected: boolean
  readonly sought: boolean
  /** An open fold, or a line shown in full. */
  readonly open: boolean
  readonly toggleFold: (key: string) => void
  readonly toggleWhole: (key: string) => void
  readonly onFocus: (key: string) => void
}

/** One row at its place. Rendered again only when one of its own props changes. */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { index, top, measure } = props
  return (
    <div ref={measure} data-index={index} className={styles.row} style={{ transform: `translateY(${top}px)` }}>
      <RowContent {...props} />
    </div>
  )
})

function RowContent(props: ListRowProps) {
  const { row, clocks, words, acts, selected, sought, open, toggleFold, toggleWhole, onFocus } = props
  switch (row.kind) {
    case 'day':
      return <DayRow at={row.at} clock={clocks.first} />
    case 'folded':
      return <FoldedRow {...{ row, clocks, open, selected, onFocus }} onToggle={toggleFold} />
    case 'line':
      return (
        <EntryRow
          {...{ clocks, words, acts, selected, sought, toggleWhole, onFocus }}
          entry={row.entry}
          sameAuthor={row.sameAuthor}
          whole={open}
        />
      )
  }
}

function DayRow({ at, clock }: { at: number; clock: RowClock }) {
  return (
    <p className={styles.day}>
      <time dateTime={clock.date(at)}>{clock.dayWords(at)}</time>
    </p>
  )
}

const PADDING = 8
const FOLDED_LINES = 4
const FOLDED_AUTOMATIC_LINES = 2
/** Width of a letter of the interface's font, as a share of its line height; measured over English and code. */
const LETTER = 0.335
const THUMBNAILS = 72

/**
 * Estimated height of a row, in pixels, from its content. A row is measured once it scrolls into view; the better the
 * estimate, the less moves then.
 */
export function estimateRow(row: Row, { textWidth, lineHeight }: RowMeasure): number {
  if (row.kind === 'day') return lineHeight + 18
  if (row.kind === 'folded') return lineHeight + PADDING
  const { text, automatic, earlier, retraction, erasure, recordedAt, occurredAt, attachments } = row.entry
  const perLine = Math.max(12, Math.floor(textWidth / (lineHeight * LETTER)))
  const wrapped = wrappedLines(text, perLine)
  const asides = [earlier.length > 0, retraction !== null, erasure !== undefined, recordedAt - occurredAt >= 60_000]
  const below = asides.filter(Boolean).length
  const pictures = attachments.length > 0 && retraction === null ? THUMBNAILS : 0
  return (
    (Math.min(wrapped, (automatic ? FOLDED_AUTOMATIC_LINES : FOLDED_LINES) + 1) + below) * lineHeight +
    PADDING +
    pictures
  )
}

function wrappedLines(text: string, perLine: number): number {
  if (!text.includes('\n')) return Math.max(1, Math.ceil(text.length / perLine))
  let lines = 0
  for (const line of text.slice(0, 2_000).split('\n')) lines += Math.max(1, Math.ceil(line.length / perLine))
  return lines
}

const text = texts.timeline

interface FoldedRowProps {
  readonly row: Row & { readonly kind: 'folded' }
  readonly clocks: RowClocks
  readonly open: boolean
  readonly selected: boolean
  readonly onToggle: (key: string) => void
  readonly onFocus: (key: string) => void
}

/** A run of Quarterdeck's own lines about things that went as planned. */
function FoldedRow({ row, clocks, open, selected, onToggle, onFocus }: FoldedRowProps) {
  const { key, entries } = row
  const newest = entries.at(-1)
  const Arrow = open ? ChevronDown : ChevronRight
  if (newest === undefined) return null
  return (
    <button
      type="button"
      className={styles.folded}
      data-key={key}
      data-selected={selected}
      tabIndex={selected ? 0 : -1}
      aria-expanded={open}
      onClick={() => onToggle(key)}
      onFocus={() => onFocus(key)}
    >
      <RowTime at={newest.occurredAt} clocks={clocks} />
      <Arrow size={14} aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.rowCount}>{tCount(text.folded, entries.length)}</span>
        {!open && <span className={styles.last}>{t(text.foldedLast, { text: newest.text })}</span>}
      </span>
    </button>
  )
}
