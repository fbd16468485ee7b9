import { type Millis, roughSpan } from '../../../shared/lib/time'
import { Key } from '../../ui/key'
import type { ReadLine } from './line-grammar'
import styles from './line-input.module.css'
import type { RowClock } from './times'
import type { Writing } from './use-writing'

export interface LineHintProps {
  readonly read: ReadLine
  readonly now: Millis
  readonly writing: Writing
  readonly clock: RowClock
}

/** Says how the line will be read, while it is typed. */
export function LineHint({ read, now, writing, clock }: LineHintProps) {
  if (writing.kind === 'correction') {
    return (
      <p className={styles.hint}>
        Correcting the line of {clock.time(writing.entry.occurredAt)}. {read.text === '' ? 'Empty: ' : ''}
        <Key>↵</Key> {read.text === '' ? 'retracts it' : 'saves'}, <Key>Esc</Key> leaves it as it is
      </p>
    )
  }
  if (read.text === '' && writing.kind === 'new') {
    return (
      <p className={styles.hint}>
        <Key>!decision</Key> <Key>@name</Key> <Key>#tag</Key> <Key>14:23</Key> <Key>-5m</Key> <Key>+pin</Key> ·{' '}
        <Key>↑</Key> corrects · <Key>?</Key> all
      </p>
    )
  }
  return (
    <p className={styles.hint}>
      <Key>↵</Key> writes <strong className={styles.read}>{read.kind}</strong>
      {read.occurredAt !== null && <When at={read.occurredAt} now={now} clock={clock} />}
      {writing.kind === 'between' && (
        <>
          , after “{writing.after.text.slice(0, 24)}” · <Key>Esc</Key> at the end instead
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

function When({ at, now, clock }: { at: Millis; now: Millis; clock: RowClock }) {
  return (
    <>
      {' '}
      at <strong className={styles.read}>{clock.full(at)}</strong>, {roughSpan(now - at)} ago
    </>
  )
}
