import { type FocusEvent, type PointerEvent, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { isPaneKey, type PaneKey } from '../../../shared/contract/pane-address'
import { useSheetRoom } from '../../ui/sheet-room'
import { dragSash } from './arrange'
import { ArrangeBar } from './arrange-bar'
import type { Box, Heights, Sash } from './geometry'
import { placesBeside } from './geometry'
import { shownTree } from './layouts'
import styles from './pane-grid.module.css'
import { PaneHost } from './pane-host'
import type { Tree } from './tree'
import { useDrag } from './use-drag'
import { useLayouts, useLayoutsState } from './use-layouts'

/**
 * All panes, each in a host of its own that never moves in the document: only its position changes. So a half-typed
 * line, a scroll position, a chart and the focus survive every change of the layout.
 */
export function PaneGrid({ contents }: { readonly contents: Readonly<Partial<Record<PaneKey, ReactNode>>> }) {
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
        <PaneHost
          key={pane}
          pane={pane}
          desk={size}
          placed={places.stacks.find(({ stack }) => stack.panes.includes(pane))}
          onHeight={setHeights}
        >
          {contents[pane]}
        </PaneHost>
      ))}
      <Sashes sashes={places.sashes} />
      <DropMark box={drag?.mark} />
      <ArrangeBar places={places} />
    </main>
  )
}

/** The pane that contains an element. */
function paneAround(element: Element): PaneKey | undefined {
  const key = element.closest<HTMLElement>('[data-pane]')?.dataset.pane
  return key !== undefined && isPaneKey(key) ? key : undefined
}

/** The Tab order of the panes: what is wrong, what is written, who does it. */
const keys: readonly PaneKey[] = [
  'metrics',
  'alerts',
  'timeline',
  'roles',
  'checkpoint',
  'comms',
  'handoff',
  'strategy',
]

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

/** The gaps between panes, which can be dragged. The keyboard resizes the pane itself, so no sash takes the focus. */
function Sashes({ sashes }: { readonly sashes: readonly Sash[] }) {
  return sashes.map(sash => <Handle key={`${sash.path.join('.')}/${sash.index}`} sash={sash} />)
}

interface Hold {
  readonly at: number
  readonly tree: Tree
  readonly sash: Sash
}

function Handle({ sash }: { readonly sash: Sash }) {
  const layouts = useLayouts()
  const hold = useRef<Hold>(undefined)
  const place = (event: PointerEvent) => (sash.along === 'row' ? event.clientX : event.clientY)
  const take = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    hold.current = { at: place(event), tree: layouts.getState().tree, sash }
  }
  const drag = (event: PointerEvent) => {
    const held = hold.current
    if (held !== undefined) layouts.arrange(() => dragSash(held.tree, held.sash, place(event) - held.at))
  }
  const letGo = () => {
    hold.current = undefined
  }
  const { left, top, width, height } = sash.box
  return (
    <div
      aria-hidden="true"
      className={styles.sash}
      data-along={sash.along}
      style={{ left, top, width, height }}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    />
  )
}

/** Where a dragged pane will be when it is dropped. */
function DropMark({ box }: { readonly box: Box | undefined }) {
  if (box === undefined) return null
  const { left, top, width, height } = box
  return <div aria-hidden="true" className={styles.mark} style={{ left, top, width, height }} />
}
