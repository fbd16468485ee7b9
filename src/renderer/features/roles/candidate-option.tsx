import { Key } from '../../ui/key'
import { PointedOption } from '../../ui/pointed-option'
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
  const { name, about, kind, holds } = candidate
  return (
    <PointedOption
      id={id}
      className={styles.person}
      pointed={chosen}
      data-kind={kind}
      data-busy={holds !== ''}
      onPick={onTake}
    >
      <span className={styles.digit}>{digit !== null && <Key quiet>{String(digit)}</Key>}</span>
      <span className={styles.personName} dir="auto">
        {name}
      </span>
      <span className={styles.about} dir="auto">
        {about}
      </span>
    </PointedOption>
  )
}
