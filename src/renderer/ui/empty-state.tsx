import type { ReactNode } from 'react'
import styles from './notes.module.css'

/** Says what will be here, and how to get it here. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <p className={styles.how}>{children}</p>}
    </div>
  )
}
