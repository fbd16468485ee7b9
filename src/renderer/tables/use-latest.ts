import { type RefObject, useLayoutEffect, useRef } from 'react'

/** What was drawn last, for handlers that must stay the same function so that rows need not be drawn anew. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
