import type { LineChange } from '../domain/timeline'
import { type UnfoldedBecause, voidWords } from '../domain/unfolded'
import { troubleLine } from './line'
import { definitionOf, type IncidentEvent, type KnownEvent } from './registry'
import { shownEvent } from './shown-event'
import { unreadLine } from './unread'

/** What an event does to the timeline. A void wish says so in its line, and an event that fails here still has one. */
export function lineOf(event: IncidentEvent, because: UnfoldedBecause | undefined): LineChange | undefined {
  const shown = shownEvent(event)
  if (shown.kind === 'unread') return unreadLine(shown)
  if (because?.as === 'failed') return failedLine(shown)
  try {
    const line = definitionOf(shown.kind).line(shown)
    return because?.as === 'void' ? voidLine(shown, line, voidWords(because.reason)) : line
  } catch {
    return failedLine(shown)
  }
}

function voidLine(event: KnownEvent, line: LineChange | undefined, why: string): LineChange {
  const text = line?.change === 'added' ? line.entry.text : event.kind.replaceAll('-', ' ')
  const kind = line?.change === 'added' ? line.entry.kind : 'note'
  return troubleLine(event, kind, `Void, because ${why}: ${text}`)
}

function failedLine(event: KnownEvent): LineChange {
  return troubleLine(event, 'note', `An event of the kind ${event.kind} could not be read into this record`)
}
