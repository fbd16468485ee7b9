import type { ArchiveQuestion } from '../domain/archive/archive-question'
import type { ArchivedIncident } from '../domain/archive/archived-incident'
import type { SimilarIncident } from '../domain/archive/similar'
import type { IncidentEvent } from '../events/registry'
import type { SearchAnswer } from './record-search'

/** Incidents in one answer; the next ones are asked for with `before`. */
export const MOST_ARCHIVED = 50
/** [AV3] Of the incidents that have all of what was asked for, the newest so many are ranked. */
export const RANKED = 100

export const archiveOrders = ['newest', 'best'] as const
/** Newest first, or the best of the newest hundred first. */
export type ArchiveOrder = (typeof archiveOrders)[number]

export interface ArchiveSearch {
  readonly question: ArchiveQuestion
  readonly order: ArchiveOrder
  /** `next` of the answer before; null: from the newest. Means nothing for the best. */
  readonly before: number | null
}

/** [AV3] Incidents of the archive, and whether that is all. */
export interface ArchiveAnswer extends Omit<SearchAnswer, 'found' | 'more'> {
  readonly found: readonly ArchivedIncident[]
  /** To ask for those that began earlier; null: there are none. */
  readonly next: number | null
}

/** [AV7] Past incidents that are like an open one, the likest first. */
export interface SimilarAnswer extends Omit<ArchiveAnswer, 'found' | 'next'> {
  readonly similar: readonly SimilarIncident[]
}

/** Events in one answer: a log that is longer comes in several. */
export const LOG_SLICE = 20_000

/** [AV6] A part of an incident's log, to be read on its own: in the order in which it is folded. */
export interface LogSlice {
  readonly events: readonly IncidentEvent[]
  /** Where the next part begins; null: this was the last. */
  readonly next: number | null
  /** The log is damaged: these are the events that can be read. */
  readonly damaged: boolean
}
