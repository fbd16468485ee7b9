import { type RefObject, useEffect, useRef, useState } from 'react'
import { isPaneKey, type PaneKey } from '../../../shared/contract/pane-address'
import { type DropPoint, type DropTarget, dropTarget } from './drop-target'
import type { Places } from './geometry'
import { toggleMaximised } from './pane-commands'
import { useLayouts } from './use-layouts'

/**
 * Lets the mouse move panes.
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

/** A press shorter than this is a click, in CSS pixels. */
const LEAST = 6

export interface DragPorts {
  /** Where panes can be dropped now; null: nowhere. */
  readonly places: () => Places | null
  /**
   * Called while a pane is dragged: with where it would go, or that it would go nowhere; with null once it is dropped.
   */
  readonly show: (over: Partial<DropTarget> | null) => void
  readonly drop: (pane: PaneKey, target: DropTarget) => void
  readonly double: (pane: PaneKey) => void
}

/** Drags panes by their headers and tabs, and handles a double click there. Esc cancels. Returns its stop. */
export function watchDrag(desk: HTMLElement, ports: DragPorts): () => void {
  const stopped = new AbortController()
  const { signal } = stopped
  const drag = createDrag(desk, ports)
  desk.addEventListener('pointerdown', drag.take, { signal })
  desk.addEventListener('pointermove', drag.move, { signal })
  desk.addEventListener('pointerup', drag.drop, { signal })
  desk.addEventListener('pointercancel', drag.letGo, { signal })
  desk.addEventListener('dblclick', drag.double, { signal })
  // Before the cockpit's own keys, which handle Esc as a step back.
  document.addEventListener('keydown', drag.cancel, { signal, capture: true })
  return () => stopped.abort()
}

interface Hold {
  readonly pane: PaneKey
  readonly pointer: number
  readonly from: DropPoint
  readonly moved: boolean
  readonly target?: DropTarget | undefined
}

function createDrag(desk: HTMLElement, { places, show, drop, double }: DragPorts) {
  let hold: Hold | undefined
  const letGo = () => {
    hold = undefined
    show(null)
  }
  return {
    letGo,
    take(event: PointerEvent) {
      const pane = event.button === 0 ? grabbed(event.target) : undefined
      if (pane !== undefined) hold = { pane, pointer: event.pointerId, from: pointIn(desk, event), moved: false }
    },
    move(event: PointerEvent) {
      if (hold === undefined || event.pointerId !== hold.pointer) return
      const point = pointIn(desk, event)
      const far = Math.hypot(point.x - hold.from.x, point.y - hold.from.y) >= LEAST
      if (!hold.moved && !far) return
      if (!hold.moved) desk.setPointerCapture(event.pointerId)
      const now = places()
      const target = now === null ? undefined : dropTarget(point, sizeOf(desk), now)
      hold = { ...hold, moved: true, target }
      show({ ...target })
    },
    drop() {
      const held = hold
      if (held === undefined) return
      letGo()
      if (held.target !== undefined) drop(held.pane, held.target)
    },
    cancel(event: KeyboardEvent) {
      if (event.key !== 'Escape' || hold?.moved !== true) return
      event.preventDefault()
      letGo()
    },
    double({ target }: MouseEvent) {
      const pane = grabbed(target)
      if (pane !== undefined) double(pane)
    },
  }
}

function pointIn(desk: HTMLElement, { clientX, clientY }: PointerEvent): DropPoint {
  const { left, top } = desk.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement) {
  return { left: 0, top: 0, width: clientWidth, height: clientHeight }
}

/** The pane whose header or tab this is; undefined on buttons there, and elsewhere. */
function grabbed(target: EventTarget | null): PaneKey | undefined {
  if (!(target instanceof Element)) return
  const tab = target.closest<HTMLElement>('[data-tab]')
  if (tab === null && target.closest('button, a, input, select') !== null) return
  const key = tab?.dataset.tab ?? target.closest('header[data-grip]')?.closest<HTMLElement>('[data-pane]')?.dataset.pane
  return key !== undefined && isPaneKey(key) ? key : undefined
}
