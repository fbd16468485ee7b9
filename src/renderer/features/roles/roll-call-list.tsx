import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { PostHolder } from '../../../shared/domain/crew'
import type { RollAnswer } from '../../../shared/domain/roll-call'
import type { Millis } from '../../../shared/lib/time'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault } from '../../stores/cockpit'
import { assignmentText } from '../../ui/assignment-text'
import { Button } from '../../ui/button'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { spanText } from '../../ui/span-text'
import { Trans } from '../../ui/trans'
import { firstUnmarked, type Heard } from './kept-marks'
import styles from './roll-call.module.css'
import { RollCallRow } from './roll-call-row'
import { rollCallText } from './roll-call-text'

const text = texts.rollCall

/** Forgets the marks of a roll call that was left. */
const ANEW_KEY = 'r'

export interface RollCallListProps {
  readonly called: readonly PostHolder[]
  /** [RO14] What was marked before the dialog was left, and how long ago. */
  readonly goesOn: { readonly heard: Heard; readonly ago: Millis } | undefined
  /** Keeps the marks for the next opening. */
  readonly onMarked: (heard: Heard) => void
  readonly onDone: () => void
}

/** [RO9] One after the other: a key marks whoever is asked for and goes on; who was not marked was not heard. */
export function RollCallList({ called, goesOn, onMarked, onDone }: RollCallListProps) {
  const { commands } = useCockpit()
  const fault = useFault('roles')
  const [heard, setHeard] = useState<Heard>(goesOn?.heard ?? new Map())
  const [continued, setContinued] = useState(goesOn)
  const [start] = useState(() => firstUnmarked(called, heard))
  const [at, setAt] = useState(start)
  const rows = useRef<HTMLOListElement>(null)
  const end = useRef<HTMLButtonElement>(null)
  const sending = useRef(false)
  const before = useRef(start)
  useLayoutEffect(() => {
    // The dialog itself focuses the first, and knows then where to give the focus back.
    if (before.current === at) return
    before.current = at
    // The focus follows whoever is asked for, so that a screen reader says the name.
    if (at >= called.length) end.current?.focus()
    else rows.current?.children[at]?.querySelector('button')?.focus()
  }, [at, called.length])
  const note = (marks: Heard, next: number) => {
    setHeard(marks)
    onMarked(marks)
    setAt(next)
  }
  const mark = (index: number, answer: 'present' | 'absent') => {
    const asked = called[index]
    if (asked === undefined) return
    note(new Map(heard).set(asked.responder.id, answer), index + 1)
  }
  const finish = async () => {
    if (sending.current) return
    sending.current = true
    const ids = (answer: 'present' | 'absent') => [...heard].filter(([, said]) => said === answer).map(([id]) => id)
    const reply = await commands.send('roles', 'roles:call-roll', { present: ids('present'), absent: ids('absent') })
    sending.current = false
    if (!reply.ok) return
    onMarked(new Map())
    onDone()
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    const act = {
      p: () => mark(at, 'present'),
      a: () => mark(at, 'absent'),
      [ANEW_KEY]: () => {
        setContinued(undefined)
        note(new Map(), 0)
      },
      ArrowDown: () => setAt(Math.min(at + 1, called.length)),
      ArrowUp: () => setAt(Math.max(at - 1, 0)),
      Enter: () => void finish(),
    }[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  const lines = called.map(({ responder, posts }) => ({
    responder,
    posts: posts.map(assignmentText),
    answer: heard.get(responder.id) ?? notHeard,
  }))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole call, each of them on a button too
    <div className={styles.call} onKeyDown={press}>
      {continued !== undefined && (
        <p className={styles.goesOn}>
          <Trans text={text.goesOn} parts={{ span: spanText(continued.ago), key: <Key>{ANEW_KEY}</Key> }} />
        </p>
      )}
      <ol className={styles.rows} ref={rows}>
        {lines.map((line, index) => (
          <RollCallRow
            key={line.responder.id}
            line={line}
            asked={index === at}
            first={index === start}
            onMark={answer => mark(index, answer)}
          />
        ))}
      </ol>
      <FaultNote fault={fault} />
      <div className={styles.end}>
        <p className={styles.result} dir="auto">
          {rollCallText(lines)}
        </p>
        <Button ref={end} tone="primary" data-autofocus={start >= called.length || undefined} onClick={finish}>
          <Trans text={text.write} parts={{ key: <Key quiet>↵</Key> }} />
        </Button>
      </div>
      <p className={styles.hints}>
        <Trans text={text.hints} parts={hintKeys} />
      </p>
    </div>
  )
}

const hintKeys = { present: <Key>p</Key>, absent: <Key>a</Key>, next: <Key>↓</Key>, back: <Key>↑</Key> }

const notHeard: RollAnswer = 'not-heard'
