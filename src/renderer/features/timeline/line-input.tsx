import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import { words } from '../../../shared/words/words'
import { useNow } from '../../stores/cockpit'
import { useFocusRequest } from '../../stores/use-focus-request'
import { Key } from '../../ui/key'
import { OfferList, offersOf } from './complete/offer-list'
import { useCompletion } from './complete/use-completion'
import { keptLines } from './kept-lines'
import { type ReadLine, readLine } from './line-grammar'
import { LineHint } from './line-hint'
import styles from './line-input.module.css'
import { PastedStrip } from './pasted-strip'
import type { RowClock } from './times'
import { UnwrittenLines } from './unwritten-lines'
import { useHalfTyped } from './use-half-typed'
import { useLastLine } from './use-last-line'
import { usePasted } from './use-pasted'
import { useUnwritten } from './use-unwritten'
import type { Writing } from './use-writing'

export interface LineInputProps {
  readonly incident: IncidentId
  /** Undefined while it is read. */
  readonly timeline: Timeline | undefined
  readonly writing: Writing
  /** The clock that the writer reads. */
  readonly clock: RowClock
  readonly onCorrectLast: () => void
  readonly onTakeBack: () => void
  /** Back to a new line at the end. */
  readonly onLeave: () => void
  /** With text it is saved, with empty text the line is retracted. */
  readonly onCorrected: (entry: TimelineEntry, text: string) => void
}

const said = words.scribe
const nothingRead: Timeline = []
/** In the record, which is of one language for everybody. */
const ONLY_PICTURES = 'Picture'

/** The scribe's line. It is free again the moment Enter is hit; what was typed is kept until the record shows it. */
export function LineInput(props: LineInputProps) {
  const { incident, timeline, writing, clock, onCorrectLast, onTakeBack, onLeave, onCorrected } = props
  const correcting = writing.kind === 'correction' ? writing.entry : null
  const kept = useMemo(() => keptLines(incident, window.localStorage), [incident])
  const unwritten = useUnwritten(kept, timeline)
  const correctLast = useLastLine(unwritten.underWay, { correct: onCorrectLast, takeBack: onTakeBack })
  const pasted = usePasted(kept)
  const [amended, setAmended] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useHalfTyped(incident, kept, field)
  const now = useNow()
  useFocusRequest(
    'line',
    useCallback(() => field.current?.focus(), []),
  )
  useEffect(() => {
    if (writing.kind !== 'correction') return
    setAmended(writing.text)
    field.current?.focus()
  }, [writing])

  const text = correcting === null ? typed : amended
  const setText = correcting === null ? setTyped : setAmended
  const use = correcting === null ? 'write' : 'off'
  const completing = useCompletion({ field, text, setText, timeline: timeline ?? nothingRead, use })
  const offers = useId()
  const read =
    correcting === null ? dated(readLine(text, now, clock), writing) : { ...readLine('', now), text: amended.trim() }
  const enter = () => {
    if (correcting !== null) return onCorrected(correcting, amended.trim())
    // A line does not leave before its pictures are on disk; what was typed stays until then.
    if (pasted.arriving > 0 || (read.text === '' && pasted.pictures.length === 0)) return
    const pictures = pasted.take().map(({ hash }) => hash)
    unwritten.write(read.text === '' ? { ...read, text: ONLY_PICTURES } : read, pictures)
    setTyped('')
    if (writing.kind === 'between') onLeave()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (completing.press(event)) return event.preventDefault()
    if (event.key === 'Enter') enter()
    else if (event.key === 'ArrowUp' && text === '' && correcting === null) correctLast()
    else if (event.key === 'Escape' && writing.kind !== 'new') onLeave()
    else if (event.key === 'Escape' && pasted.removeLast()) field.current?.focus()
    // No key is swallowed here: the press that leads to the line is heard where the focus was before it.
    else return
    event.preventDefault()
  }
  return (
    <>
      <UnwrittenLines unwritten={unwritten} />
      {correcting === null && <PastedStrip pasted={pasted} />}
      <div className={styles.line} data-correcting={writing.kind !== 'new'}>
        <OfferList id={offers} completing={completing} />
        <Key quiet>/</Key>
        <input
          ref={field}
          className={styles.field}
          aria-label={correcting === null ? said.field : said.correctedField}
          placeholder={said.placeholder}
          autoComplete="off"
          dir="auto"
          maxLength={10_000}
          value={text}
          {...offersOf(offers, completing)}
          onChange={event => {
            setText(event.currentTarget.value)
            completing.onSelect()
          }}
          onSelect={completing.onSelect}
          onKeyDown={press}
          onPaste={event => correcting === null && pasted.paste(event)}
        />
      </div>
      <LineHint read={read} now={now} writing={writing} clock={clock} />
    </>
  )
}

/** A line that is put between two has its time from them, unless it names one itself. */
function dated(read: ReadLine, writing: Writing): ReadLine {
  return writing.kind === 'between' ? { ...read, occurredAt: read.occurredAt ?? writing.at } : read
}
