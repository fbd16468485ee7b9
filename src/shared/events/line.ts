import type { EntryId } from '../domain/ids'
import type { EntryKind, LineChange } from '../domain/timeline'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { boardItemOf } from './board-item'
import type { LoggedEvent } from './define'

/** What every incident reports many times, and nobody reads unless it goes wrong. */
const routineKinds: ReadonlySet<EntryKind> = new Set(['action', 'alert', 'metric', 'handoff'])

/** The line of what went wrong: it is never folded away. */
export function failureLine(event: LoggedEvent, kind: EntryKind, text: () => string): LineChange {
  return written(event, kind, text, false)
}

/** The line that the engine writes for an event that nobody typed. It has the event's own id. */
export function automaticLine(event: LoggedEvent, kind: EntryKind, text: () => string): LineChange {
  return written(event, kind, text, routineKinds.has(kind))
}

function written(event: LoggedEvent, kind: EntryKind, text: () => string, routine: boolean): LineChange {
  // Made when it is first read: a long log has thousands of lines that are never shown.
  let make: (() => string) | undefined = text
  let made = ''
  return {
    change: 'added',
    entry: {
      id: event.id as string as EntryId,
      seq: event.seq,
      kind,
      get text() {
        if (make !== undefined) {
          made = textOrFailure(event, make)
          make = undefined
        }
        return made
      },
      occurredAt: event.at,
      recordedAt: event.recordedAt,
      by: event.by,
      pinned: false,
      attachments: [],
      automatic: true,
      routine,
      earlier: [],
      retraction: null,
      ...boardItemOf(event.body),
    },
  }
}

/** `Severity SEV-2 → SEV-1: all countries`; the line alone where there is no reason. */
export function withReason(line: string, reason: string): string {
  return reason === '' ? line : t(texts.lines.withReason, { line, reason })
}

/** `Ended at 14:03 UTC (chart “p95”)`; the line alone where there is no more to say. */
export function withMore(line: string, more: string): string {
  return more === '' ? line : t(texts.lines.withMore, { line, more })
}

/** [FO1] A text that cannot be made of what an event says costs its own line and no other. */
function textOrFailure({ kind }: LoggedEvent, make: () => string): string {
  try {
    return make()
  } catch {
    return t(texts.lines.failed, { kind })
  }
}
