import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { actorName } from '../../../shared/domain/people'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import styles from './entry-list.module.css'
import { EntryRow } from './entry-row'

export interface EntryListProps {
  readonly timeline: Timeline
  readonly onCorrect: (entry: TimelineEntry) => void
  readonly onOpenPicture: (entry: TimelineEntry, picture: number) => void
}

/** The record, newest at the bottom. It follows what is written unless the reader has scrolled up. */
export function EntryList({ timeline, onCorrect, onOpenPicture }: EntryListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [atEnd, setAtEnd] = useState(true)
  const rows = useVirtualizer({
    count: timeline.length,
    getScrollElement: () => scroller.current,
    // A line of text and its padding; longer ones are measured as they come into sight.
    estimateSize: () => 30,
    getItemKey: index => timeline[index]?.id ?? index,
    overscan: 12,
  })
  const height = rows.getTotalSize()
  // Also when heights are measured anew: the end must stay in sight while it moves.
  useEffect(() => {
    const list = scroller.current
    if (atEnd && list !== null && height > 0) list.scrollTop = list.scrollHeight
  }, [atEnd, height])
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroller}
        role="log"
        aria-label="Timeline lines"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        onScroll={event => setAtEnd(isAtEnd(event.currentTarget))}
      >
        <div className={styles.lines} style={{ height }}>
          {rows.getVirtualItems().map(row => {
            const entry = timeline[row.index]
            if (entry === undefined) return null
            const stands = !entry.automatic && entry.retraction === null
            return (
              <div
                key={row.key}
                ref={rows.measureElement}
                data-index={row.index}
                className={styles.line}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <EntryRow
                  entry={entry}
                  sameAuthor={sameAuthor(timeline[row.index - 1], entry)}
                  onCorrect={stands ? onCorrect : undefined}
                  onOpenPicture={onOpenPicture}
                />
              </div>
            )
          })}
        </div>
      </div>
      {!atEnd && (
        <button type="button" className={styles.toEnd} onClick={() => setAtEnd(true)}>
          Newest ↓
        </button>
      )}
    </div>
  )
}

function sameAuthor(before: TimelineEntry | undefined, entry: TimelineEntry): boolean {
  return before !== undefined && actorName(before.by) === actorName(entry.by)
}

/** Within two lines of the end counts as there. */
function isAtEnd(list: HTMLElement): boolean {
  return list.scrollHeight - list.scrollTop - list.clientHeight < 60
}
