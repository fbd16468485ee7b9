import { type Millis, roughSpan } from '../../../shared/lib/time'
import { Key } from '../../ui/key'
import type { ReadLine } from './line-grammar'
import styles from './line-input.module.css'
import { clockIn, type Zone, zoneName } from './times'
import type { Writing } from './use-writing'

export interface LineHintProps {
  readonly read: ReadLine
  readonly now: Millis
  readonly writing: Writing
  readonly zone: Zone
}

/** Says how the line will be read, while it is typed. */
export function LineHint({ read, now, writing, zone }: LineHintProps) {
  if (writing.kind === 'correction') {
    return (
      <p className={styles.hint}>
        Correcting the line of {clockIn(zone, writing.entry.occurredAt)}. {read.text === '' ? 'Empty: ' : ''}
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
      {read.occurredAt !== null && <When at={read.occurredAt} now={now} zone={zone} />}
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

function When({ at, now, zone }: { at: Millis; now: Millis; zone: Zone }) {
  return (
    <>
      {' '}
      at{' '}
      <strong className={styles.read}>
        {clockIn(zone, at)} {zoneName(zone, at)}
      </strong>
      , {roughSpan(now - at)} ago
    </>
  )
}
