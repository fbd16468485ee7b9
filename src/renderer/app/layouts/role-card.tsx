import type { ReactNode } from 'react'
import { Key } from '../../ui/key'
import styles from './layouts-page.module.css'

interface RoleCardProps {
  readonly name: string
  readonly what: string
  readonly digit: number
  readonly current?: boolean
  readonly first?: boolean
  readonly onTake: () => void
  /** What it looks like, in small. */
  readonly children: ReactNode
}

export function RoleCard({ name, what, digit, current = false, first = false, onTake, children }: RoleCardProps) {
  return (
    <li>
      <button
        type="button"
        className={styles.role}
        aria-current={current || undefined}
        data-autofocus={first || undefined}
        onClick={onTake}
      >
        <span className={styles.picture}>{children}</span>
        <span className={styles.name}>
          {name} <Key quiet>{String(digit)}</Key>
        </span>
        <span className={styles.what}>{what}</span>
      </button>
    </li>
  )
}
