import { type RefObject, useEffect, useRef, useState } from 'react'
import { watchDrag } from './drag'
import type { DropTarget } from './drop-target'
import type { Places } from './geometry'
import { toggleMaximised } from './toggle-maximised'
import { useLayouts } from './use-layouts'

/**
 * Lets a hand on the mouse move panes.
 * @returns where the dragged pane would go; null while none is dragged
 */
export function useDrag(desk: RefObject<HTMLElement | null>, places: Places): Partial<DropTarget> | null {
  const layouts = useLayouts()
  const now = useRef(places)
  now.current = places
  const [over, setOver] = useState<Partial<DropTarget> | null>(null)
  useEffect(() => {
    if (desk.current === null) return
    return watchDrag(desk.current, {
      places: () => (layouts.getState().maximised === null ? now.current : null),
      show: setOver,
      drop: (pane, { drop }) => layouts.arrange(tree => drop(tree, pane)),
      double: pane => toggleMaximised(layouts, pane),
    })
  }, [desk, layouts])
  return over
}
