import type { IncidentId } from '../domain/ids'

/** [OW4] Who sends for an incident, where it is not this machine, or something that was asked for here waits. */
export interface SentElsewhere {
  readonly incident: IncidentId
  /** Of the current sender. */
  readonly term: number
  /** Who declared it or took it over there; null: nobody sends. */
  readonly who: string | null
  /** [OW5] Nobody sends, because this machine handed over: to whom, empty where nobody was named; null: it did not. */
  readonly handedTo: string | null
  /** This machine sends for it, and what waits was asked for before it did. */
  readonly here: boolean
  /** Items that were asked for here and have not left. */
  readonly waiting: number
}
