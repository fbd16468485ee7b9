import type { KeyboardEvent } from 'react'
import type { CheckpointQuestion } from '../../../shared/domain/checkpoint'
import { LINE_LIMIT } from '../../../shared/events/fields'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Key } from '../../ui/key'
import { TextField } from '../../ui/text-fields'
import styles from './checkpoint-dialog.module.css'
import { saysAsBefore } from './checkpoint-sheet'

const text = texts.checkpoint

interface AnswerFieldProps {
  readonly question: CheckpointQuestion
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoFocus: boolean
  /** [CP8] Answer proposed from the record; empty: none. */
  readonly proposed: string
  /** [CP9] Answer of the checkpoint before; empty: none. */
  readonly before: string
  /** [CP10] A colleague's answer; empty: none. */
  readonly said: string
}

/** One question: typed, taken from the proposal, or as before. */
export function AnswerField({ question, value, onChange, autoFocus, proposed, before, said }: AnswerFieldProps) {
  const isEmpty = value === ''
  const takeByKey = (event: KeyboardEvent) => {
    const chord = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
    if (event.key !== 'ArrowRight' || chord || !isEmpty || proposed === '') return
    event.preventDefault()
    onChange(proposed)
  }
  return (
    <div className={styles.answer}>
      {said !== '' && (
        <p className={styles.said} dir="auto">
          {t(text.saidAlready, { answer: said })}
        </p>
      )}
      <TextField
        limit={LINE_LIMIT}
        label={question.asks}
        data-answer
        data-autofocus={autoFocus || undefined}
        value={value}
        onKeyDown={takeByKey}
        onChange={event => onChange(event.currentTarget.value)}
      />
      {isEmpty && proposed !== '' && (
        <Offer sign="→" says={t(text.proposed, { answer: proposed })} onTake={() => onChange(proposed)} />
      )}
      {before !== '' && isEmpty && (
        <Offer sign="=" says={t(text.lastTime, { answer: before })} onTake={() => onChange('=')} />
      )}
      {before !== '' && saysAsBefore(value) && (
        <p className={styles.taken} dir="auto">
          {t(text.asBefore, { answer: before })}
        </p>
      )}
    </div>
  )
}

interface OfferProps {
  /** The key that takes it from the empty field. */
  readonly sign: string
  readonly says: string
  readonly onTake: () => void
}

/** Not a Tab stop: its key works in the field above it. */
function Offer({ sign, says, onTake }: OfferProps) {
  return (
    <button type="button" tabIndex={-1} className={styles.offer} title={says} onClick={onTake}>
      <Key quiet>{sign}</Key>
      <span dir="auto">{says}</span>
    </button>
  )
}
