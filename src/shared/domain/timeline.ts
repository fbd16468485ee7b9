import type { Millis } from '../lib/time'
import type { Attachment } from './attachment'
import type { EntryId, Seq, StrategyId } from './ids'
import type { Actor } from './people'
import type { BoardItemKind } from './strategy'

/** Kinds that a person may type; the others are written by the engine from what happened. */
export const typedKinds = ['note', 'action', 'decision', 'finding', 'todo'] as const
export const entryKinds = [...typedKinds, 'status', 'alert', 'comms', 'metric', 'handoff'] as const
export type TypedKind = (typeof typedKinds)[number]
export type EntryKind = (typeof entryKinds)[number]

/** An earlier wording of a corrected line. */
export interface EarlierText {
  readonly text: string
  readonly by: Actor
  readonly replacedAt: Millis
}

export interface Retraction {
  readonly reason: string
  readonly by: Actor
  readonly at: Millis
}

/** [ER1] Who took a text out of the record for good, when, and why. */
export interface Erasure {
  readonly by: Actor
  readonly at: Millis
  readonly reason: string
}

/** A line of the timeline. `occurredAt` orders it for people, `seq` is when it came to this machine. */
export interface TimelineEntry {
  readonly id: EntryId
  readonly seq: Seq
  readonly kind: EntryKind
  readonly text: string
  readonly occurredAt: Millis
  readonly recordedAt: Millis
  readonly by: Actor
  readonly pinned: boolean
  readonly attachments: readonly Attachment[]
  /** True: written from an event by the engine, not typed. It cannot be corrected or retracted. */
  readonly automatic: boolean
  /** True: written by the engine, of what went as it should. Many of them in a row can be folded away. */
  readonly routine: boolean
  readonly earlier: readonly EarlierText[]
  readonly retraction: Retraction | null
  /** Absent: all of its texts are as they were written. Otherwise it says what replaced the erased text. */
  readonly erasure?: Erasure
  /** [SG11] The item of the strategy board that it is about; absent: none. */
  readonly item?: { readonly kind: BoardItemKind; readonly id: StrategyId }
}

/** Up to where a damaged log is proven: place of its last proven event, and when that was recorded; null: none is. */
export interface ProvenPart {
  readonly provenSeq: Seq
  readonly provenUntil: Millis | null
}

/** [IN13] Whether a line of a damaged log is proven, with all that was made of it: a forged correction changes an old line. */
export function isProven({ seq, earlier, retraction, erasure }: TimelineEntry, proven: ProvenPart): boolean {
  const changedAt = [retraction?.at ?? 0, erasure?.at ?? 0, ...earlier.map(({ replacedAt }) => replacedAt)]
  return seq <= proven.provenSeq && Math.max(...changedAt) <= (proven.provenUntil ?? 0)
}

/** [TL2] Oldest first by the time it happened; lines of one instant have the order of the log. */
export type Timeline = readonly TimelineEntry[]

/** What an event does to the timeline. */
export type LineChange =
  | { readonly change: 'added'; readonly entry: TimelineEntry }
  | { readonly change: 'amended'; readonly id: EntryId; readonly amend: (entry: TimelineEntry) => TimelineEntry }

/**
 * [TL1] Applies changes in their order. One copy for the whole batch, so that folding a long log costs what it is
 * long, not its square. An id is added once in a log; the command sees to that.
 */
export function changeTimeline(timeline: Timeline, changes: readonly LineChange[]): Timeline {
  if (changes.length === 0) return timeline
  const lines = [...timeline]
  let backdated = false
  for (const change of changes) {
    if (change.change === 'added') {
      const last = lines.at(-1)
      backdated ||= last !== undefined && change.entry.occurredAt < last.occurredAt
      lines.push(change.entry)
    } else {
      const at = lines.findLastIndex(line => line.id === change.id)
      const line = lines[at]
      if (line !== undefined) lines[at] = change.amend(line)
    }
  }
  // The sort is stable: lines of one instant have the order of the log on every machine.
  return backdated ? lines.sort((a, b) => a.occurredAt - b.occurredAt) : lines
}
