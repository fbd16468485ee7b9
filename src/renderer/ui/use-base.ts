import { useState } from 'react'

export interface Base<Value> {
  /** The value that the user saw when they began: the base of an edit. */
  readonly value: Value
  /** Another person has changed it since. */
  readonly isStale: boolean
  /** The user has seen the colleague's version and continues from it. */
  readonly rebase: () => void
}

/**
 * [ED2] The base of an edit. A colleague's change in the meantime is shown, and never changes what Enter means.
 * @param began the base if the edit continues after a reload
 */
export function useBase<Value>(current: Value, began = current): Base<Value> {
  const [value, setValue] = useState(began)
  const isStale = JSON.stringify(value) !== JSON.stringify(current)
  return { value, isStale, rebase: () => setValue(current) }
}
