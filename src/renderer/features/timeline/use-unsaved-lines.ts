import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef, useState } from 'react'
import type { Fault } from '../../../shared/contract/faults'
import { type ContentHash, type EntryId, newId } from '../../../shared/domain/ids'
import type { Timeline } from '../../../shared/domain/timeline'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useEngineAway } from '../../stores/cockpit'
import { engineNow, type SessionStore } from '../../stores/session-store'
import type { ReadLine } from './line-grammar'
import type { LineStorage, UnsavedLine } from './line-storage'

export interface UnsavedLines {
  readonly lines: readonly UnsavedLine[]
  /** False when the browser refuses to store them: closing the window loses them. */
  readonly surviveReload: boolean
  /** Some are being sent: the last line of the record is not the last one written. */
  readonly sending: boolean
  readonly write: (line: ReadLine, attachments?: readonly ContentHash[]) => void
  readonly tryAgain: (line: UnsavedLine) => void
  readonly drop: (line: UnsavedLine) => void
}

const noLines: readonly UnsavedLine[] = []

/**
 * Sends lines and holds each one until the record has it or the user drops it.
 * @param timeline undefined while it loads: until then it is unknown which lines are in it, and the list is empty
 */
export function useUnsavedLines(storage: LineStorage, timeline: Timeline | undefined): UnsavedLines {
  const { commands, session, now } = useCockpit()
  const [lines, setLines] = useState<readonly UnsavedLine[]>(() => storage.unsaved())
  const [surviveReload, setSurvive] = useState(true)
  useEffect(() => setSurvive(storage.saveUnsaved(lines)), [storage, lines])
  useEffect(() => {
    if (timeline === undefined) return
    const written = lines.filter(line => timeline.some(entry => entry.id === line.entry))
    // Set only on a change: React counts an idle update in an effect as a nested one and throws at the fiftieth,
    // which a burst of lines from other people would reach.
    if (written.length > 0) setLines(before => before.filter(line => !written.includes(line)))
  }, [lines, timeline])
  useSentOnceHeard(setLines)

  const send = useCallback(
    async ({ entry, kind, text, occurredAt, enteredAt = null, pinned, attachments, strategy }: UnsavedLine) => {
      const line = {
        ...{ entry, kind, text, occurredAt, enteredAt, pinned, attachments: [...attachments] },
        ...(strategy !== undefined && { strategy }),
      }
      const reply = await commands.send('timeline', 'timeline:append', line)
      if (reply.ok) return
      // The line itself shows the problem, for as long as it lasts.
      commands.dismiss('timeline')
      const problem = problemText(reply.fault)
      setLines(before => before.map(known => (known.entry === entry ? { ...known, problem } : known)))
    },
    [commands],
  )
  const lastEntered = useRef<Millis | null>(null)
  const isHeard = () => !now.getState().away
  const enter = () => {
    lastEntered.current = enteredAt(session, timeline?.at(-1)?.occurredAt, lastEntered.current)
    return lastEntered.current
  }
  return {
    lines: timeline === undefined ? noLines : lines,
    surviveReload,
    sending: lines.some(({ problem }) => problem === null),
    write: ({ kind, text, occurredAt, pinned, strategy }, attachments = []) => {
      const when = { occurredAt, enteredAt: occurredAt === null ? enter() : null }
      const item = strategy?.item ? { strategy: strategy.item } : {}
      const line = {
        entry: newId<EntryId>(),
        kind,
        text,
        ...when,
        pinned,
        attachments,
        ...item,
        sent: isHeard(),
        problem: null,
      }
      setLines(before => [...before, line])
      void send(line)
    },
    tryAgain: line => {
      const again = { problem: null, sent: line.sent === true || isHeard() }
      setLines(before => before.map(known => (known.entry === line.entry ? { ...known, ...again } : known)))
      void send(line)
    },
    drop: line => setLines(before => before.filter(known => known.entry !== line.entry)),
  }
}

/** [TL15] When the engine is heard again, all of them are sent at once. */
function useSentOnceHeard(setLines: Dispatch<SetStateAction<readonly UnsavedLine[]>>): void {
  const away = useEngineAway()
  useEffect(() => {
    if (away) return
    const asSent = (line: UnsavedLine) => (isSent(line) ? line : { ...line, sent: true })
    setLines(before => (before.every(isSent) ? before : before.map(asSent)))
  }, [away, setLines])
}

const isSent = ({ sent, problem }: UnsavedLine) => sent === true || problem !== null

/** [DF8] Says "not saved" only where that is certain. */
function problemText({ kind, message }: Fault): string {
  // The engine's message already says that it was not saved.
  if (kind === 'not-stored') return message
  return t(kind === 'storage-unknown' ? texts.scribe.notKnownWhy : texts.scribe.notWritten, { problem: message })
}

/** A clock further ahead than this on the local estimate is wrong, and lines do not follow it. */
const MOST_AHEAD: Millis = 10_000

/**
 * [TL10] When Enter was pressed, as engine time estimated by this page. The estimate may lag a moment, so a line is
 * never dated before the last line in view, and always after the line entered before it: their order is stable,
 * whichever arrives first.
 * @param shown time of the last line in view
 * @param before instant of the line entered before
 * @returns null until the engine's clock is known
 */
export function enteredAt(session: SessionStore, shown: Millis | undefined, before: Millis | null): Millis | null {
  const { clock } = session.getState()
  if (clock === null) return null
  const now = engineNow(session)
  const most = now + MOST_AHEAD * clock.reading.rate
  const floors = [shown ?? now, before === null ? now : before + 1]
  return Math.max(now, ...floors.filter(floor => floor <= most))
}
