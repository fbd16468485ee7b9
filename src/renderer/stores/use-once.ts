import { useCallback, useRef } from 'react'

/** A key that is pressed twice before the engine answered is one wish; `key` tells wishes apart. */
export function useOnce(): (key: string, act: () => Promise<unknown>) => void {
  const underWay = useRef(new Set<string>())
  return useCallback((key, act) => {
    if (underWay.current.has(key)) return
    underWay.current.add(key)
    void act().finally(() => underWay.current.delete(key))
  }, [])
}
