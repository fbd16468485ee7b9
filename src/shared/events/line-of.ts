import type { Erasure, LineChange } from '../domain/timeline'
import type { UnfoldedReason, VoidReason } from '../domain/unfolded'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { failureLine } from './line'
import { definitionOf, type IncidentEvent, type KnownEvent } from './registry'
import { unreadLine } from './unread'

/** What an event, which is shown, does to the timeline. A void wish says so in its line, and an event that fails here still has one. */
export function lineOf(event: IncidentEvent, because: UnfoldedReason | undefined): LineChange | undefined {
  const change = wholeLineOf(event, because)
  return event.erased === undefined || change === undefined ? change : marked(change, event.erased)
}

/** [ER1] The line says that something in it was erased. */
function marked(change: LineChange, erasure: Erasure): LineChange {
  if (change.change === 'added') return { ...change, entry: { ...change.entry, erasure } }
  return { ...change, amend: entry => ({ ...change.amend(entry), erasure }) }
}

function wholeLineOf(event: IncidentEvent, because: UnfoldedReason | undefined): LineChange | undefined {
  if (event.kind === 'unread') return unreadLine(event)
  if (because?.as === 'failed') return failedLine(event)
  try {
    const line = definitionOf(event.kind).line(event)
    return because?.as === 'void' ? voidLine(event, line, because.reason) : line
  } catch {
    return failedLine(event)
  }
}

function voidLine(event: KnownEvent, line: LineChange | undefined, reason: VoidReason): LineChange {
  const entry = line?.change === 'added' ? line.entry : undefined
  return failureLine(event, entry?.kind ?? 'note', () =>
    t(texts.lines.void, {
      reason: texts.lines.voidReasons[reason],
      line: entry?.text ?? event.kind.replaceAll('-', ' '),
    }),
  )
}

function failedLine(event: KnownEvent): LineChange {
  return failureLine(event, 'note', () => t(texts.lines.failed, { kind: event.kind }))
}
