import type { EventDefinition, LoggedEvent } from './define'
import { definitionOf, type IncidentEvent, isEventKind } from './registry'
import type { EventEffect } from './unread'

/** An event as a store or another machine gives it: nothing of its kind, version and body is known to be ours. */
export interface StoredEvent extends LoggedEvent<string, unknown> {
  readonly summary: string
  readonly effect: EventEffect
}

/**
 * [FO6] Reads a stored event; never throws. What is not known here, or is not what its kind says, comes back as `unread`
 * instead of costing the log around it.
 * @param checked false where a chain proves that this version or an earlier one wrote it, which saves parsing the body
 */
export function readEvent(stored: StoredEvent, checked: boolean): IncidentEvent {
  const { summary, effect, ...event } = stored
  const unread = (why: 'newer' | 'unparsed'): IncidentEvent => {
    const body = { kind: event.kind, version: event.version, summary, effect, why }
    return { ...event, kind: 'unread', body }
  }
  if (!isEventKind(event.kind)) return unread('newer')
  const definition = definitionOf(event.kind)
  if (event.version > definition.version) return unread('newer')
  try {
    const body = upcastBody(definition, event.version, event.body)
    if (checked && !definition.body.safeParse(body).success) return unread('unparsed')
    return { ...event, body } as IncidentEvent
  } catch {
    // An upcast of something that an earlier version cannot have written.
    return unread('unparsed')
  }
}

/** [FO6] The body as its kind has it now: each version is turned into the one after it. */
export function upcastBody(
  { version: current, upcasts = {} }: Pick<EventDefinition<string, unknown>, 'version' | 'upcasts'>,
  version: number,
  body: unknown,
): unknown {
  let upcast = body
  for (let from = version; from < current; from += 1) upcast = upcasts[from]?.(upcast) ?? upcast
  return upcast
}
