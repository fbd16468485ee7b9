import type { Fault } from '../../shared/contract/faults'
import type { Millis } from '../../shared/lib/time'
import { say } from '../../shared/words/say'
import { words } from '../../shared/words/words'
import { Button } from './button'
import { FaultNote } from './fault-note'
import styles from './read-age.module.css'
import { saySpan } from './say-span'

export interface ReadAgeProps {
  readonly readAt: Millis
  readonly now: Millis
  readonly isReading: boolean
  /** Why asking again got no answer: what is shown is of before. */
  readonly fault: Fault | undefined
  readonly again: () => void
}

/** [RF1] How old an answer is that was asked for once, and a way to ask again. */
export function ReadAge({ readAt, now, isReading, fault, again }: ReadAgeProps) {
  return (
    <>
      <p className={styles.age}>
        <span>{say(words.ui.readAt, { span: saySpan(now - readAt) })}</span>
        <Button tone="bare" onClick={again}>
          {isReading ? words.ui.reading : words.ui.readAgain}
        </Button>
      </p>
      <FaultNote fault={fault} />
    </>
  )
}
