import { useId } from 'react'
import { texts } from '../../../shared/texts/texts'
import { Key } from '../../ui/key'
import { PointedOption } from '../../ui/pointed-option'
import { PointingField } from '../../ui/pointing-field'
import styles from './assign.module.css'
import type { Candidate } from './candidates'
import type { AssignFormState } from './use-assign-form'

/** The field with its candidates below. The focus stays in the field, which points at one of them. */
export function CandidateField({
  form: { field, text, shown, line, at, write, press, choose },
}: {
  readonly form: AssignFormState
}) {
  const list = useId()
  return (
    <>
      <PointingField
        ref={field}
        list={list}
        at={at === null || shown[at] === undefined ? null : at}
        aria-label={texts.assigning.field}
        placeholder={texts.assigning.hint}
        value={text}
        onText={write}
        onKeyDown={press}
      />
      <div className={styles.people} id={list} role="listbox" aria-label={texts.assigning.people} tabIndex={-1}>
        {shown.map(({ candidate, digit }, index) => (
          <CandidateOption
            key={candidate.name}
            id={`${list}-${index}`}
            candidate={candidate}
            digit={digit}
            chosen={index === at}
            onTake={() => choose(candidate)}
          />
        ))}
        {shown.length === 0 && (
          <p className={styles.none}>{line.frees ? texts.assigning.frees : texts.assigning.nobodyKnown}</p>
        )}
      </div>
    </>
  )
}

interface CandidateOptionProps {
  readonly id: string
  readonly candidate: Candidate
  /** The digit that chooses this candidate; null while a name is typed. */
  readonly digit: number | null
  readonly chosen: boolean
  readonly onTake: () => void
}

function CandidateOption({ id, candidate, digit, chosen, onTake }: CandidateOptionProps) {
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
