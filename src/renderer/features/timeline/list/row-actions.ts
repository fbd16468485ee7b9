import type { TimelineEntry } from '../../../../shared/domain/timeline'

/** Actions on a line. One object for all rows, so that memoized rows are not rendered again. */
export interface RowActions {
  readonly correct: (entry: TimelineEntry) => void
  readonly retract: (entry: TimelineEntry) => void
  /** Starts a new line between this one and the next. */
  readonly insertAfter: (entry: TimelineEntry) => void
  /** Asks for confirmation: erasing cannot be undone. */
  readonly erase: (entry: TimelineEntry) => void
  readonly openPicture: (entry: TimelineEntry, picture: number) => void
}

/** Whether the line was typed by a person and is neither retracted nor erased. */
export function isEditableLine(entry: TimelineEntry): boolean {
  return !entry.automatic && entry.retraction === null && entry.erasure === undefined
}
