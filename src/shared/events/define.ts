import type { ZodMiniType } from 'zod/mini'
import type { EventId, IncidentId, Seq } from '../domain/ids'
import type { IncidentHead } from '../domain/incident'
import type { Actor } from '../domain/people'
import type { Erasure, LineChange } from '../domain/timeline'
import type { VoidReason } from '../domain/unfolded'
import type { Millis } from '../lib/time'

/** An event that a feature decided on and that is not in the log yet. */
export interface EventDraft<Kind extends string = string, Body = unknown> {
  readonly kind: Kind
  readonly body: Body
  /** When it happened; earlier than now for a backdated line. */
  readonly at: Millis
  readonly by: Actor
}

/**
 * [RK3] The place of an event among those that several machines wrote, and what its own machine had seen when it wrote
 * it. Two events of which neither had seen the other are concurrent.
 */
export interface EventStamp {
  /** Hybrid time: an order key, never shown. */
  readonly ms: Millis
  readonly n: number
  readonly origin: string
  /** Its place among the events of its origin in this incident, from 1. */
  readonly counter: number
  /** Of other origins, up to which of their events; only what moved since this origin's event before. */
  readonly seen: Readonly<Record<string, number>>
}

/** An event as the log holds it: committed and synced. */
export interface LoggedEvent<Kind extends string = string, Body = unknown> extends EventDraft<Kind, Body> {
  readonly id: EventId
  readonly incident: IncidentId
  readonly seq: Seq
  readonly version: number
  /** When the engine wrote it, by the engine's clock. */
  readonly recordedAt: Millis
  /** Absent in a log in which each event had seen all before it: its order is the order of its places. */
  readonly stamp?: EventStamp
  /** [ER1] Absent: its body is what was written. Otherwise it replaces that. */
  readonly erased?: Erasure
}

/** [WS2] Where a kind of event may be: in the log of an incident, in the folder's own stream, or in either. */
export type Stream = 'incident' | 'workspace' | 'both'

/** A kind of event by itself; what it does to an incident's head is in the parts. Its version rises when `body` changes shape. */
export interface EventDefinition<Kind extends string, Body> {
  readonly kind: Kind
  readonly version: number
  readonly body: ZodMiniType<Body>
  /** [WS2] Absent: in an incident only. */
  readonly stream?: Stream
  /** By version: what turns a body of it into one of the version after it. */
  readonly upcasts?: Readonly<Record<number, (body: unknown) => unknown>>
  /**
   * [FO5] Of a request only: why it is void after what came before it in the order of the log; undefined: it holds.
   * What happened or was stated is never void.
   */
  readonly wish?: (event: LoggedEvent<Kind, Body>, before: IncidentHead) => VoidReason | undefined
  /**
   * [ER3] The body with a replacement for each text of people, to be folded when the body is erased: what is no text
   * stays, so that nothing else of the incident changes. Absent: a single event of the kind cannot be erased.
   */
  readonly withoutTexts?: (body: Body, standIn: string) => Body
  /** Effect on the timeline; pure. */
  readonly line: (event: LoggedEvent<Kind, Body>) => LineChange | undefined
}

export function defineEvent<const Kind extends string, Body>(
  kind: Kind,
  definition: Omit<EventDefinition<Kind, Body>, 'kind'>,
): EventDefinition<Kind, Body> & { readonly draft: (body: Body, at: Millis, by: Actor) => EventDraft<Kind, Body> } {
  return { kind, ...definition, draft: (body, at, by) => ({ kind, body, at, by }) }
}
