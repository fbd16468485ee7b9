import { useLayoutEffect, useRef } from 'react'
import { Key } from '../../ui/key'
import styles from './assign.module.css'
import type { Candidate } from './candidates'

export interface CandidateOptionProps {
  readonly id: string
  readonly candidate: Candidate
  /** The digit that takes them now; null: a name is being typed. */
  readonly digit: number | null
  readonly chosen: boolean
  readonly onTake: () => void
}

export function CandidateOption({ id, candidate, digit, chosen, onTake }: CandidateOptionProps) {
  const { name, about, kind, busy } = candidate
  const here = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (chosen) here.current?.scrollIntoView?.({ block: 'nearest' })
  }, [chosen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field that points here
    <div
      ref={here}
      id={id}
      className={styles.person}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      data-kind={kind}
      data-busy={busy}
      onClick={onTake}
    >
      <span className={styles.digit}>{digit !== null && <Key quiet>{String(digit)}</Key>}</span>
      <span className={styles.personName} dir="auto">
        {name}
      </span>
      <span className={styles.about} dir="auto">
        {about}
      </span>
    </div>
  )
}
