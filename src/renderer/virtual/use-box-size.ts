import { type RefObject, useLayoutEffect, useState } from 'react'

export interface BoxSize {
  readonly width: number
  readonly height: number
  readonly lineHeight: number
}

/** Until it was measured, and where nothing is laid out: a first look at a pane, not at a wallboard. */
const guess: BoxSize = { width: 480, height: 900, lineHeight: 20 }

/** Room of a scrolling box and the height of a line in it, in pixels. @param changed called before it is drawn anew */
export function useBoxSize(scroller: RefObject<HTMLElement | null>, changed: () => void): BoxSize {
  const [size, setSize] = useState(guess)
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    const look = () => {
      const lineHeight = Number.parseFloat(getComputedStyle(box).lineHeight) || guess.lineHeight
      const { clientWidth, clientHeight } = box
      setSize(known => {
        const next = { width: clientWidth || known.width, height: clientHeight || known.height, lineHeight }
        return isSameSize(known, next) ? known : next
      })
      changed()
    }
    look()
    const watch = new ResizeObserver(look)
    watch.observe(box)
    return () => watch.disconnect()
  }, [scroller, changed])
  return size
}

function isSameSize(a: BoxSize, b: BoxSize): boolean {
  return a.width === b.width && a.height === b.height && a.lineHeight === b.lineHeight
}
