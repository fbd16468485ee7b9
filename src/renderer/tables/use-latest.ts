import { type RefObject, useLayoutEffect, useRef } from 'react'

/** The last rendered value, for handlers that must stay the same function so that rows need not render again. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
