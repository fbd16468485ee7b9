import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import type { Millis } from '../../../shared/lib/time'
import { useCockpit, useSession } from '../../stores/cockpit'
import { useOnce } from '../../stores/use-once'
import { useTypedText } from '../../stores/use-typed-text'
import { isEditableLine } from './list/rows'

/** What the scribe's line is used for. */
export type LineMode =
  | { readonly kind: 'new' }
  /** `text` is what the field starts with, `entry` the line as it was then; `theirs` a colleague's change since. */
  | {
      readonly kind: 'correction'
      readonly entry: TimelineEntry
      readonly text: string
      readonly theirs?: string
    }
  /** A new line between `after` and the next one, dated `at`. */
  | { readonly kind: 'between'; readonly after: TimelineEntry; readonly at: Millis }

const newLine: LineMode = { kind: 'new' }

/** Corrects, retracts and inserts lines, and says what the scribe's line is used for. */
export function useLineMode(timeline: Timeline) {
  const { commands, focus } = useCockpit()
  const me = useSession(session => session.me)
  const [mode, setMode] = useState(newLine)
  const lines = useRef(timeline)
  lines.current = timeline
  // After a correction that began in the list, the focus goes back there.
  const fromList = useRef(false)
  const correct = useCallback((entry: TimelineEntry) => setMode({ kind: 'correction', entry, text: entry.text }), [])
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
      setMode({ kind: 'between', after, at: between(lines.current, after) })
      focus.request('line')
    },
    [focus],
  )
  const myLast = useCallback(
    () =>
      lines.current
        .filter(entry => isEditableLine(entry) && entry.by.kind === 'person' && entry.by.responder.id === me?.id)
        .reduce<TimelineEntry | undefined>(
          (last, entry) => (last !== undefined && last.seq > entry.seq ? last : entry),
          undefined,
        ),
    [me],
  )
  const once = useOnce()
  const takeBack = useCallback(() => {
    const last = myLast()
    if (last !== undefined) once('take-back', () => retract(last))
  }, [myLast, retract, once])
  const leave = useCallback(() => {
    setMode(newLine)
    if (fromList.current) focus.request('timeline')
    fromList.current = false
  }, [focus])
  /** @returns whether the record has it now */
  const corrected = async (entry: TimelineEntry, text: string): Promise<boolean> => {
    // The field is free at once; a text that could not be saved comes back into it.
    leave()
    if (text === entry.text) return true
    const reply =
      text === ''
        ? await retract(entry)
        : await commands.send('timeline', 'timeline:correct', { entry: entry.id, text, was: entry.text })
    if (reply.ok) return true
    // A colleague was faster: their text is shown, and another Enter replaces it knowingly.
    const now = reply.fault.kind === 'conflict' ? lines.current.find(({ id }) => id === entry.id) : undefined
    setMode({ kind: 'correction', entry: now ?? entry, text, ...(now !== undefined && { theirs: now.text }) })
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
  return { mode, acts, leave, corrected, correctLast, takeBack }
}

/** [TL7] Half-way to the next line. Where both have the same time, that time: the log's order puts it after them. */
function between(timeline: Timeline, after: TimelineEntry): Millis {
  const next = timeline[timeline.findLastIndex(({ id }) => id === after.id) + 1]
  return next === undefined ? after.occurredAt : Math.floor((after.occurredAt + next.occurredAt) / 2)
}

export interface CorrectionText {
  readonly text: string
  readonly set: (text: string) => void
  /** The field holds an earlier correction that was not saved. */
  readonly restored: boolean
  readonly startOver: () => void
  /** The record has the correction. */
  readonly done: () => void
}

/** [TX1] The text of a correction: what was typed for this line and not saved; else the line's own text. */
export function useCorrectionText(incident: IncidentId, mode: LineMode, isTyping: () => boolean): CorrectionText {
  const entry = mode.kind === 'correction' ? mode.entry.id : null
  const { text: stored, type } = useTypedText(incident, entry === null ? 'correction' : `correction:${entry}`, isTyping)
  const [text, setText] = useState('')
  const [restored, setRestored] = useState(false)
  const begin = mode.kind === 'correction' ? mode.text : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each correction, not for each letter
  useEffect(() => {
    setText(stored === '' ? begin : stored)
    setRestored(stored !== '' && stored !== begin)
  }, [mode])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the engine's copy may arrive later; it fills an untouched field
  useEffect(() => {
    if (stored === '' || text !== begin || stored === begin) return
    setText(stored)
    setRestored(true)
  }, [stored])
  return {
    text,
    restored,
    set: next => {
      setText(next)
      type(next === begin ? '' : next)
    },
    startOver: () => {
      setText(begin)
      setRestored(false)
      type('')
    },
    done: () => type(''),
  }
}
