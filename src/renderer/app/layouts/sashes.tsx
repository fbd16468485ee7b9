import { type PointerEvent, useRef } from 'react'
import { dragSash } from './arrange'
import type { Sash } from './geometry'
import styles from './sashes.module.css'
import type { Tree } from './tree'
import { useLayouts } from './use-layouts'

/** The gaps between panes, to be dragged. The keyboard resizes the pane itself, so no sash takes the focus. */
export function Sashes({ sashes }: { readonly sashes: readonly Sash[] }) {
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
