import type { EventId } from '../domain/ids'
import type { Head, Incident } from '../domain/incident'
import type { Timeline } from '../domain/timeline'
import type { UnfoldedBecause } from '../domain/unfolded'
import { nextHead } from './fold'
import { keptLines } from './kept-lines'
import { lineOf } from './line-of'
import { compareEvents } from './order'
import { incidentOf } from './parts/head'
import type { IncidentEvent } from './registry'
import { shownEvent } from './shown-event'

/** An incident folded from events that may come late: they are put where they belong in the order of all machines. */
export interface KeptFold {
  /** Undefined: it has no event yet. */
  incident(): Incident | undefined
  timeline(): Timeline
  /** In the order in which every machine folds them, and as they are shown. */
  readonly events: readonly IncidentEvent[]
  /** Takes events in any order; one that it has already changes nothing. Answers how many were new. */
  take(batch: readonly IncidentEvent[]): number
}

/** Events from one kept head to the next: a late event costs at most so many besides those behind it. */
const STRIDE = 64

/**
 * [FO7] A fold that goes back no further than it must: the head after every 64th event is kept, late events are folded
 * from the one before the first of them, and of the timeline only the lines that they touch are made anew.
 */
export function openKeptFold(): KeptFold {
  const events: IncidentEvent[] = []
  const ids = new Set<EventId>()
  /** The nth is the head after n × 64 events; there is none before the first event. */
  const heads: (Head | undefined)[] = [undefined]
  const lines = keptLines()
  let head: Head | undefined
  let incident: Incident | undefined
  let unfolded: ReadonlyMap<EventId, UnfoldedBecause> = new Map()

  function fold(from: number): void {
    const stride = Math.floor(from / STRIDE)
    heads.length = stride + 1
    head = heads[stride]
    for (let at = stride * STRIDE; at < events.length; at += 1) {
      head = nextHead(head, events[at] as IncidentEvent)
      if ((at + 1) % STRIDE === 0) heads.push(head)
    }
    incident = undefined
  }

  /** Of events that were folded before, the lines of those that were void and are no longer, or the other way round. */
  function turned(fresh: ReadonlySet<EventId>, before: ReadonlyMap<EventId, UnfoldedBecause>, from: number) {
    const differ = new Set<EventId>()
    for (const id of [...before.keys(), ...unfolded.keys()])
      if (!fresh.has(id) && !isSame(before.get(id), unfolded.get(id))) differ.add(id)
    return differ.size === 0 ? [] : events.slice(from).filter(({ id }) => differ.has(id))
  }

  function take(batch: readonly IncidentEvent[]): number {
    const late = batch
      .filter(({ id }) => !ids.has(id) && ids.add(id))
      .map(shownEvent)
      .sort(compareEvents)
    const [first] = late
    if (first === undefined) return 0
    const from = placeOf(events, first)
    const tail = from === events.length ? late : mergedInOrder(events.splice(from), late)
    for (const event of tail) events.push(event)
    fold(from)
    const before = unfolded
    unfolded = new Map(head?.reading.unfolded.map(({ event, because }) => [event, because]))
    const again = before.size + unfolded.size === 0 ? [] : turned(new Set(late.map(({ id }) => id)), before, from)
    lines.change([...late, ...again].map(event => [event, lineOf(event, unfolded.get(event.id))]))
    return late.length
  }

  return {
    events,
    take,
    incident: () => {
      incident ??= head && incidentOf(head)
      return incident
    },
    timeline: lines.timeline,
  }
}

function isSame(a: UnfoldedBecause | undefined, b: UnfoldedBecause | undefined): boolean {
  return a?.as === b?.as && (a?.as !== 'void' || b?.as !== 'void' || a.reason === b.reason)
}

/** How many of the ordered events stand before one. Most come last, so that the end is looked at first. */
function placeOf(events: readonly IncidentEvent[], event: IncidentEvent): number {
  let [low, high] = [0, events.length]
  const last = events.at(-1)
  if (last === undefined || compareEvents(last, event) < 0) return high
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareEvents(events[middle] as IncidentEvent, event) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function mergedInOrder(a: readonly IncidentEvent[], b: readonly IncidentEvent[]): readonly IncidentEvent[] {
  // Two ordered runs: the engine's sort takes them as they are and merges them once.
  return [...a, ...b].sort(compareEvents)
}
