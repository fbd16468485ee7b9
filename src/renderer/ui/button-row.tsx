import type { ReactNode } from 'react'
import styles from './button.module.css'

export interface ButtonRowProps {
  /** `close` in a row of a list, where every pixel of width counts. */
  readonly gap?: 'close' | 'normal'
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** Buttons side by side, on the next line where there is no room. */
export function ButtonRow({ gap = 'normal', className = '', children }: ButtonRowProps) {
  return (
    <div className={`${styles.buttons} ${className}`} data-gap={gap}>
      {children}
    </div>
  )
}
