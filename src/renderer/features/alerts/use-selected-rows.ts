import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useState } from 'react'
import type { HeldRow } from '../../tables/held-order'
import { useLatest } from '../../tables/use-latest'

/** Rows that the user has selected: one by one with Space, a range with Shift and an arrow. */
export interface Selected {
  readonly ids: ReadonlySet<string>
  /** Where the range of Shift begins; null: no range is being selected. */
  readonly anchor: string | null
}

export const noneSelected: Selected = { ids: new Set(), anchor: null }

export function withToggled({ ids }: Selected, id: string): Selected {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/** [AL8] Everything between the anchor and a row, plus what was selected before; without an anchor from `from` on. */
export function withStretch({ ids, anchor }: Selected, order: readonly string[], from: number, to: number): Selected {
  const known = anchor === null ? -1 : order.indexOf(anchor)
  const begin = known < 0 ? from : known
  const kept = new Set(ids)
  // Going back deselects the rows between the range's old end and its new one.
  for (const id of order.slice(Math.min(begin, from), Math.max(begin, from) + 1)) kept.delete(id)
  for (const id of order.slice(Math.min(begin, to), Math.max(begin, to) + 1)) kept.add(id)
  return { ids: kept, anchor: order[begin] ?? null }
}

export interface SelectedRows<Row> {
  readonly selected: ReadonlySet<string>
  /** The selected rows that are shown and still there. */
  readonly chosen: readonly Row[]
  /** Handles the keys that select; true where it handled one. */
  readonly press: (event: KeyboardEvent, index: number, go: (index: number) => void) => boolean
  /** Ctrl and a click selects one, Shift and a click a range. */
  readonly pressWithMouse: (event: MouseEvent, index: number) => void
  readonly clear: () => void
}

/** [AL8] Which rows are selected: Space, Shift and an arrow, Ctrl+A; Esc selects none. */
export function useSelectedRows<Row>(
  rows: readonly HeldRow<Row>[],
  onSelecting: (some: boolean) => void,
): SelectedRows<Row> {
  const [selection, setSelection] = useState(noneSelected)
  const latest = useLatest(rows)
  const { ids } = selection
  const some = ids.size > 0
  useEffect(() => onSelecting(some), [some, onSelecting])
  const clear = useCallback(() => setSelection(noneSelected), [])
  const stretch = useCallback(
    (from: number, to: number) => {
      const order = latest.current.map(({ id }) => id)
      setSelection(known => withStretch(known, order, from, to))
    },
    [latest],
  )
  const press: SelectedRows<Row>['press'] = (event, index, go) => {
    const act = selectingKey(event, some)
    if (act === undefined) return false
    event.preventDefault()
    if (act === 'none') clear()
    if (act === 'all')
      setSelection({ ids: new Set(rows.filter(({ gone }) => !gone).map(({ id }) => id)), anchor: null })
    if (act === 'one') setSelection(known => withToggled(known, rows[index]?.id ?? ''))
    if (act === 'up' || act === 'down') {
      const next = Math.max(0, Math.min(rows.length - 1, index + (act === 'down' ? 1 : -1)))
      stretch(index, next)
      go(next)
    }
    return true
  }
  const pressWithMouse = useCallback(
    (event: MouseEvent, index: number) => {
      if (event.ctrlKey || event.metaKey) setSelection(known => withToggled(known, latest.current[index]?.id ?? ''))
      else if (event.shiftKey) {
        // Not the browser's own text selection.
        event.preventDefault()
        stretch(index, index)
      }
    },
    [latest, stretch],
  )
  const chosen = useMemo(
    () => (ids.size === 0 ? [] : rows.filter(({ id, gone }) => !gone && ids.has(id)).map(({ row }) => row)),
    [rows, ids],
  )
  return { selected: ids, chosen, press, pressWithMouse, clear }
}

function selectingKey(
  { key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent,
  some: boolean,
): 'all' | 'none' | 'one' | 'up' | 'down' | undefined {
  if (altKey) return undefined
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' ? 'all' : undefined
  if (shiftKey) return ({ ArrowUp: 'up', ArrowDown: 'down' } as const)[key]
  if (key === 'Escape') return some ? 'none' : undefined
  return key === ' ' ? 'one' : undefined
}
