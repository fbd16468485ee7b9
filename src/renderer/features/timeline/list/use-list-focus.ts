import { type FocusEvent, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { EntryId } from '../../../../shared/domain/ids'
import { useCommand } from '../../../stores/use-command'
import type { MeasuredWindow } from '../../../virtual/use-measured-window'
import { type Row, rowOfLine, type TimelineRows } from './rows'

export interface ListFocus {
  /** Focuses a row; the list does not scroll while it has the focus. */
  readonly hold: (key: string) => void
  /** Goes back to the newest line, and follows new lines from then on. */
  readonly follow: () => void
  readonly onFocus: (key: string) => void
  readonly onBlur: (event: FocusEvent) => void
}

/**
 * The focus on the rows of the list: keys move it, it survives changes of the rows, and it is never on a removed row.
 */
export function useListFocus(
  view: MeasuredWindow<Row>,
  selectedKey: string | null,
  select: (key: string | null) => void,
): ListFocus {
  const { scroller, hold: holdView, toEnd } = view
  const within = useRef(false)
  useCommand(
    'timeline',
    useCallback(() => {
      const list = scroller.current
      const chosen = list?.querySelector<HTMLElement>('[data-selected="true"]') ?? list
      chosen?.focus({ preventScroll: true })
    }, [scroller]),
  )
  useLayoutEffect(() => {
    const list = scroller.current
    if (list === null || !within.current) return
    // Not the page's own document: the pane may be in a window of its own.
    const { activeElement, body } = list.ownerDocument
    const row = selectedKey === null ? null : list.querySelector<HTMLElement>(`[data-key="${CSS.escape(selectedKey)}"]`)
    if (row !== null && row !== activeElement && !row.contains(activeElement)) {
      row.focus({ preventScroll: true })
    } else if (row === null && activeElement === body) {
      list.focus({ preventScroll: true })
    }
  })
  return {
    hold: key => {
      within.current = true
      holdView(true)
      select(key)
    },
    follow: () => {
      holdView(false)
      select(null)
      toEnd()
      if (within.current) scroller.current?.focus({ preventScroll: true })
    },
    onFocus: useCallback(
      (key: string) => {
        within.current = true
        holdView(true)
        select(key)
      },
      [holdView, select],
    ),
    onBlur: ({ target, currentTarget, relatedTarget }) => {
      if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return
      queueMicrotask(() => {
        // A row was removed while it had the focus: the focus stays in the list.
        if (relatedTarget === null && !target.isConnected) return
        within.current = false
        holdView(false)
      })
    },
  }
}

/** Scrolls the line that the user searches for into the middle of the list, and unfolds it. */
export function useSought(
  sought: { readonly id: EntryId } | null,
  { rows, timeline }: TimelineRows,
  view: MeasuredWindow<Row>,
  unfolded: ReadonlySet<string>,
  toggleFold: (key: string) => void,
): void {
  const shown = useRef<object | null>(null)
  useEffect(() => {
    if (sought === null || shown.current === sought) return
    const index = rowOfLine(
      rows,
      timeline.findLastIndex(({ id }) => id === sought.id),
    )
    const row = rows[index]
    if (row === undefined) return
    // Unfolded first: on the next run its line has a row of its own.
    if (row.kind === 'folded' && !unfolded.has(row.key)) return toggleFold(row.key)
    shown.current = sought
    view.show(index, 'middle')
  })
}
