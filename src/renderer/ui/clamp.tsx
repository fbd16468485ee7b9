import type { ReactNode } from 'react'
import styles from './text.module.css'

export interface ClampProps {
  /** How many lines are shown; null shows the whole text with its own line breaks. */
  readonly lines: number | null
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** Text that people typed, cut after a number of lines. */
export function Clamp({ lines, className = '', children }: ClampProps) {
  return (
    <span
      className={`${styles.clamp} ${className}`}
      data-whole={lines === null || undefined}
      style={lines === null ? undefined : { WebkitLineClamp: lines }}
      dir="auto"
    >
      {children}
    </span>
  )
}
