import { Fragment } from 'react'
import type { Millis } from '../../../shared/lib/time'
import { say } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { Key } from '../../ui/key'
import { Said } from '../../ui/said'
import { saySpan } from '../../ui/say-span'
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

const text = words.scribe

/** Says how the line will be read, while it is typed. */
export function LineHint({ read, now, writing, clock }: LineHintProps) {
  return (
    <p className={styles.hint}>
      {writing.kind === 'correction' ? (
        <Said
          text={read.text === '' ? text.retracting : text.correcting}
          parts={{ time: clock.time(writing.entry.occurredAt), enter: <Key>↵</Key>, esc: <Key>Esc</Key> }}
        />
      ) : read.text === '' && writing.kind === 'new' ? (
        <Said text={text.marks} parts={{ marks: <Marks />, last: <Key>↑</Key>, help: <Key>?</Key> }} />
      ) : (
        <Reading read={read} now={now} writing={writing} clock={clock} />
      )}
    </p>
  )
}

const marks = ['!decision', text.personMark, text.tagMark, '14:23', '-5m', '+pin']

function Marks() {
  return marks.map((mark, at) => (
    <Fragment key={mark}>
      {at > 0 && ' '}
      <Key>{mark}</Key>
    </Fragment>
  ))
}

function Reading({ read, now, writing, clock }: LineHintProps) {
  const { kind, occurredAt, pinned, unknownKind } = read
  const key = <Key>↵</Key>
  const named = <Read>{words.timeline.kinds[kind]}</Read>
  return (
    <>
      {occurredAt === null ? (
        <Said text={text.writes} parts={{ key, kind: named }} />
      ) : (
        <Said
          text={text.writesAt}
          parts={{ key, kind: named, time: <Read>{clock.full(occurredAt)}</Read>, span: saySpan(now - occurredAt) }}
        />
      )}
      {writing.kind === 'between' && (
        <Said text={text.afterLine} parts={{ text: writing.after.text.slice(0, 24), key: <Key>Esc</Key> }} />
      )}
      {pinned && <Said text={text.pinned} parts={{ pinned: <Read>{text.pinnedWord}</Read> }} />}
      {unknownKind !== null && <span className={styles.warn}>{say(text.unknownKind, { kind: unknownKind })}</span>}
    </>
  )
}

function Read({ children }: { readonly children: string }) {
  return <strong className={styles.read}>{children}</strong>
}
