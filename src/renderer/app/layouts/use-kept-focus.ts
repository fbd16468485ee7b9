import { type RefObject, useLayoutEffect, useRef } from 'react'

/** For the part whose buttons come and go: with the one that had the focus gone, the part itself takes it, and Esc is heard. */
export function useKeptFocus<Part extends HTMLElement>(): RefObject<Part | null> {
  const part = useRef<Part>(null)
  useLayoutEffect(() => {
    if (document.activeElement === document.body) part.current?.focus()
  })
  return part
}
