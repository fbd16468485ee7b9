import type { EntryId } from '../../../../shared/domain/ids'
import { actorName } from '../../../../shared/domain/people'
import type { Timeline, TimelineEntry } from '../../../../shared/domain/timeline'
import type { Millis } from '../../../../shared/lib/time'

/** The rows of the list: days, lines, and runs of routine lines folded into one. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly at: Millis }
  | {
      readonly kind: 'line'
      readonly key: EntryId
      readonly entry: TimelineEntry
      /** Index in the timeline. */
      readonly at: number
      /** The row before has the same author, so a screen reader gets the name and the display does not. */
      readonly sameAuthor: boolean
    }
  | {
      readonly kind: 'folded'
      readonly key: string
      readonly entries: readonly TimelineEntry[]
      /** Timeline indexes of the first and the last of them. */
      readonly at: number
      readonly until: number
    }

export interface RowOptions {
  /** Any number that changes at midnight of the first clock. */
  readonly dayOf: (at: Millis) => number
  /** Filters lines; undefined: shows all. */
  readonly shows: ((entry: TimelineEntry) => boolean) | undefined
  /** Keys of the folded rows that the user opened. */
  readonly unfolded: ReadonlySet<string>
}

export interface TimelineRows {
  readonly rows: readonly Row[]
  readonly timeline: Timeline
  readonly options: RowOptions
}

/** [TL6] Fewer consecutive routine lines than this are not folded. */
const FOLD_FROM = 4

/**
 * The rows of a timeline. Given the previous rows, it builds only from the first line that differs, so that a new line
 * at the end of 100,000 costs next to nothing.
 */
export function buildRows(timeline: Timeline, options: RowOptions, before?: TimelineRows): TimelineRows {
  const cut = before?.options === options ? keptRows(before, timeline) : 0
  const rows = before === undefined ? [] : before.rows.slice(0, cut)
  const last = rows.at(-1)
  const from = last?.kind === 'line' ? last.at + 1 : 0
  const builder = openBuilder(rows, options)
  for (let at = from; at < timeline.length; at += 1) {
    const entry = timeline[at]
    if (entry !== undefined && (options.shows === undefined || options.shows(entry))) builder.add(entry, at)
  }
  builder.end()
  return { rows, timeline, options }
}

/** How many rows can stay: up to the last line before the first change that no fold can reach over. */
function keptRows({ rows, timeline: before }: TimelineRows, timeline: Timeline): number {
  let same = 0
  while (same < before.length && before[same] === timeline[same]) same += 1
  let cut = rows.length
  while (cut > 0 && !endsSafely(rows[cut - 1], same)) cut -= 1
  return cut
}

function endsSafely(row: Row | undefined, same: number): boolean {
  return row?.kind === 'line' && row.at < same && !row.entry.routine
}

function openBuilder(rows: Row[], { dayOf, unfolded }: RowOptions) {
  let run: { readonly entry: TimelineEntry; readonly at: number }[] = []
  let previous = lastEntry(rows)
  let day = previous === undefined ? undefined : dayOf(previous.occurredAt)

  function push(entry: TimelineEntry, at: number): void {
    const sameAuthor = previous !== undefined && actorName(previous.by) === actorName(entry.by)
    rows.push({ kind: 'line', key: entry.id, entry, at, sameAuthor })
    previous = entry
  }

  function end(): void {
    const [first] = run
    if (first === undefined) return
    const key = `folded:${first.entry.id}`
    if (run.length >= FOLD_FROM) {
      const entries = run.map(({ entry }) => entry)
      rows.push({ kind: 'folded', key, entries, at: first.at, until: run.at(-1)?.at ?? first.at })
      previous = undefined
    }
    if (run.length < FOLD_FROM || unfolded.has(key)) for (const { entry, at } of run) push(entry, at)
    run = []
  }

  return {
    end,
    add(entry: TimelineEntry, at: number): void {
      const today = dayOf(entry.occurredAt)
      if (today !== day) {
        end()
        rows.push({ kind: 'day', key: `day:${today}`, at: entry.occurredAt })
        previous = undefined
      }
      day = today
      if (entry.routine && !entry.pinned) {
        run.push({ entry, at })
      } else {
        end()
        push(entry, at)
      }
    },
  }
}

function lastEntry(rows: readonly Row[]): TimelineEntry | undefined {
  const last = rows.at(-1)
  return last?.kind === 'line' ? last.entry : undefined
}

/** Index of the row that contains a line, also inside a fold; -1 if it is filtered out. */
export function rowOfLine(rows: readonly Row[], at: number): number {
  let [low, high] = [0, rows.length - 1]
  let found = -1
  while (low <= high) {
    const middle = (low + high) >> 1
    const begins = placeOf(rows, middle)
    if (begins <= at) {
      found = middle
      low = middle + 1
    } else {
      high = middle - 1
    }
  }
  const row = rows[found]
  if (row?.kind === 'line') return row.at === at ? found : -1
  return row?.kind === 'folded' && at <= row.until ? found : -1
}

/** Timeline index at which a row begins; a day begins with the row that follows it. */
function placeOf(rows: readonly Row[], index: number): number {
  const row = rows[index]
  if (row === undefined) return Number.POSITIVE_INFINITY
  return row.kind === 'day' ? placeOf(rows, index + 1) : row.at
}

/** Actions on a line. One object for all rows, so that memoized rows are not rendered again. */
export interface RowActions {
  readonly correct: (entry: TimelineEntry) => void
  readonly retract: (entry: TimelineEntry) => void
  /** Starts a new line between this one and the next. */
  readonly insertAfter: (entry: TimelineEntry) => void
  /** Asks for confirmation: erasing cannot be undone. */
  readonly erase: (entry: TimelineEntry) => void
  readonly openPicture: (entry: TimelineEntry, picture: number) => void
  /** [SG11] Goes to its item on the strategy board and presses the key there, if any. */
  readonly toBoard: (item: BoardItem, key?: string) => void
}

export type BoardItem = NonNullable<TimelineEntry['item']>

/** [SG11] Undefined: it is about none, or was retracted with its item. */
export function itemOfLine({ item, retraction }: TimelineEntry): BoardItem | undefined {
  return retraction === null ? item : undefined
}

/** Whether the line was typed by a person and is neither retracted nor erased. */
export function isEditableLine(entry: TimelineEntry): boolean {
  return !entry.automatic && entry.retraction === null && entry.erasure === undefined
}
