import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { TYPED_LIMIT } from '../../../shared/contract/typed-text'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import { useCockpit, useNow, useRecord } from '../../stores/cockpit'
import { useCommand } from '../../stores/use-command'
import { useTypedText } from '../../stores/use-typed-text'
import { focusAtEnd } from '../../ui/focus-at-end'
import type { RowClock } from '../../ui/row-clock'
import { useCompletion } from './complete/use-completion'
import { type ReadLine, readEntries, readLine } from './line-grammar'
import { lineStorage } from './line-storage'
import { nothingToName } from './strategy-grammar'
import { type LineMode, useCorrectionText } from './use-line-mode'
import { usePasted } from './use-pasted'
import { useUnsavedLines } from './use-unsaved-lines'

export interface LineInputProps {
  readonly incident: IncidentId
  /** Undefined while it loads. */
  readonly timeline: Timeline | undefined
  readonly mode: LineMode
  /** The clock that typed times refer to. */
  readonly clock: RowClock
  readonly onCorrectLast: () => void
  readonly onTakeBack: () => void
  /** Back to a new line at the end. */
  readonly onLeave: () => void
  /** Saves a correction; an empty text retracts the line. @returns whether the record has it */
  readonly onCorrected: (entry: TimelineEntry, text: string) => Promise<boolean>
}

const emptyTimeline: Timeline = []
/** Part of the record, which is in one language for everyone. */
const ONLY_PICTURES = 'Picture'

/** The scribe's line: its content, and what Enter and the other keys do. Enter frees it at once. */
export function useLineInput(props: LineInputProps) {
  const { incident, timeline, mode, clock, onLeave, onCorrected } = props
  const correcting = mode.kind === 'correction' ? mode.entry : null
  const storage = useMemo(() => lineStorage(incident, window.localStorage), [incident])
  const unsaved = useUnsavedLines(storage, timeline)
  const correctLast = useLastLine(unsaved.sending, props)
  const pasted = usePasted(storage)
  const field = useRef<HTMLTextAreaElement>(null)
  const { text, setText, newLine, correction } = useLineText(field, incident, mode)
  const now = useNow()
  const use = correcting === null ? 'write' : 'off'
  const completing = useCompletion({ field, text, setText, timeline: timeline ?? emptyTimeline, use })
  const hypotheses = useRecord(record => record.incident?.hypotheses) ?? nothingToName.hypotheses
  const decisions = useRecord(record => record.incident?.decisions) ?? nothingToName.decisions
  const reports = useRecord(record => record.incident?.reports) ?? nothingToName.reports
  const teams = useRecord(record => record.incident?.crew.teams) ?? nothingToName.teams
  const { board } = useCockpit()
  // Not subscribed: the line is parsed at each letter, and panels are pushed all the time.
  const { panels } = board.getState()
  const known = { people: completing.people, hypotheses, decisions, reports, teams, panels }
  const entries = readEntries(correcting === null ? text : '', now, clock, known)

  const write = (lines: readonly ReadLine[]) => {
    // A line waits until its pictures are stored; the text stays in the field until then.
    if (pasted.arriving > 0 || text.length > TYPED_LIMIT) return
    const [first = readLine('', now), ...others] = lines
    if (first.text === '' && pasted.pictures.length === 0) return
    const pictures = pasted.take().map(({ hash }) => hash)
    unsaved.write(dated({ ...first, text: first.text === '' ? ONLY_PICTURES : first.text }, mode), pictures)
    for (const line of others) unsaved.write(dated(line, mode))
    newLine.type('')
    if (mode.kind === 'between') onLeave()
  }
  const enter = async (separately: boolean) => {
    if (correcting === null) {
      // [TL12] Whoever asked for entries of their own gets no single one: the text stays, and the hint says why.
      const tooMany = separately && entries.lines > 1 && entries.each === undefined
      return tooMany ? undefined : write((separately ? entries.each : undefined) ?? entries.one)
    }
    const { done } = correction
    if (await onCorrected(correcting, correction.text.trim())) done()
  }
  const press = (event: KeyboardEvent) => {
    if (completing.press(event)) return event.preventDefault()
    if (event.key === 'Enter' && !event.shiftKey) {
      // Holding Enter down writes one line, not also what is typed next.
      if (!event.repeat) void enter(event.ctrlKey || event.metaKey)
    } else if (event.key === 'ArrowUp' && text === '' && correcting === null) correctLast()
    else if (event.key === 'Escape' && mode.kind !== 'new') onLeave()
    else if (event.key === 'Escape' && pasted.removeLast()) field.current?.focus()
    // Other keys are not swallowed here: the one that focuses the line is handled where the focus was before.
    else return
    event.preventDefault()
  }
  return {
    field,
    text,
    setText,
    correction,
    unsaved,
    pasted,
    completing,
    entries,
    now,
    enter,
    press,
    append: newLine.append,
  }
}

/** The text in the field: of a new line, or of the correction under way. */
function useLineText(field: RefObject<HTMLTextAreaElement | null>, incident: IncidentId, mode: LineMode) {
  const isTyping = useCallback(() => document.activeElement === field.current, [field])
  const { text: typed, type } = useTypedText(incident, 'line', isTyping)
  const correction = useCorrectionText(incident, mode, isTyping)
  useCommand(
    'line',
    useCallback(() => focusAtEnd(field.current), [field]),
  )
  useEffect(() => {
    if (mode.kind === 'correction') focusAtEnd(field.current)
  }, [mode, field])
  const append = (restored: string) => {
    type(typed === '' ? restored : `${typed}\n${restored}`)
    focusAtEnd(field.current)
  }
  const [text, setText] = mode.kind === 'correction' ? [correction.text, correction.set] : [typed, type]
  return { text, setText, correction, newLine: { type, append } }
}

/**
 * Corrects or retracts the line written last. While one is still being sent this waits for it: the last line of the
 * record would be an older one.
 * @returns asks for the correction
 */
function useLastLine(sending: boolean, { onCorrectLast, onTakeBack }: LineInputProps): () => void {
  const [wanted, setWanted] = useState<'correct' | 'take-back' | null>(null)
  useEffect(() => {
    if (wanted === null || sending) return
    setWanted(null)
    if (wanted === 'correct') onCorrectLast()
    else onTakeBack()
  }, [wanted, sending, onCorrectLast, onTakeBack])
  useCommand(
    'take-back',
    useCallback(() => setWanted('take-back'), []),
  )
  return useCallback(() => setWanted('correct'), [])
}

/** A line inserted between two takes its time from them, unless it names one. */
function dated(read: ReadLine, mode: LineMode): ReadLine {
  return mode.kind === 'between' ? { ...read, occurredAt: read.occurredAt ?? mode.at } : read
}
