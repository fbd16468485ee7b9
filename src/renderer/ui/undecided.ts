import { createContext, type RefObject, useContext, useEffect, useRef } from 'react'
import { isField } from './is-field'

const MARK = 'data-undecided'

/** Set on the element that asks for the decision; it takes the focus. */
export const undecidedMark = { [MARK]: true, tabIndex: -1 } as const

/** Marks the surrounding form as not ready to send until a person has decided something. */
export const UndecidedContext = createContext<(undecided: boolean) => void>(() => undefined)

/**
 * [ED2] A decision that a person has to take before the surrounding form can be sent. Its keys work in the whole
 * dialog, except in a text, where letters are text: from there Enter leads to it.
 * @param keys a letter each, because digits choose options
 */
export function useDecision(keys: Readonly<Record<string, () => void>>): RefObject<HTMLDivElement | null> {
  const part = useRef<HTMLDivElement>(null)
  const tell = useContext(UndecidedContext)
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    tell(true)
    return () => tell(false)
  }, [tell])
  useEffect(() => {
    const around = part.current?.closest<HTMLElement>('[role="dialog"], form')
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
      const decide = Object.hasOwn(now.current, event.key) ? now.current[event.key] : undefined
      if (decide === undefined) return
      event.preventDefault()
      decide()
    }
    around?.addEventListener('keydown', press)
    return () => around?.removeEventListener('keydown', press)
  }, [])
  return part
}

/** [ED2] Stops a form from being sent while something in it is undecided, and goes there. */
export function holdUndecided(form: ParentNode): boolean {
  const part = form.querySelector<HTMLElement>(`[${MARK}]`)
  part?.focus()
  return part !== null
}
