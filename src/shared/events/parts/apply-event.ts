import type { IncidentHead } from '../../domain/incident'
import { withSeen } from '../causality'
import { definitionOf, type IncidentEvent } from '../registry'
import { changeHead } from './head'
import { withUnfolded } from './reading'

/**
 * [FO5] The head after an event, whatever the event is: total, so that no single row costs an incident. A void wish, an
 * event that cannot be read and one whose effect throws leave the head as it was, and are named in it.
 */
export function applyEvent(last: IncidentHead, event: IncidentEvent): IncidentHead {
  const concurrency = withSeen(last.concurrency, event)
  const before = concurrency === last.concurrency ? last : { ...last, concurrency }
  if (event.kind === 'unread') {
    const { why, effect } = event.body
    // [ER1] Nothing is missing that a newer version could show.
    if (why === 'erased') return before
    return why === 'newer' && effect !== 'head' ? before : withUnfolded(before, event, { as: why })
  }
  try {
    const reason = definitionOf(event.kind).wish?.(event, before)
    return reason === undefined ? changeHead(before, event) : withUnfolded(before, event, { as: 'void', reason })
  } catch {
    return withUnfolded(before, event, { as: 'failed' })
  }
}
