import { useCallback, useRef, useState, useSyncExternalStore } from 'react'

interface Watched {
  readonly subscribe: (changed: () => void) => () => void
}

/**
 * What is derived of several stores; the part is rendered only when that says something else. For what depends on the
 * clock or the feeds, which change every second, and shows something else once a minute.
 * @param derive of JSON, since values are compared as text
 */
export function useDerived<Value>(stores: readonly Watched[], derive: () => Value): Value {
  const last = useRef<{ readonly value: Value; readonly text: string | undefined } | null>(null)
  // A cockpit has the same stores as long as it lives; the array that names them is another one at each call.
  const [watched] = useState(stores)
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = watched.map(store => store.subscribe(changed))
      return () => {
        for (const stop of stops) stop()
      }
    },
    [watched],
  )
  return useSyncExternalStore(subscribe, () => {
    const value = derive()
    const text = JSON.stringify(value)
    if (last.current === null || last.current.text !== text) last.current = { value, text }
    return last.current.value
  })
}
