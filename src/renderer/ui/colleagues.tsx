import type { ReactNode } from 'react'
import { andListText, tCount } from '../../shared/texts/t'
import { type PluralForms, texts } from '../../shared/texts/texts'
import { Button } from './button'
import { ButtonRow } from './button-row'
import { Key } from './key'
import styles from './notes.module.css'
import { Trans } from './trans'
import { undecidedMark, useDecision } from './undecided'

const text = texts.colleagues

/** Who edits the same in another window. */
export function OthersHere({
  names,
  says = text.editing,
  inline = false,
}: {
  readonly names: readonly string[]
  readonly says?: PluralForms
  readonly inline?: boolean
}) {
  if (names.length === 0) return null
  const Part = inline ? 'span' : 'p'
  return (
    <Part className={styles.here} role="status">
      {inline && ' '}
      {tCount(says, names.length, { names: andListText(names) })}
    </Part>
  )
}

export interface ChangedMeanwhileProps {
  /** Its current value. */
  readonly theirs: ReactNode
  /** Leaves the colleague's version as it is. */
  readonly onTakeTheirs: () => void
  /** Continues with the text here, now based on the colleague's version. */
  readonly onKeepMine: () => void
}

const [THEIRS_KEY, MINE_KEY] = ['t', 'm'] as const

/** [ED2] A colleague has changed what is being edited here: both versions are shown, and the user decides. */
export function ChangedMeanwhile({ theirs, onTakeTheirs, onKeepMine }: ChangedMeanwhileProps) {
  const part = useDecision({ [THEIRS_KEY]: onTakeTheirs, [MINE_KEY]: onKeepMine })
  return (
    <div ref={part} className={styles.changed} role="alert" {...undecidedMark}>
      <p className={styles.what}>
        <Trans text={text.changed} parts={{ now: <strong dir="auto">{theirs}</strong> }} />
      </p>
      <ButtonRow>
        <Button onClick={onTakeTheirs}>
          {text.takeTheirs} <Key quiet>{THEIRS_KEY}</Key>
        </Button>
        <Button onClick={onKeepMine}>
          {text.keepMine} <Key quiet>{MINE_KEY}</Key>
        </Button>
      </ButtonRow>
    </div>
  )
}
