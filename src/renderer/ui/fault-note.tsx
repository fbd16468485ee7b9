import type { Fault } from '../../shared/contract/faults'
import { texts } from '../../shared/texts/texts'
import { faultText } from './fault-text'
import styles from './notes.module.css'

export interface FaultNoteProps {
  readonly fault: Fault | null | undefined
  readonly onDismiss?: () => void
  /** [RF1] Retries what failed. */
  readonly onAgain?: () => void
}

/**
 * What went wrong with the last action or read here, in the engine's or the vendor's words. Nothing without a fault.
 */
export function FaultNote({ fault, onDismiss, onAgain }: FaultNoteProps) {
  if (fault === null || fault === undefined) return null
  return (
    <div className={styles.note} role="alert">
      <span className={styles.text}>{faultText(fault)}</span>
      {onAgain !== undefined && (
        <button type="button" className={styles.dismiss} onClick={onAgain}>
          {texts.ui.tryAgain}
        </button>
      )}
      {onDismiss !== undefined && (
        <button type="button" className={styles.dismiss} onClick={onDismiss}>
          {texts.ui.dismiss}
        </button>
      )}
    </div>
  )
}
