import {
  type CSSProperties,
  type Dispatch,
  memo,
  type ReactNode,
  type SetStateAction,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import type { PaneKey } from '../../../shared/contract/pane-address'
import { PaneFrameContext } from '../../ui/pane-frame'
import type { Box, Heights, PlacedStack } from './geometry'
import styles from './pane-grid.module.css'
import { PaneTabs, PaneTools } from './pane-header'

interface PaneHostProps {
  readonly pane: PaneKey
  readonly desk: Box
  /** Undefined while the pane is not on the desk. */
  readonly placed: PlacedStack | undefined
  readonly onHeight: Dispatch<SetStateAction<Heights>>
  readonly children: ReactNode
}

/** Holds one pane, visible or not, at its place in the layout. */
export function PaneHost({ pane, desk, placed, onHeight, children }: PaneHostProps) {
  const host = useRef<HTMLDivElement>(null)
  const shown = placed?.stack.front === pane
  const last = useRef(desk)
  if (shown) last.current = placed.box
  const most = shown ? placed.most : undefined
  useLayoutEffect(() => {
    const element = host.current
    if (element === null || most === undefined) return
    const measure = () => onHeight(now => withHeight(now, pane, element.offsetHeight))
    measure()
    const sized = new ResizeObserver(measure)
    sized.observe(element)
    return () => sized.disconnect()
  }, [pane, most, onHeight])
  return (
    <div ref={host} className={styles.host} style={styleOf(last.current, most)} data-pane={pane} data-shown={shown}>
      <Framed pane={pane} together={placed?.stack.panes.join(' ') ?? ''}>
        {children}
      </Framed>
    </div>
  )
}

function withHeight(heights: Heights, pane: PaneKey, height: number): Heights {
  return heights[pane] === height ? heights : { ...heights, [pane]: height }
}

function styleOf({ left, top, width, height }: Box, most: number | undefined): CSSProperties {
  const place = { transform: `translate(${Math.round(left)}px, ${Math.round(top)}px)`, width: Math.round(width) }
  return most === undefined ? { ...place, height: Math.round(height) } : { ...place, maxHeight: Math.round(most) }
}

/** Memoized, so that a pane is not rendered again because its place changed. */
const Framed = memo(function Framed({
  pane,
  together,
  children,
}: {
  pane: PaneKey
  together: string
  children: ReactNode
}) {
  const frame = useMemo(() => {
    const stack = together.split(' ').filter((key): key is PaneKey => key !== '')
    return {
      tools: <PaneTools pane={pane} />,
      ...(stack.length > 1 && { tabs: <PaneTabs pane={pane} stack={stack} /> }),
    }
  }, [pane, together])
  return <PaneFrameContext value={frame}>{children}</PaneFrameContext>
})
