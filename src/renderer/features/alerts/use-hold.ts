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
  /** Somebody points at the rows, or moves among them: none may move. */
  readonly held: boolean
  /** Counts how often what came was let in. */
  readonly take: number
  readonly letIn: () => void
  /** Takes the key that lets them in; true where it was that. */
  readonly press: (event: KeyboardEvent) => boolean
  /** For the element around the rows. */
  readonly zone: {
    readonly onPointerEnter: PointerEventHandler
    readonly onPointerLeave: PointerEventHandler
    readonly onFocus: FocusEventHandler
    readonly onBlur: FocusEventHandler
  }
}

/** [AL9] Rows stand still while the pointer or the keyboard is among them, and while some of them are selected. */
export function useHold(selecting = false): Hold {
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const [take, setTake] = useState(0)
  const letIn = useCallback(() => setTake(count => count + 1), [])
  return {
    held: pointed || focused || selecting,
    take,
    letIn,
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

/** A dialog over the list gives the focus back to the row it is about, so that row must still be there then. */
function staysHere({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return currentTarget.contains(relatedTarget) || relatedTarget?.closest('[role="dialog"]') != null
}
