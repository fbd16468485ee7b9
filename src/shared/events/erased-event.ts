import type { Actor } from '../domain/people'
import type { Millis } from '../lib/time'
import { readEvent, type StoredEvent } from './read-event'
import type { BodyOf, IncidentEvent } from './registry'

/** An event of the kind `body-erased`, as far as it says what replaces another one. */
export interface ErasedReplacement {
  readonly body: Pick<BodyOf<'body-erased'>, 'standIn' | 'instead' | 'version' | 'reason'>
  readonly by: Actor
  readonly at: Millis
}

/**
 * [ER1] How an event without its body is folded: with the replacement body, or as nothing but a line if there is none
 * or if it is not of the event's kind.
 */
export function erasedEvent(
  stored: Omit<StoredEvent, 'body' | 'summary'>,
  { body, by, at }: ErasedReplacement,
): IncidentEvent {
  const { standIn, instead, version, reason } = body
  const erased = { by, at, reason }
  const read = readEvent({ ...stored, version, summary: standIn, body: instead }, true)
  if (instead !== undefined && read.kind !== 'unread') return { ...read, erased }
  const { effect, ...event } = stored
  const line = { kind: event.kind, version: event.version, summary: standIn, effect, why: 'erased' } as const
  return { ...event, kind: 'unread', body: line, erased }
}
