import type { EntryId } from '../domain/ids'
import type { EntryKind, LineChange } from '../domain/timeline'
import type { LoggedEvent } from './define'

/** What is told by every incident many times, and read by nobody unless it goes wrong. */
const routineKinds: ReadonlySet<EntryKind> = new Set(['action', 'alert', 'metric', 'handoff'])

/** The line of what went wrong: it is never folded away. */
export function failureLine(event: LoggedEvent, kind: EntryKind, text: string): LineChange {
  return written(event, kind, text, false)
}

/** The line that the engine writes for an event that nobody typed. It has the event's own id. */
export function automaticLine(event: LoggedEvent, kind: EntryKind, text: string): LineChange {
  return written(event, kind, text, routineKinds.has(kind))
}

function written(event: LoggedEvent, kind: EntryKind, text: string, routine: boolean): LineChange {
  return {
    change: 'added',
    entry: {
      id: event.id as string as EntryId,
      seq: event.seq,
      kind,
      text,
      occurredAt: event.at,
      recordedAt: event.recordedAt,
      by: event.by,
      pinned: false,
      attachments: [],
      automatic: true,
      routine,
      earlier: [],
      retraction: null,
    },
  }
}
