import type { EntryId } from '../domain/ids'
import type { EntryKind, LineChange } from '../domain/timeline'
import type { LoggedEvent } from './define'

/** The line that the engine writes for an event that nobody typed. It has the event's own id. */
export function automaticLine(event: LoggedEvent, kind: EntryKind, text: string): LineChange {
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
      earlier: [],
      retraction: null,
    },
  }
}
