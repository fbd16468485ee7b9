import { useCallback, useRef, useState, useSyncExternalStore } from 'react'

interface Watched {
  readonly subscribe: (changed: () => void) => () => void
}

/**
 * A value derived from several stores; the component renders again only when the value changes. For values that depend
 * on the clock or the feeds, which change every second, but are different only once a minute.
 * @param derive of JSON, since values are compared as text
 */
export function useDerived<Value>(stores: readonly Watched[], derive: () => Value): Value {
  const last = useRef<{ readonly value: Value; readonly text: string | undefined } | null>(null)
  // A cockpit has the same stores for its lifetime; the array that names them is a new one at each call.
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
