import { useCallback, useEffect, useRef, useState } from 'react'
import type { Fault } from '../../../shared/contract/faults'
import { type ContentHash, type EntryId, newId } from '../../../shared/domain/ids'
import type { Timeline } from '../../../shared/domain/timeline'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { enteredAt } from './entered-at'
import type { KeptLines, UnwrittenLine } from './kept-lines'
import type { ReadLine } from './line-grammar'

export interface Unwritten {
  readonly lines: readonly UnwrittenLine[]
  /** False: this browser stores nothing, and they are gone with the window. */
  readonly outliveReload: boolean
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
  const [outliveReload, setOutlive] = useState(true)
  useEffect(() => setOutlive(kept.keepUnwritten(lines)), [kept, lines])
  useEffect(() => {
    if (timeline === undefined) return
    const written = lines.filter(line => timeline.some(entry => entry.id === line.entry))
    // Set only when something changes: React counts an idle update in an effect as a nested one, and throws at the
    // fiftieth, which a burst of other people's lines would reach.
    if (written.length > 0) setLines(held => held.filter(line => !written.includes(line)))
  }, [lines, timeline])

  const send = useCallback(
    async ({ entry, kind, text, occurredAt, enteredAt = null, pinned, attachments }: UnwrittenLine) => {
      const line = { entry, kind, text, occurredAt, enteredAt, pinned, attachments: [...attachments] }
      const reply = await commands.send('timeline', 'timeline:append', line)
      if (reply.ok) return
      // The line says it itself, and goes on saying it.
      commands.dismiss('timeline')
      const problem = whatIsKnown(reply.fault)
      setLines(held => held.map(line => (line.entry === entry ? { ...line, problem } : line)))
    },
    [commands],
  )
  const lastEntered = useRef<Millis | null>(null)
  const enter = () => {
    lastEntered.current = enteredAt(session, timeline?.at(-1)?.occurredAt, lastEntered.current)
    return lastEntered.current
  }
  return {
    lines: timeline === undefined ? nothing : lines,
    outliveReload,
    underWay: lines.some(({ problem }) => problem === null),
    write: ({ kind, text, occurredAt, pinned }, attachments = []) => {
      const when = { occurredAt, enteredAt: occurredAt === null ? enter() : null }
      const line = { entry: newId<EntryId>(), kind, text, ...when, pinned, attachments, problem: null }
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

/** [DF8] Only of what surely is not in the record is it said that it is not. */
function whatIsKnown({ kind, message }: Fault): string {
  // The engine's own words say already that it was not saved.
  if (kind === 'not-stored') return message
  return t(kind === 'storage-unknown' ? texts.scribe.notKnownWhy : texts.scribe.notWritten, { problem: message })
}
