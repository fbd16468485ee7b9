import { useState } from 'react'

export interface Base<Value> {
  /** What the person saw when they began; an edit is said to begin from it. */
  readonly value: Value
  /** Another person has changed it since. */
  readonly isStale: boolean
  /** The person has seen the other's work and goes on from there. */
  readonly rebase: () => void
}

/**
 * [ED2] What an edit began from. What a colleague changes meanwhile is news to be shown, never a new meaning of Enter.
 * @param began what it began from where it goes on after a reload
 */
export function useBase<Value>(current: Value, began = current): Base<Value> {
  const [value, setValue] = useState(began)
  const isStale = JSON.stringify(value) !== JSON.stringify(current)
  return { value, isStale, rebase: () => setValue(current) }
}
