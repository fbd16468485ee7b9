import type { ReactNode } from 'react'
import styles from './text.module.css'

export interface FactsProps {
  /** Name and value pairs. */
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[]
  /** `small` in a row of a list, beside other small text. */
  readonly size?: 'small' | 'normal'
  readonly className?: string | undefined
}

/** Names in one column, values in the next. */
export function Facts({ facts, size = 'normal', className = '' }: FactsProps) {
  return (
    <dl className={`${styles.facts} ${className}`} data-size={size}>
      {facts.map(({ name, value }) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
