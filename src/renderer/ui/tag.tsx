import type { ReactNode } from 'react'
import styles from './tag.module.css'

/** How prominent a word is. */
export type Tone = 'good' | 'plain' | 'warn' | 'bad'

/** A word with a shape before it: filled for what is settled, a ring for what is not, a square for what is wrong. */
export function Tag({ tone, open = false, children }: { tone: Tone; open?: boolean; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone} data-open={open || undefined}>
      <span className={styles.shape} aria-hidden="true" />
      <span className={styles.words}>{children}</span>
    </span>
  )
}
