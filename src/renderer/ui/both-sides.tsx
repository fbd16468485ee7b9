import styles from './both-sides.module.css'

export interface BothSidesProps {
  /** What is known, and of which side it is said. */
  readonly facts: readonly { readonly side: string; readonly fact: string }[]
  readonly className?: string | undefined
}

/** What each side knows of an act, where no rule can tell and a person decides. */
export function BothSides({ facts, className = '' }: BothSidesProps) {
  return (
    <dl className={`${styles.facts} ${className}`}>
      {facts.map(({ side, fact }) => (
        <div key={side} className={styles.side}>
          <dt>{side}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  )
}
