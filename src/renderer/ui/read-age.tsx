import type { Fault } from '../../shared/contract/faults'
import type { Millis } from '../../shared/lib/time'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { Button } from './button'
import { FaultNote } from './fault-note'
import styles from './notes.module.css'
import { spanText } from './span-text'

export interface ReadAgeProps {
  readonly readAt: Millis
  readonly now: Millis
  readonly isReading: boolean
  /** Why the last read failed: the shown value is older. */
  readonly fault: Fault | undefined
  readonly again: () => void
}

/** [RF1] How old an answer without pushes is, and a way to read it again. */
export function ReadAge({ readAt, now, isReading, fault, again }: ReadAgeProps) {
  return (
    <>
      <p className={styles.age}>
        <span>{t(texts.ui.readAt, { span: spanText(now - readAt) })}</span>
        <Button tone="bare" onClick={again}>
          {isReading ? texts.ui.reading : texts.ui.readAgain}
        </Button>
      </p>
      <FaultNote fault={fault} />
    </>
  )
}
