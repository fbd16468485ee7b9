import type { IncidentHead } from '../../domain/incident'
import type { UnfoldedReason } from '../../domain/unfolded'
import type { IncidentEvent } from '../registry'
import { definePart } from './define-part'

/** What could not be folded: of any kind, so that no kind of its own concerns it. */
export const readingPart = definePart('reading', { initial: () => ({ unfolded: [] }), on: {} })

/** [FO5] The head beside an event that it does not have. */
export function withUnfolded(head: IncidentHead, event: IncidentEvent, because: UnfoldedReason): IncidentHead {
  const kind = event.kind === 'unread' ? event.body.kind : event.kind
  const unfolded = { event: event.id, kind, at: event.at, by: event.by, because }
  return { ...head, reading: { unfolded: [...head.reading.unfolded, unfolded] } }
}
