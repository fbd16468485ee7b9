import type { Millis } from '../lib/time'
import { foldEvents, type IncidentRecord } from './fold'
import { lineOf } from './line-of'
import type { IncidentEvent } from './registry'

/** A turn of an incident that one jumps to. */
export interface ReplayMark {
  readonly at: Millis
  /** How many events there are up to and with it. */
  readonly count: number
  /** Its line of the timeline. */
  readonly text: string
}

/** [RY1] An incident as it was known at each moment. Its clock is when things were recorded: nobody knew them before. */
export interface Replay {
  readonly count: number
  readonly from: Millis
  readonly to: Millis
  /** Oldest first. */
  readonly marks: readonly ReplayMark[]
  /** When the last of so many events was recorded; never earlier than that of fewer. */
  momentOf(count: number): Millis
  /** How many events were recorded up to and with a moment; at least one. */
  countAt(at: Millis): number
  /** The incident and its timeline after so many events, at least one. */
  recordAt(count: number): IncidentRecord
}

/** Records between two that are saved: a jump folds no more than these. */
const STRIDE = 256
/** Saved records of a long log: each has a list of all lines before it. */
const MOST_SAVED = 128

/** [RY1] @param events all of an incident's log, in the order in which it is folded. @throws without an event */
export function openReplay(events: readonly IncidentEvent[]): Replay {
  const moments = risingMoments(events)
  const [from] = moments
  if (from === undefined) throw new Error('There is nothing to replay without an event')
  const stride = Math.max(STRIDE, Math.ceil(events.length / MOST_SAVED))
  /** The nth is the record after n strides; nothing before the first. */
  const saved: IncidentRecord[] = []

  function recordAt(count: number): IncidentRecord {
    const whole = within(count, events.length)
    for (let at = saved.length; (at + 1) * stride <= whole; at += 1)
      saved.push(folded(saved.at(-1), events.slice(at * stride, (at + 1) * stride)))
    const strides = Math.floor(whole / stride)
    return folded(saved[strides - 1], events.slice(strides * stride, whole))
  }

  return {
    ...{ count: events.length, from, to: moments.at(-1) ?? from, marks: marksOf(events, moments) },
    momentOf: count => moments[within(count, events.length) - 1] ?? from,
    countAt: at => within(lowerBound(moments, at), events.length),
    recordAt,
  }
}

function folded(before: IncidentRecord | undefined, events: readonly IncidentEvent[]): IncidentRecord {
  const record = events.length === 0 ? before : foldEvents(before, events)
  if (record === undefined) throw new Error('There is no incident without an event')
  return record
}

function within(count: number, most: number): number {
  return Math.min(Math.max(Math.trunc(count), 1), most)
}

/** A machine whose clock was behind recorded later what it dates earlier: time never runs backwards. */
function risingMoments(events: readonly IncidentEvent[]): readonly Millis[] {
  let last = Number.NEGATIVE_INFINITY
  return events.map(({ recordedAt }) => {
    last = Math.max(last, recordedAt)
    return last
  })
}

/** How many of the rising moments are not after `at`. */
function lowerBound(moments: readonly Millis[], at: Millis): number {
  let [low, high] = [0, moments.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((moments[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

const turning: ReadonlySet<IncidentEvent['kind']> = new Set<IncidentEvent['kind']>([
  ...(['incident-declared', 'severity-changed', 'status-changed', 'milestone-stated'] as const),
  ...(['update-published', 'attempt-judged', 'hypothesis-settled', 'decision-settled'] as const),
  ...(['started-at-confirmed', 'ended-at-confirmed', 'handoff-written'] as const),
])

function marksOf(events: readonly IncidentEvent[], moments: readonly Millis[]): readonly ReplayMark[] {
  return events.flatMap((event, index) => {
    const isTurn = turning.has(event.kind) || (event.kind === 'role-assigned' && event.body.role === 'ic')
    const change = isTurn ? lineOf(event, undefined) : undefined
    if (change?.change !== 'added') return []
    return [{ at: moments[index] ?? event.recordedAt, count: index + 1, text: change.entry.text }]
  })
}
