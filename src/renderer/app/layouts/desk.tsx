import { type FocusEvent, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { isPaneKey, type PaneKey } from '../../../shared/contract/pane-address'
import { useSheetRoom } from '../../ui/sheet-room'
import { ArrangeBar } from './arrange-bar'
import styles from './desk.module.css'
import { DropMark } from './drop-mark'
import type { Box, Heights } from './geometry'
import { Host } from './host'
import { shownTree } from './layouts'
import { placesBeside } from './places-beside'
import { Sashes } from './sashes'
import { useDrag } from './use-drag'
import { useLayouts, useLayoutsState } from './use-layouts'

/**
 * All panes, each in a host of its own that never moves in the document: only its place on the screen changes. So a
 * half-typed line, a scroll position, a chart and the focus outlive every change of the layout.
 */
export function Desk({ contents }: { readonly contents: Readonly<Partial<Record<PaneKey, ReactNode>>> }) {
  const layouts = useLayouts()
  const tree = useLayoutsState(useShallow(({ tree, maximised }) => ({ tree, maximised })))
  const desk = useRef<HTMLElement>(null)
  const size = useSize(desk)
  const [heights, setHeights] = useState<Heights>({})
  const sheet = useSheetRoom()
  const places = useMemo(() => placesBeside(shownTree(tree), size, heights, sheet), [tree, size, heights, sheet])
  useLayoutEffect(() => layouts.placed(places), [layouts, places])
  const drag = useDrag(desk, places)
  const hold = ({ target }: FocusEvent) => {
    const held = target instanceof Element ? paneAround(target) : undefined
    if (held !== undefined) layouts.setState({ held })
  }
  return (
    <main ref={desk} className={styles.desk} data-dragging={drag !== null} onFocus={hold}>
      {keys.map(pane => (
        <Host
          key={pane}
          pane={pane}
          desk={size}
          placed={places.stacks.find(({ stack }) => stack.panes.includes(pane))}
          onHeight={setHeights}
        >
          {contents[pane]}
        </Host>
      ))}
      <Sashes sashes={places.sashes} />
      <DropMark box={drag?.mark} />
      <ArrangeBar places={places} />
    </main>
  )
}

/** The pane that an element is part of. */
function paneAround(element: Element): PaneKey | undefined {
  const key = element.closest<HTMLElement>('[data-pane]')?.dataset.pane
  return key !== undefined && isPaneKey(key) ? key : undefined
}

/** In the order in which Tab goes through them: what burns, what is said, who does it. */
const keys: readonly PaneKey[] = ['metrics', 'alerts', 'timeline', 'roles', 'checkpoint', 'comms', 'handoff']

const nothing: Box = { left: 0, top: 0, width: 0, height: 0 }

/** The inner size of an element, before the first paint and after each change. */
function useSize(element: React.RefObject<HTMLElement | null>): Box {
  const [size, setSize] = useState(nothing)
  useLayoutEffect(() => {
    const box = element.current
    if (box === null) return
    const measure = () => {
      setSize({ ...nothing, width: box.clientWidth, height: box.clientHeight })
      // A sheet at the side begins below the bar.
      const top = box.offsetTop - Number.parseFloat(getComputedStyle(box).marginTop)
      document.documentElement.style.setProperty('--qd-desk-top', `${top}px`)
    }
    measure()
    const sized = new ResizeObserver(measure)
    sized.observe(box)
    return () => sized.disconnect()
  }, [element])
  return size
}
