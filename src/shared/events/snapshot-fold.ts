import type { EntryId, EventId } from '../domain/ids'
import type { Incident, IncidentHead } from '../domain/incident'
import type { Timeline, TimelineEntry } from '../domain/timeline'
import type { Unfolded, UnfoldedReason } from '../domain/unfolded'
import { amendedLines, type LineStep } from './amended-lines'
import { nextHead } from './fold'
import { lineOf } from './line-of'
import { compareEvents } from './order'
import { incidentOf } from './parts/head'
import type { IncidentEvent } from './registry'
import { shownEvent } from './shown-event'

/** An incident folded from events that may come late: they are put where they belong in the order of all machines. */
export interface SnapshotFold {
  /** Undefined: it has no event yet. */
  incident(): Incident | undefined
  timeline(): Timeline
  line(id: EntryId): TimelineEntry | undefined
  /** In the order in which every machine folds them, and as they are shown. */
  readonly events: readonly IncidentEvent[]
  /** Takes events in any order; one that it has already changes nothing. */
  take(batch: readonly IncidentEvent[]): TakenEvents
}

export interface TakenEvents {
  /** Those that were new, in order, and as they are shown. */
  readonly fresh: readonly IncidentEvent[]
  /** Whether some of them belong before others that were here. */
  readonly late: boolean
  /** Lines that were rebuilt, or are gone. */
  readonly lines: ReadonlySet<EntryId>
}

const nothingTaken: TakenEvents = { fresh: [], late: false, lines: new Set() }

/** Events between two saved heads: a late event costs at most this many in addition to those after it. */
const STRIDE = 64

/**
 * [FO7] A fold that goes back no further than it must: the head after every 64th event is saved, late events are folded
 * from the one before the first of them, and of the timeline only the lines that they change are rebuilt.
 */
export function openSnapshotFold(): SnapshotFold {
  const events: IncidentEvent[] = []
  const ids = new Set<EventId>()
  /** The nth is the head after n × 64 events; there is none before the first event. */
  const heads: (IncidentHead | undefined)[] = [undefined]
  const lines = amendedLines()
  let head: IncidentHead | undefined
  let incident: Incident | undefined
  let unfolded = unfoldedOf([])

  function fold(from: number): void {
    const before = head
    const stride = Math.floor(from / STRIDE)
    heads.length = stride + 1
    head = heads[stride]
    for (let at = stride * STRIDE; at < events.length; at += 1) {
      head = nextHead(head, events[at] as IncidentEvent)
      if ((at + 1) % STRIDE === 0) heads.push(head)
    }
    if (head !== before) incident = undefined
  }

  /** Of events that were folded before, the lines of those that were void and are no longer, or the other way round. */
  function turned(fresh: ReadonlySet<EventId>, before: UnfoldedEvents, from: number): readonly LineStep[] {
    if (before.list === unfolded.list) return []
    const differ = new Set<EventId>()
    for (const id of [...before.because.keys(), ...unfolded.because.keys()])
      if (!fresh.has(id) && !isSame(before.because.get(id), unfolded.because.get(id))) differ.add(id)
    if (differ.size === 0) return []
    return events.slice(from).flatMap(event => (differ.has(event.id) ? stepOf(event, before) : []))
  }

  function stepOf(event: IncidentEvent, before?: UnfoldedEvents): LineStep {
    const change = lineOf(event, unfolded.because.get(event.id))
    return before === undefined
      ? { event, change }
      : { event, change, before: lineOf(event, before.because.get(event.id)) }
  }

  function take(batch: readonly IncidentEvent[]): TakenEvents {
    const fresh = batch
      .filter(({ id }) => !ids.has(id) && ids.add(id))
      .map(shownEvent)
      .sort(compareEvents)
    const [first] = fresh
    if (first === undefined) return nothingTaken
    const from = placeOf(events, first)
    const late = from < events.length
    const tail = late ? mergedInOrder(events.splice(from), fresh) : fresh
    for (const event of tail) events.push(event)
    fold(from)
    const before = unfolded
    if (head !== undefined && head.reading.unfolded !== before.list) unfolded = unfoldedOf(head.reading.unfolded)
    const again = turned(new Set(fresh.map(({ id }) => id)), before, from)
    return { fresh, late, lines: lines.change([...fresh.map(event => stepOf(event)), ...again]) }
  }

  return {
    events,
    take,
    incident: () => {
      incident ??= head && incidentOf(head)
      return incident
    },
    timeline: lines.timeline,
    line: lines.line,
  }
}

interface UnfoldedEvents {
  readonly list: readonly Unfolded[]
  readonly because: ReadonlyMap<EventId, UnfoldedReason>
}

function unfoldedOf(list: readonly Unfolded[]): UnfoldedEvents {
  return { list, because: new Map(list.map(({ event, because }) => [event, because])) }
}

function isSame(a: UnfoldedReason | undefined, b: UnfoldedReason | undefined): boolean {
  return a?.as === b?.as && (a?.as !== 'void' || b?.as !== 'void' || a.reason === b.reason)
}

/** How many of the ordered events come before one. Most come last, so the end is checked first. */
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
