import { memo, useCallback, useMemo, useRef, useState } from 'react'
import type { EntryId } from '../../../../shared/domain/ids'
import type { Timeline, TimelineEntry } from '../../../../shared/domain/timeline'
import { tCount } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { Key } from '../../../ui/key'
import type { RowClocks } from '../../../ui/row-clock'
import { Trans } from '../../../ui/trans'
import { useMeasuredWindow } from '../../../virtual/use-measured-window'
import styles from './entry-list.module.css'
import { estimateRow, ListRow } from './list-row'
import { buildRows, type RowActions, type TimelineRows } from './rows'
import { useListFocus, useSought } from './use-list-focus'
import { useListKeys } from './use-list-keys'

export interface EntryListProps {
  readonly timeline: Timeline
  readonly clocks: RowClocks
  /** Filters lines; undefined: shows all. */
  readonly shows: ((entry: TimelineEntry) => boolean) | undefined
  /** Words to highlight. */
  readonly words: readonly string[]
  /** The line to scroll to; a new object each time. */
  readonly sought: { readonly id: EntryId } | null
  readonly acts: RowActions
}

const { list: lines } = texts.timeline
const BESIDE = 150
const SECOND_CLOCK = 52

/** The record, newest at the bottom. It follows new lines unless the reader has scrolled up or chosen a line. */
export const EntryList = memo(function EntryList(props: EntryListProps) {
  const { timeline, clocks, shows, words, sought, acts } = props
  const [why, tell] = useState('')
  const [unfolded, toggleFold] = useToggled()
  const [whole, toggleWhole] = useToggled()
  const rows = useRows(timeline, clocks, shows, unfolded)
  const [selectedKey, setSelectedKey] = useState<string | null>(null)
  const [lastSought, setLastSought] = useState(sought)
  if (sought !== lastSought) {
    // The arrows continue from the line that was searched for.
    setLastSought(sought)
    if (sought !== null) setSelectedKey(sought.id)
  }
  const selected = useRowIndex(rows, selectedKey)
  const view = useMeasuredWindow({
    rows: rows.rows,
    estimate: estimateRow,
    besideText: BESIDE + (clocks.second === null ? 0 : SECOND_CLOCK),
    focused: selected,
  })
  const focus = useListFocus(view, selectedKey, setSelectedKey)
  useSought(sought, rows, view, unfolded, toggleFold)
  const since = useRef(timeline.length)
  if (view.following) since.current = timeline.length
  const arrived = timeline.length - since.current

  const select = (index: number) => {
    const row = rows.rows[index]
    if (row === undefined) return
    focus.hold(row.key)
    view.show(index, 'nearest')
  }
  const { follow } = focus
  const press = useListKeys({
    ...{ rows: rows.rows, view, acts, selected, select, toggleFold, toggleWhole, follow, tell },
  })
  return (
    <div className={styles.frame}>
      <div
        ref={view.scroller}
        className={styles.scroller}
        role="log"
        aria-label={lines}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        onScroll={view.onScroll}
        onKeyDown={press}
        onBlur={event => {
          tell('')
          focus.onBlur(event)
        }}
      >
        <div className={styles.lines} style={{ height: view.height }}>
          {view.placed.map(({ row, index, top }) => (
            <ListRow
              key={row.key}
              {...{ row, index, top, clocks, words, acts, toggleFold, toggleWhole }}
              measure={view.measure}
              selected={row.key === selectedKey}
              sought={row.kind === 'line' && row.key === sought?.id}
              open={row.kind === 'folded' ? unfolded.has(row.key) : whole.has(row.key)}
              onFocus={focus.onFocus}
            />
          ))}
        </div>
      </div>
      <p className={styles.why} role="status">
        {why}
      </p>
      {(!view.atEnd || arrived > 0) && <NewestButton count={arrived} onClick={follow} />}
    </div>
  )
})

function useRows(
  timeline: Timeline,
  clocks: RowClocks,
  shows: EntryListProps['shows'],
  unfolded: ReadonlySet<string>,
): TimelineRows {
  const { dayOf } = clocks.first
  const options = useMemo(() => ({ dayOf, shows, unfolded }), [dayOf, shows, unfolded])
  const before = useRef<TimelineRows | undefined>(undefined)
  return useMemo(() => {
    before.current = buildRows(timeline, options, before.current)
    return before.current
  }, [timeline, options])
}

/** Current index of the chosen row; new lines above move it. -1: none. */
function useRowIndex({ rows }: TimelineRows, key: string | null): number {
  const last = useRef(-1)
  if (key === null) return -1
  if (rows[last.current]?.key !== key) last.current = rows.findLastIndex(row => row.key === key)
  return last.current
}

function useToggled(): readonly [ReadonlySet<string>, (key: string) => void] {
  const [on, setOn] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback(
    (key: string) =>
      setOn(known => {
        const next = new Set(known)
        if (!next.delete(key)) next.add(key)
        return next
      }),
    [],
  )
  return [on, toggle]
}

const text = texts.timeline

/** Shown while the end is not visible: the number of new lines, and the way back to the end. */
function NewestButton({ count, onClick }: { count: number; onClick: () => void }) {
  return (
    <button type="button" className={styles.newest} onClick={onClick}>
      {count > 0 && <strong className={styles.count}>{tCount(text.arrived, count)}</strong>}{' '}
      <Trans
        text={text.newest}
        parts={{
          key: (
            <Key quiet of="timeline">
              End
            </Key>
          ),
        }}
      />
    </button>
  )
}
