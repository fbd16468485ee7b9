import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef } from 'react'
import { TYPED_LIMIT } from '../../../shared/contract/typed-text'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/asked'
import { useNow } from '../../stores/cockpit'
import { useFocusRequest } from '../../stores/use-focus-request'
import { useTypedText } from '../../stores/use-typed-text'
import { focusAtEnd } from '../../ui/focus-at-end'
import { Key } from '../../ui/key'
import { OfferList, offersOf } from './complete/offer-list'
import { useCompletion } from './complete/use-completion'
import { keptLines } from './kept-lines'
import { type ReadLine, readLine } from './line-grammar'
import { LineHint } from './line-hint'
import styles from './line-input.module.css'
import { PastedStrip } from './pasted-strip'
import { readEntries } from './several-lines'
import type { RowClock } from './times'
import { TypedMeanwhile } from './typed-meanwhile'
import { UnwrittenLines } from './unwritten-lines'
import { useAmending } from './use-amending'
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
  /** With text it is saved, with empty text the line is retracted. True: the record has it. */
  readonly onCorrected: (entry: TimelineEntry, text: string) => Promise<boolean>
}

const said = texts.scribe
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
  const field = useRef<HTMLTextAreaElement>(null)
  const isTyping = useCallback(() => document.activeElement === field.current, [])
  const { text: typed, type } = useTypedText(incident, 'line', isTyping)
  const amending = useAmending(incident, writing, isTyping)
  const now = useNow()
  useFocusRequest(
    'line',
    useCallback(() => focusAtEnd(field.current), []),
  )
  useEffect(() => {
    if (writing.kind === 'correction') focusAtEnd(field.current)
  }, [writing])

  const text = correcting === null ? typed : amending.text
  const setText = correcting === null ? type : amending.set
  const use = correcting === null ? 'write' : 'off'
  const completing = useCompletion({ field, text, setText, timeline: timeline ?? nothingRead, use })
  const offers = useId()
  const entries = readEntries(correcting === null ? text : '', now, clock)
  const write = (lines: readonly ReadLine[]) => {
    // A line does not leave before its pictures are on disk; what was typed stays until then.
    if (pasted.arriving > 0 || text.length > TYPED_LIMIT) return
    const [first = readLine('', now), ...others] = lines
    if (first.text === '' && pasted.pictures.length === 0) return
    const pictures = pasted.take().map(({ hash }) => hash)
    unwritten.write(dated({ ...first, text: first.text === '' ? ONLY_PICTURES : first.text }, writing), pictures)
    for (const line of others) unwritten.write(dated(line, writing))
    type('')
    if (writing.kind === 'between') onLeave()
  }
  const enter = async (separately: boolean) => {
    if (correcting === null) return write((separately ? entries.each : undefined) ?? entries.one)
    const { done } = amending
    if (await onCorrected(correcting, amending.text.trim())) done()
  }
  const takeUp = (left: string) => {
    type(typed === '' ? left : `${typed}\n${left}`)
    focusAtEnd(field.current)
  }
  const press = (event: KeyboardEvent) => {
    if (completing.press(event)) return event.preventDefault()
    if (event.key === 'Enter' && !event.shiftKey) {
      // A finger that stays down writes one line, and not what comes into the field after it.
      if (!event.repeat) void enter(event.ctrlKey || event.metaKey)
    } else if (event.key === 'ArrowUp' && text === '' && correcting === null) correctLast()
    else if (event.key === 'Escape' && writing.kind !== 'new') onLeave()
    else if (event.key === 'Escape' && pasted.removeLast()) field.current?.focus()
    // No key is swallowed here: the press that leads to the line is heard where the focus was before it.
    else return
    event.preventDefault()
  }
  return (
    <>
      <UnwrittenLines unwritten={unwritten} />
      {correcting === null && <TypedMeanwhile onTake={takeUp} />}
      {correcting === null && <PastedStrip pasted={pasted} />}
      <div className={styles.line} data-correcting={writing.kind !== 'new'}>
        <OfferList id={offers} completing={completing} />
        <Key quiet>{keyOf('line')}</Key>
        <textarea
          ref={field}
          className={styles.field}
          aria-label={correcting === null ? said.field : said.correctedField}
          placeholder={said.placeholder}
          autoComplete="off"
          dir="auto"
          rows={Math.min(text.split('\n', 6).length, 6)}
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
      <LineHint
        {...{ entries, now, writing, clock, amending }}
        length={text.length}
        onEach={() => {
          void enter(true)
          field.current?.focus()
        }}
      />
    </>
  )
}

/** A line that is put between two has its time from them, unless it names one itself. */
function dated(read: ReadLine, writing: Writing): ReadLine {
  return writing.kind === 'between' ? { ...read, occurredAt: read.occurredAt ?? writing.at } : read
}
