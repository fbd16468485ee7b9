import type { Fault } from '../../shared/contract/faults'
import { say } from '../../shared/words/say'
import { words } from '../../shared/words/words'
import styles from './fault-note.module.css'

export interface FaultNoteProps {
  readonly fault: Fault | null | undefined
  readonly onDismiss?: () => void
  /** [RF1] Tries once more what failed. */
  readonly onAgain?: () => void
}

/** What went wrong with the last act or read here, in the engine's or the vendor's words. Nothing where nothing did. */
export function FaultNote({ fault, onDismiss, onAgain }: FaultNoteProps) {
  if (fault === null || fault === undefined) return null
  return (
    <div className={styles.note} role="alert">
      <span className={styles.text}>{faultWords(fault)}</span>
      {onAgain !== undefined && (
        <button type="button" className={styles.dismiss} onClick={onAgain}>
          {words.ui.tryAgain}
        </button>
      )}
      {onDismiss !== undefined && (
        <button type="button" className={styles.dismiss} onClick={onDismiss}>
          {words.ui.dismiss}
        </button>
      )}
    </div>
  )
}

function faultWords(fault: Fault): string {
  if (fault.kind === 'invalid-input') return say(words.ui.wrongField, fault)
  if (fault.kind === 'storage-unknown') return say(words.ui.keptUnknown, fault)
  return fault.message
}
