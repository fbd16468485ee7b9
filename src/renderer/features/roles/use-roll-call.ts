import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { AssignedResponder } from '../../../shared/domain/responders'
import type { RollAnswer } from '../../../shared/domain/roll-call'
import type { Millis } from '../../../shared/lib/time'
import { useCockpit } from '../../stores/cockpit'
import { useOnce } from '../../stores/use-once'
import { firstUnmarked, type RollMarks } from './roll-call'

/** Drops the saved marks and starts over. */
export const RESTART_KEY = 'r'

export interface RollCallInput {
  readonly called: readonly AssignedResponder[]
  /** [RO14] What was marked before the dialog was left, and how long ago. */
  readonly resumed: { readonly marks: RollMarks; readonly ago: Millis } | undefined
  /** Saves the marks for the next opening. */
  readonly onMarked: (marks: RollMarks) => void
  readonly onDone: () => void
}

/** [RO9] One person after the other: a key marks the current one and goes on; anybody unmarked counts as not heard. */
export function useRollCall({ called, resumed, onMarked, onDone }: RollCallInput) {
  const { commands } = useCockpit()
  const once = useOnce()
  const [marks, setMarks] = useState<RollMarks>(resumed?.marks ?? new Map())
  const [continued, setContinued] = useState(resumed)
  const [start] = useState(() => firstUnmarked(called, marks))
  const [at, setAt] = useState(start)
  const { rows, end } = useFocusOfCurrent(at, start, called.length)
  const note = (changed: RollMarks, next: number) => {
    setMarks(changed)
    onMarked(changed)
    setAt(next)
  }
  const mark = (index: number, answer: 'present' | 'absent') => {
    const current = called[index]
    if (current === undefined) return
    note(new Map(marks).set(current.responder.id, answer), index + 1)
  }
  const finish = () =>
    once('finish', async () => {
      const ids = (answer: 'present' | 'absent') => [...marks].filter(([, given]) => given === answer).map(([id]) => id)
      const reply = await commands.send('roles', 'roles:call-roll', { present: ids('present'), absent: ids('absent') })
      if (!reply.ok) return
      onMarked(new Map())
      onDone()
    })
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    const act = {
      p: () => mark(at, 'present'),
      a: () => mark(at, 'absent'),
      [RESTART_KEY]: () => {
        setContinued(undefined)
        note(new Map(), 0)
      },
      ArrowDown: () => setAt(Math.min(at + 1, called.length)),
      ArrowUp: () => setAt(Math.max(at - 1, 0)),
      Enter: finish,
    }[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  return {
    ...{ rows, end, at, start, continued, mark, finish, press },
    answerOf: ({ responder }: AssignedResponder): RollAnswer => marks.get(responder.id) ?? 'not-heard',
  }
}

/** Focuses the current person, so that a screen reader reads the name; after the last, the button. */
function useFocusOfCurrent(at: number, start: number, count: number) {
  const rows = useRef<HTMLOListElement>(null)
  const end = useRef<HTMLButtonElement>(null)
  const before = useRef(start)
  useLayoutEffect(() => {
    // The dialog focuses the first one itself, so that it knows where the focus was before.
    if (before.current === at) return
    before.current = at
    if (at >= count) end.current?.focus()
    else rows.current?.children[at]?.querySelector('button')?.focus()
  }, [at, count])
  return { rows, end }
}
