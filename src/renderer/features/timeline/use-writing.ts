import { useCallback, useMemo, useRef, useState } from 'react'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import type { Millis } from '../../../shared/lib/time'
import { useCockpit, useSession } from '../../stores/cockpit'
import { stands } from './list/row-acts'

/** What the scribe's line is for now. */
export type Writing =
  | { readonly kind: 'new' }
  /** `text` is what the field begins with, `entry` the line as it stood then; `theirs` what somebody made of it since. */
  | {
      readonly kind: 'correction'
      readonly entry: TimelineEntry
      readonly text: string
      readonly theirs?: string
    }
  /** A line between one and the next; `at` lies between them. */
  | { readonly kind: 'between'; readonly after: TimelineEntry; readonly at: Millis }

const newLine: Writing = { kind: 'new' }

/** What is done with lines that stand, and what the scribe's line is used for meanwhile. */
export function useWriting(timeline: Timeline) {
  const { commands, focus } = useCockpit()
  const me = useSession(session => session.me)
  const [writing, setWriting] = useState(newLine)
  const lines = useRef(timeline)
  lines.current = timeline
  // Who came from the list goes back to it.
  const fromList = useRef(false)
  const correct = useCallback((entry: TimelineEntry) => setWriting({ kind: 'correction', entry, text: entry.text }), [])
  const correctInList = useCallback(
    (entry: TimelineEntry) => {
      fromList.current = true
      correct(entry)
    },
    [correct],
  )
  const retract = useCallback(
    (entry: TimelineEntry) => commands.send('timeline', 'timeline:retract', { entry: entry.id, reason: '' }),
    [commands],
  )
  const insertAfter = useCallback(
    (after: TimelineEntry) => {
      fromList.current = true
      setWriting({ kind: 'between', after, at: between(lines.current, after) })
      focus.request('line')
    },
    [focus],
  )
  const myLast = useCallback(
    () =>
      lines.current
        .filter(entry => stands(entry) && entry.by.kind === 'person' && entry.by.responder.id === me?.id)
        .reduce<TimelineEntry | undefined>(
          (last, entry) => (last !== undefined && last.seq > entry.seq ? last : entry),
          undefined,
        ),
    [me],
  )
  // Hit twice before the answer it means one line.
  const underWay = useRef(false)
  const takeBack = useCallback(() => {
    const last = myLast()
    if (last === undefined || underWay.current) return
    underWay.current = true
    void retract(last).finally(() => {
      underWay.current = false
    })
  }, [myLast, retract])
  const leave = useCallback(() => {
    setWriting(newLine)
    if (fromList.current) focus.request('timeline')
    fromList.current = false
  }, [focus])
  /** @returns whether the record has it now */
  const corrected = async (entry: TimelineEntry, text: string): Promise<boolean> => {
    // The field is free at once; what could not be kept comes back into it.
    leave()
    if (text === entry.text) return true
    const reply =
      text === ''
        ? await retract(entry)
        : await commands.send('timeline', 'timeline:correct', { entry: entry.id, text, was: entry.text })
    if (reply.ok) return true
    // Shown first, then corrected from what it is now: another Enter is a word of the person's own.
    const now = reply.fault.kind === 'conflict' ? lines.current.find(({ id }) => id === entry.id) : undefined
    setWriting({ kind: 'correction', entry: now ?? entry, text, ...(now !== undefined && { theirs: now.text }) })
    return false
  }
  const acts = useMemo(
    () => ({ correct: correctInList, insertAfter, retract: (entry: TimelineEntry) => void retract(entry) }),
    [correctInList, insertAfter, retract],
  )
  const correctLast = () => {
    const last = myLast()
    if (last !== undefined) correct(last)
  }
  return { writing, acts, leave, corrected, correctLast, takeBack }
}

/** [TL7] Half-way to the next line; where both are of one instant, that instant: the log's order puts it behind them. */
function between(timeline: Timeline, after: TimelineEntry): Millis {
  const next = timeline[timeline.findLastIndex(({ id }) => id === after.id) + 1]
  return next === undefined ? after.occurredAt : Math.floor((after.occurredAt + next.occurredAt) / 2)
}
