import { useEffect, useRef } from 'react'
import type { EntryId } from '../../../../shared/domain/ids'
import type { MeasuredWindow } from '../../../virtual/use-measured-window'
import { type Row, type Rows, rowOfLine } from './rows'

/** Brings the line that somebody looks for into the middle of the list, out of its fold. */
export function useSought(
  sought: { readonly id: EntryId } | null,
  { rows, timeline }: Rows,
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
    // Unfolded first: at the next look its line has a row of its own.
    if (row.kind === 'folded' && !unfolded.has(row.key)) return toggleFold(row.key)
    shown.current = sought
    view.show(index, 'middle')
  })
}
