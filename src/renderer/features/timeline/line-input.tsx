import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import { useNow } from '../../stores/cockpit'
import { useFocusRequest } from '../../stores/use-focus-request'
import { Key } from '../../ui/key'
import { keptLines } from './kept-lines'
import { readLine } from './line-grammar'
import { LineHint } from './line-hint'
import styles from './line-input.module.css'
import { PastedStrip } from './pasted-strip'
import { UnwrittenLines } from './unwritten-lines'
import { usePasted } from './use-pasted'
import { useUnwritten } from './use-unwritten'

export interface LineInputProps {
  readonly incident: IncidentId
  /** Undefined while it is read. */
  readonly timeline: Timeline | undefined
  readonly correcting: TimelineEntry | null
  readonly onCorrectLast: () => void
  /** Leaves the correction; with text it is saved, with empty text the line is retracted, with null nothing is done. */
  readonly onCorrected: (text: string | null) => void
}

/** The scribe's line. It is free again the moment Enter is hit; what was typed is kept until the record shows it. */
export function LineInput({ incident, timeline, correcting, onCorrectLast, onCorrected }: LineInputProps) {
  const kept = useMemo(() => keptLines(incident, window.localStorage), [incident])
  const unwritten = useUnwritten(kept, timeline)
  const pasted = usePasted(kept)
  const [typed, setTyped] = useState(() => kept.halfTyped())
  const [amended, setAmended] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const now = useNow()
  useFocusRequest(
    'line',
    useCallback(() => field.current?.focus(), []),
  )
  useEffect(() => kept.keepHalfTyped(typed), [kept, typed])
  useEffect(() => {
    if (correcting === null) return
    setAmended(correcting.text)
    field.current?.focus()
  }, [correcting])

  const text = correcting === null ? typed : amended
  const read = correcting === null ? readLine(text, now) : { ...readLine('', now), text: amended.trim() }
  const enter = () => {
    if (correcting !== null) return onCorrected(amended.trim())
    // A line does not leave before its pictures are on disk; what was typed stays until then.
    if (pasted.arriving > 0 || (read.text === '' && pasted.pictures.length === 0)) return
    const pictures = pasted.take().map(({ hash }) => hash)
    unwritten.write(read.text === '' ? { ...read, text: 'Picture' } : read, pictures)
    setTyped('')
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') enter()
    else if (event.key === 'ArrowUp' && text === '' && correcting === null) onCorrectLast()
    else if (event.key === 'Escape' && correcting !== null) onCorrected(null)
    else if (event.key === 'Escape' && pasted.removeLast()) field.current?.focus()
    // The key that leads here, hit out of habit, must not begin the line.
    else if (event.key !== '/' || text !== '') return
    event.preventDefault()
  }
  return (
    <>
      <UnwrittenLines unwritten={unwritten} />
      {correcting === null && <PastedStrip pasted={pasted} />}
      <div className={styles.line} data-correcting={correcting !== null}>
        <Key quiet>/</Key>
        <input
          ref={field}
          className={styles.field}
          aria-label={correcting === null ? 'Timeline line' : 'Corrected line'}
          placeholder="What was said, done, found or decided"
          autoComplete="off"
          dir="auto"
          maxLength={10_000}
          value={text}
          onChange={event => (correcting === null ? setTyped : setAmended)(event.currentTarget.value)}
          onKeyDown={press}
          onPaste={event => correcting === null && pasted.paste(event)}
        />
      </div>
      <LineHint read={read} now={now} correcting={correcting} />
    </>
  )
}
