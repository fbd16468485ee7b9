import styles from './drop-mark.module.css'
import type { Box } from './geometry'

/** Where a dragged pane will stand when it is let go. */
export function DropMark({ box }: { readonly box: Box | undefined }) {
  if (box === undefined) return null
  const { left, top, width, height } = box
  return <div aria-hidden="true" className={styles.mark} style={{ left, top, width, height }} />
}
