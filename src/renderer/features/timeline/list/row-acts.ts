import type { TimelineEntry } from '../../../../shared/domain/timeline'

/** What can be done with a line. One object for all rows, so that none is drawn anew. */
export interface RowActs {
  readonly correct: (entry: TimelineEntry) => void
  readonly retract: (entry: TimelineEntry) => void
  /** Writes a line between this one and the next. */
  readonly insertAfter: (entry: TimelineEntry) => void
  /** Asks first: it cannot be taken back. */
  readonly erase: (entry: TimelineEntry) => void
  readonly openPicture: (entry: TimelineEntry, picture: number) => void
}

/** Typed by a person, and neither taken back nor erased. */
export function stands(entry: TimelineEntry): boolean {
  return !entry.automatic && entry.retraction === null && entry.erasure === undefined
}
