import { type RefObject, useEffect, useRef, useState } from 'react'
import { isPaneKey, type PaneKey } from '../../../shared/contract/pane-address'
import { type DropTarget, dropTarget, type Point } from './drop-target'
import type { Places } from './geometry'
import { toggleMaximised } from './toggle-maximised'
import { useLayouts } from './use-layouts'

/** A press shorter than this is a click, in CSS pixels. */
const LEAST = 6

interface Hold {
  readonly pane: PaneKey
  readonly pointer: number
  readonly from: Point
}

/**
 * Drags panes by their headers and tabs; Esc lets go without a change. A double click on a header maximises.
 * @returns where the dragged pane would go; null while none is dragged
 */
export function useDrag(
  desk: RefObject<HTMLElement | null>,
  places: Places,
): { readonly mark?: DropTarget['mark'] } | null {
  const layouts = useLayouts()
  const now = useRef(places)
  now.current = places
  const [over, setOver] = useState<Partial<DropTarget> | null>(null)
  useEffect(() => {
    const main = desk.current
    if (main === null) return
    const stopped = new AbortController()
    const { signal } = stopped
    let hold: Hold | undefined
    let target: DropTarget | undefined
    let dragging = false
    const letGo = () => {
      hold = undefined
      target = undefined
      dragging = false
      setOver(null)
    }
    const at = ({ clientX, clientY }: PointerEvent): Point => {
      const { left, top } = main.getBoundingClientRect()
      return { x: clientX - left, y: clientY - top }
    }
    const take = (event: PointerEvent) => {
      const pane = event.button === 0 ? grabbed(event.target) : undefined
      if (pane !== undefined) hold = { pane, pointer: event.pointerId, from: at(event) }
    }
    const move = (event: PointerEvent) => {
      if (hold === undefined || event.pointerId !== hold.pointer) return
      const point = at(event)
      if (!dragging && Math.hypot(point.x - hold.from.x, point.y - hold.from.y) < LEAST) return
      if (!dragging) main.setPointerCapture(event.pointerId)
      dragging = true
      const desk = { left: 0, top: 0, width: main.clientWidth, height: main.clientHeight }
      target = layouts.getState().maximised === null ? dropTarget(point, desk, now.current) : undefined
      setOver({ ...target })
    }
    const drop = () => {
      const [pane, drop] = [hold?.pane, target?.drop]
      letGo()
      if (pane !== undefined && drop !== undefined) layouts.arrange(tree => drop(tree, pane))
    }
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !dragging) return
      event.preventDefault()
      letGo()
    }
    const double = ({ target }: MouseEvent) => {
      const pane = grabbed(target)
      if (pane !== undefined) toggleMaximised(layouts, pane)
    }
    main.addEventListener('pointerdown', take, { signal })
    main.addEventListener('pointermove', move, { signal })
    main.addEventListener('pointerup', drop, { signal })
    main.addEventListener('pointercancel', letGo, { signal })
    main.addEventListener('dblclick', double, { signal })
    // Before the cockpit's own keys, which take Esc for a step back.
    document.addEventListener('keydown', cancel, { signal, capture: true })
    return () => stopped.abort()
  }, [desk, layouts])
  return over
}

/** The pane whose header or tab this is; undefined on what can be pressed there, and elsewhere. */
function grabbed(target: EventTarget | null): PaneKey | undefined {
  if (!(target instanceof Element)) return
  const tab = target.closest<HTMLElement>('[data-tab]')
  if (tab === null && target.closest('button, a, input, select') !== null) return
  const key = tab?.dataset.tab ?? target.closest('header[data-grip]')?.closest<HTMLElement>('[data-pane]')?.dataset.pane
  return key !== undefined && isPaneKey(key) ? key : undefined
}
