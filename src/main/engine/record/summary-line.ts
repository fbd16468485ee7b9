import { definitionOf, type EventKind, type IncidentEvent } from '../../../shared/events/registry'
import { shortened } from '../../../shared/lib/whole-characters'

/** What an event changes, told to a reader that does not know its kind: such a reader's head may be incomplete. */
export type EventEffect = 'none' | 'line' | 'head'

/** Kinds that change the timeline and nothing else. */
const linesOnly: ReadonlySet<string> = new Set<EventKind>([
  'entry-added',
  'entry-corrected',
  'entry-retracted',
  'clock-set',
])

const LONGEST = 300

export function effectOf(kind: EventKind): EventEffect {
  return linesOnly.has(kind) ? 'line' : 'head'
}

/** One plain line for a reader that does not know the kind. It can be erased with the body. */
export function summaryLine(event: IncidentEvent): string {
  const change = definitionOf(event.kind).line(event)
  const text = change?.change === 'added' ? change.entry.text : event.kind.replaceAll('-', ' ')
  const [line = ''] = text.split('\n')
  return shortened(line, LONGEST)
}
