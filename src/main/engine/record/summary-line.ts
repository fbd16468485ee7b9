import { partsChangedBy } from '../../../shared/events/parts/head'
import { definitionOf, type IncidentEvent } from '../../../shared/events/registry'
import type { EventEffect } from '../../../shared/events/unread'
import { shortened } from '../../../shared/lib/whole-characters'

const LONGEST = 300

/** What an event changes, for a reader that does not know its kind: such a reader's head may be incomplete. */
export function effectOf(kind: IncidentEvent['kind']): EventEffect {
  return kind === 'incident-declared' || partsChangedBy(kind).length > 0 ? 'head' : 'line'
}

/** One plain line for a reader that does not know the kind. It can be erased with the body. */
export function summaryLine(event: IncidentEvent): string {
  if (event.kind === 'unread') return event.body.summary
  const change = definitionOf(event.kind).line(event)
  const text = change?.change === 'added' ? change.entry.text : event.kind.replaceAll('-', ' ')
  const [line = ''] = text.split('\n')
  return shortened(line, LONGEST)
}
