import type { IncidentId } from '../domain/ids'
import type { Millis } from '../lib/time'

export const docKinds = ['title', 'line', 'update', 'draft'] as const

/** A title, a line of a timeline, an update or the draft of one that has the words in it. */
export interface FoundText {
  readonly incident: IncidentId
  readonly kind: (typeof docKinds)[number]
  /** Id of the line or the update; empty for a title. */
  readonly ref: string
  readonly at: Millis
  /** Who wrote it, as a name; empty: nobody. */
  readonly by: string
  /** The piece of it that has the words. */
  readonly text: string
  /** Where they are in the piece. */
  readonly marks: readonly (readonly [from: number, to: number])[]
}

/** More results are not read: people type another word instead. */
export const MOST_FOUND = 100
/** Letters of a question. */
export const LONGEST_SOUGHT = 200

/** [SX3] What was found, and whether that is all. */
export interface SearchAnswer {
  readonly found: readonly FoundText[]
  /** There is more than is returned. */
  readonly more: boolean
  /** Incidents that the index has read of those that it had still to read; null: it has all that is in the record. */
  readonly reading: { readonly done: number; readonly total: number } | null
  /** The index cannot be made, written or read: what is found may be old or nothing. It is tried again by itself. */
  readonly failed: boolean
  /** Why, as the disk reports it; absent if it reported nothing. */
  readonly reason?: string
}
