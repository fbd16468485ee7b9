import { type RefObject, useEffect, useRef, useState } from 'react'

/** From this height on a pane shows whole texts: the comms layout's has it, the commander's has not. */
const ROOMY = 420

/** Whether the pane around an element is high enough for whole texts, also after it is sized anew. */
export function useRoom(): { readonly anchor: RefObject<HTMLDivElement | null>; readonly roomy: boolean } {
  const anchor = useRef<HTMLDivElement>(null)
  const [roomy, setRoomy] = useState(false)
  useEffect(() => {
    const pane = anchor.current?.closest('section')
    if (!pane) return
    const watch = new ResizeObserver(() => setRoomy(pane.clientHeight >= ROOMY))
    watch.observe(pane)
    return () => watch.disconnect()
  }, [])
  return { anchor, roomy }
}
