import type { ZodMiniType } from 'zod/mini'
import type { EventId, IncidentId, Seq } from '../domain/ids'
import type { Actor } from '../domain/people'
import type { LineChange } from '../domain/timeline'
import type { Millis } from '../lib/time'

/** An event that a feature decided on and that is not in the log yet. */
export interface EventDraft<Kind extends string = string, Body = unknown> {
  readonly kind: Kind
  readonly body: Body
  /** When it happened; earlier than now for a backdated line. */
  readonly at: Millis
  readonly by: Actor
}

/** An event as the log holds it: committed and synced. */
export interface LoggedEvent<Kind extends string = string, Body = unknown> extends EventDraft<Kind, Body> {
  readonly id: EventId
  readonly incident: IncidentId
  readonly seq: Seq
  readonly version: number
  /** When the engine wrote it, by the engine's clock. */
  readonly recordedAt: Millis
}

/** A kind of event by itself; what it does to an incident's head is in the parts. Its version rises when `body` changes shape. */
export interface EventDefinition<Kind extends string, Body> {
  readonly kind: Kind
  readonly version: number
  readonly body: ZodMiniType<Body>
  /** Effect on the timeline; pure. */
  readonly line: (event: LoggedEvent<Kind, Body>) => LineChange | undefined
}

export function defineEvent<const Kind extends string, Body>(
  kind: Kind,
  definition: Omit<EventDefinition<Kind, Body>, 'kind'>,
): EventDefinition<Kind, Body> & { readonly draft: (body: Body, at: Millis, by: Actor) => EventDraft<Kind, Body> } {
  return { kind, ...definition, draft: (body, at, by) => ({ kind, body, at, by }) }
}
