import { memo } from 'react'
import type { RowClock, RowClocks } from '../times'
import { EntryRow } from './entry-row'
import { FoldedRow } from './folded-row'
import styles from './list-row.module.css'
import type { RowActs } from './row-acts'
import type { Row } from './rows'

export interface ListRowProps {
  readonly row: Row
  readonly index: number
  /** Pixels from the top of the list. */
  readonly top: number
  readonly clocks: RowClocks
  readonly words: readonly string[]
  readonly acts: RowActs
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined
  readonly selected: boolean
  readonly sought: boolean
  /** A fold that is open, or a line that is shown whole. */
  readonly open: boolean
  readonly toggleFold: (key: string) => void
  readonly toggleWhole: (key: string) => void
  readonly onFocus: (key: string) => void
}

/** One row at its place. Drawn anew only when something of its own changes. */
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
