import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * For a part whose buttons come and go: when the focused one is removed, the part itself takes the focus, so that Esc
 * still works.
 */
export function useKeptFocus<Part extends HTMLElement>(): RefObject<Part | null> {
  const part = useRef<Part>(null)
  useLayoutEffect(() => {
    if (document.activeElement === document.body) part.current?.focus()
  })
  return part
}
