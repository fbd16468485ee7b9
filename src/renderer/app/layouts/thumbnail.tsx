import { panes } from '../../ui/panes'
import { placesOf } from './geometry'
import styles from './layouts-dialog.module.css'
import type { Tree } from './tree'

/** A usual display size, for the proportions. */
const screen = { left: 0, top: 0, width: 1280, height: 760 }
const heights = { roles: 160, checkpoint: 100 }

/** A small picture of a layout, each place with the digit of the front pane. */
export function Thumbnail({ tree }: { readonly tree: Tree }) {
  const { stacks } = placesOf(tree, screen, heights)
  return (
    <svg className={styles.thumbnail} viewBox={`-4 -4 ${screen.width + 8} ${screen.height + 8}`} aria-hidden="true">
      {stacks.map(({ stack, box }) => (
        <g key={stack.front}>
          <rect className={styles.pane} x={box.left} y={box.top} width={box.width} height={box.height} rx="14" />
          <text className={styles.digit} x={box.left + box.width / 2} y={box.top + box.height / 2}>
            {stack.panes.map(pane => panes[pane].digit).join(' · ')}
          </text>
        </g>
      ))}
    </svg>
  )
}
