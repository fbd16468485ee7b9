import { useCallback, useEffect, useState } from 'react'
import { type ContentHash, type EntryId, newId } from '../../../shared/domain/ids'
import type { Timeline } from '../../../shared/domain/timeline'
import type { Millis } from '../../../shared/lib/time'
import { useCockpit } from '../../stores/cockpit'
import { engineNow, type SessionStore } from '../../stores/session-store'
import type { KeptLines, UnwrittenLine } from './kept-lines'
import type { ReadLine } from './line-grammar'

export interface Unwritten {
  readonly lines: readonly UnwrittenLine[]
  /** Something is on its way: the last line of the record is not the last one that was written. */
  readonly underWay: boolean
  readonly write: (line: ReadLine, attachments?: readonly ContentHash[]) => void
  readonly tryAgain: (line: UnwrittenLine) => void
  readonly drop: (line: UnwrittenLine) => void
}

const nothing: readonly UnwrittenLine[] = []

/**
 * Sends lines, and holds each until the log shows it: a line leaves this list only by being in the record or by a
 * person's word.
 * @param timeline undefined while it is read: then nobody can say yet what is not in it, and the list is empty
 */
export function useUnwritten(kept: KeptLines, timeline: Timeline | undefined): Unwritten {
  const { commands, session } = useCockpit()
  const [lines, setLines] = useState(() => kept.unwritten())
  useEffect(() => kept.keepUnwritten(lines), [kept, lines])
  useEffect(() => {
    if (timeline === undefined) return
    const written = lines.filter(line => timeline.some(entry => entry.id === line.entry))
    // Set only when something changes: React counts an idle update in an effect as a nested one, and throws at the
    // fiftieth, which a burst of other people's lines would reach.
    if (written.length > 0) setLines(held => held.filter(line => !written.includes(line)))
  }, [lines, timeline])

  const send = useCallback(
    async ({ entry, kind, text, occurredAt, pinned, attachments }: UnwrittenLine) => {
      const line = { entry, kind, text, occurredAt, pinned, attachments: [...attachments] }
      const reply = await commands.send('timeline', 'timeline:append', line)
      if (reply.ok) return
      const { message } = reply.fault
      setLines(held => held.map(line => (line.entry === entry ? { ...line, problem: message } : line)))
    },
    [commands],
  )
  return {
    lines: timeline === undefined ? nothing : lines,
    underWay: lines.some(({ problem }) => problem === null),
    write: ({ kind, text, occurredAt, pinned }, attachments = []) => {
      const at = occurredAt ?? enteredAt(session)
      const line = { entry: newId<EntryId>(), kind, text, occurredAt: at, pinned, attachments, problem: null }
      setLines(held => [...held, line])
      void send(line)
    },
    tryAgain: line => {
      setLines(held => held.map(known => (known.entry === line.entry ? { ...known, problem: null } : known)))
      void send(line)
    },
    drop: line => setLines(held => held.filter(known => known.entry !== line.entry)),
  }
}

/** [TL10] The engine dates a line when it comes. While the line to it is lost that may be minutes after Enter. */
function enteredAt(session: SessionStore): Millis | null {
  const { link } = session.getState()
  return link === 'open' || link === 'connecting' ? null : engineNow(session)
}
