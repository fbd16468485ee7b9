import type { IncidentHead } from '../../domain/incident'
import type { LoggedEvent } from '../define'
import type { BodyOf, EventKind } from '../registry'

export type EventOf<Kind extends EventKind> = LoggedEvent<Kind, BodyOf<Kind>>

/**
 * What an event does to one part of the head; pure. It gives `state` itself back where nothing changes. `before` is the
 * whole head before the event, so that no part depends on which part folds first.
 */
type Effect<State, Kind extends EventKind> = (state: State, event: EventOf<Kind>, before: IncidentHead) => State

export interface PartDefinition<State> {
  /** The part when its incident is declared. */
  readonly initial: (declared: EventOf<'incident-declared'>) => State
  readonly on: { readonly [Kind in EventKind]?: Effect<State, Kind> }
}

/** [FO4] A part of an incident's head: what it begins as, and what each kind of event that concerns it does to it. */
export function definePart<const Name extends keyof IncidentHead>(
  name: Name,
  definition: PartDefinition<IncidentHead[Name]>,
): PartDefinition<IncidentHead[Name]> & { readonly name: Name } {
  return { name, ...definition }
}
