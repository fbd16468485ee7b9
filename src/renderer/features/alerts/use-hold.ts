import {
  type FocusEvent,
  type FocusEventHandler,
  type KeyboardEvent,
  type PointerEventHandler,
  useCallback,
  useState,
} from 'react'
import { rowKeyOf } from '../../commands/row-keys'

export interface Hold {
  /** Somebody uses the rows: none may move. */
  readonly held: boolean
  /** Counts how often somebody asked for the rows that wait. */
  readonly take: number
  readonly letIn: () => void
  /** Some rows are selected, or none any more. */
  readonly onSelecting: (some: boolean) => void
  /** Handles the key that shows new rows; true where it was that key. */
  readonly press: (event: KeyboardEvent) => boolean
  /** For the element around the rows. */
  readonly zone: {
    readonly onPointerEnter: PointerEventHandler
    readonly onPointerLeave: PointerEventHandler
    readonly onFocus: FocusEventHandler
    readonly onBlur: FocusEventHandler
  }
}

/** [AL9] Rows keep their places while the pointer or the keyboard is on them, and while some of them are selected. */
export function useHold(): Hold {
  const [selecting, onSelecting] = useState(false)
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const [take, setTake] = useState(0)
  const letIn = useCallback(() => setTake(count => count + 1), [])
  return {
    held: pointed || focused || selecting,
    take,
    letIn,
    onSelecting,
    press(event) {
      if (event.key !== rowKeyOf.list.letIn || event.ctrlKey || event.metaKey || event.altKey) return false
      event.preventDefault()
      letIn()
      return true
    },
    zone: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: event => setFocused(staysHere(event)),
    },
  }
}

/** A dialog returns the focus to its row when it closes, so that row must still be there. */
function staysHere({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return currentTarget.contains(relatedTarget) || relatedTarget?.closest('[role="dialog"]') != null
}
