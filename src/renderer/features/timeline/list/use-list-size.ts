import { type RefObject, useEffect, useState } from 'react'

export interface ListSize {
  readonly width: number
  readonly height: number
  readonly lineHeight: number
}

/** Until it was looked at, and where nothing is laid out. */
const guess: ListSize = { width: 480, height: 600, lineHeight: 20 }

/** Room that a list has, and the height of a line in it, in pixels. @param changed told before it is drawn anew */
export function useListSize(scroller: RefObject<HTMLElement | null>, changed: () => void): ListSize {
  const [size, setSize] = useState(guess)
  useEffect(() => {
    const list = scroller.current
    if (list === null) return
    const look = () => {
      const lineHeight = Number.parseFloat(getComputedStyle(list).lineHeight) || guess.lineHeight
      const { clientWidth, clientHeight } = list
      setSize(known => {
        const next = { width: clientWidth || known.width, height: clientHeight || known.height, lineHeight }
        return isSame(known, next) ? known : next
      })
      changed()
    }
    look()
    const watch = new ResizeObserver(look)
    watch.observe(list)
    return () => watch.disconnect()
  }, [scroller, changed])
  return size
}

function isSame(a: ListSize, b: ListSize): boolean {
  return a.width === b.width && a.height === b.height && a.lineHeight === b.lineHeight
}
