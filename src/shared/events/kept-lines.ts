import type { EntryId } from '../domain/ids'
import type { LineChange, Timeline, TimelineEntry } from '../domain/timeline'
import { compareEvents } from './order'
import type { IncidentEvent } from './registry'

type Step = readonly [event: IncidentEvent, change: LineChange]

/** A line, and the event that added it: lines of one instant stand in the order of those. */
interface PlacedLine {
  readonly entry: TimelineEntry
  readonly added: IncidentEvent
}

export interface KeptLines {
  /** Takes what events do to their lines; an event that comes again says anew what it does. */
  change(steps: readonly (readonly [event: IncidentEvent, change: LineChange | undefined])[]): void
  timeline(): Timeline
}

/** Beyond so many lines at once, sorting all is cheaper than putting each into its place. */
const FEW = 256

/** [FO7] A timeline that knows all that was done to each line, so that a late correction makes one line anew. */
export function keptLines(): KeptLines {
  const steps = new Map<EntryId, Step[]>()
  const current = new Map<EntryId, PlacedLine>()
  let ordered: PlacedLine[] = []
  /** Of `ordered`, the lines alone: a copy of them costs least. */
  let entries: TimelineEntry[] = []
  let shown: Timeline | undefined

  function note(event: IncidentEvent, change: LineChange): EntryId {
    const id = change.change === 'added' ? change.entry.id : change.id
    const known = steps.get(id)
    const step: Step = [event, change]
    if (known === undefined) steps.set(id, [step])
    else {
      const others = known.filter(([{ id: other }]) => other !== event.id)
      steps.set(
        id,
        [...others, step].sort(([a], [b]) => compareEvents(a, b)),
      )
    }
    return id
  }

  function place(id: EntryId): void {
    const before = current.get(id)
    if (before !== undefined) replace(placeIn(ordered, before), 1)
    const line = lineAfter(steps.get(id) ?? [])
    if (line === undefined) return
    current.set(id, line)
    const last = ordered.at(-1)
    replace(last === undefined || compareLines(last, line) < 0 ? ordered.length : placeIn(ordered, line), 0, line)
  }

  function replace(at: number, gone: number, ...lines: readonly PlacedLine[]): void {
    ordered.splice(at, gone, ...lines)
    entries.splice(at, gone, ...lines.map(({ entry }) => entry))
  }

  function placeAll(ids: ReadonlySet<EntryId>): void {
    for (const id of ids) {
      const line = lineAfter(steps.get(id) ?? [])
      if (line !== undefined) current.set(id, line)
    }
    ordered = [...current.values()].sort(compareLines)
    entries = ordered.map(({ entry }) => entry)
  }

  return {
    change(changes) {
      const touched = new Set<EntryId>()
      for (const [event, change] of changes) if (change !== undefined) touched.add(note(event, change))
      if (touched.size === 0) return
      if (touched.size > FEW) placeAll(touched)
      else for (const id of touched) place(id)
      shown = undefined
    },
    timeline() {
      shown ??= entries.slice()
      return shown
    },
  }
}

/** What is changed before it is added, is not there yet. */
function lineAfter(steps: readonly Step[]): PlacedLine | undefined {
  let line: PlacedLine | undefined
  for (const [event, change] of steps) {
    if (change.change === 'added') line ??= { entry: change.entry, added: event }
    else if (line !== undefined) line = { ...line, entry: change.amend(line.entry) }
  }
  return line
}

function compareLines(a: PlacedLine, b: PlacedLine): number {
  return a.entry.occurredAt - b.entry.occurredAt || compareEvents(a.added, b.added)
}

/** How many of the ordered lines stand before one. */
function placeIn(ordered: readonly PlacedLine[], line: PlacedLine): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareLines(ordered[middle] as PlacedLine, line) < 0) low = middle + 1
    else high = middle
  }
  return low
}
