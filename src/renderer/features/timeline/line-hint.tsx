import type { TimelineEntry } from '../../../shared/domain/timeline'
import { type Millis, roughSpan, utcClock } from '../../../shared/lib/time'
import { Key } from '../../ui/key'
import type { ReadLine } from './line-grammar'
import styles from './line-input.module.css'

export interface LineHintProps {
  readonly read: ReadLine
  readonly now: Millis
  readonly correcting: TimelineEntry | null
}

/** Says how the line will be read, while it is typed. */
export function LineHint({ read, now, correcting }: LineHintProps) {
  if (correcting !== null) {
    return (
      <p className={styles.hint}>
        Correcting the line of {utcClock(correcting.occurredAt)}. {read.text === '' ? 'Empty: ' : ''}
        <Key>↵</Key> {read.text === '' ? 'retracts it' : 'saves'}, <Key>Esc</Key> leaves it as it is
      </p>
    )
  }
  if (read.text === '') {
    return (
      <p className={styles.hint}>
        <Key>!decision</Key> <Key>!todo</Key> <Key>14:23</Key> <Key>-5m</Key> <Key>+pin</Key> · <Key>↑</Key> corrects ·{' '}
        <Key>?</Key> all
      </p>
    )
  }
  return (
    <p className={styles.hint}>
      <Key>↵</Key> writes <strong className={styles.read}>{read.kind}</strong>
      {read.occurredAt !== null && (
        <>
          {' '}
          at <strong className={styles.read}>{utcClock(read.occurredAt)} UTC</strong>,{' '}
          {roughSpan(now - read.occurredAt)} ago
        </>
      )}
      {read.pinned && (
        <>
          , <strong className={styles.read}>pinned</strong>
        </>
      )}
      {read.unknownKind !== null && (
        <span className={styles.warn}> · {read.unknownKind} is no kind, it stays text</span>
      )}
    </p>
  )
}
