import { useCallback, useRef } from 'react'

/** Runs an action only once until it settles: a second key press before the answer is ignored. `key` names the action. */
export function useOnce(): (key: string, act: () => Promise<unknown>) => void {
  const running = useRef(new Set<string>())
  return useCallback((key, act) => {
    if (running.current.has(key)) return
    running.current.add(key)
    void act().finally(() => running.current.delete(key))
  }, [])
}
