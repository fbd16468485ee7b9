import type { EntryId } from '../domain/ids'
import type { LineChange, Timeline, TimelineEntry } from '../domain/timeline'
import { compareEvents } from './order'
import type { IncidentEvent } from './registry'

type Step = readonly [event: IncidentEvent, change: LineChange]

/** A line, and the event that added it: lines of one instant have the order of these events. */
interface PlacedLine {
  readonly entry: TimelineEntry
  readonly added: IncidentEvent
}

/** What an event does to its line. `before` is what it did as the fold had it until now: absent, where it is new. */
export interface LineStep {
  readonly event: IncidentEvent
  readonly change: LineChange | undefined
  readonly before?: LineChange | undefined
}

export interface AmendedLines {
  /** Returns the ids of the lines that were rebuilt, or are gone. */
  change(steps: readonly LineStep[]): ReadonlySet<EntryId>
  line(id: EntryId): TimelineEntry | undefined
  timeline(): Timeline
}

/** Beyond so many lines at once, sorting all is cheaper than putting each into its place. */
const FEW = 256

/** [FO7] A timeline that knows all that was done to each line, so that a late correction rebuilds one line. */
export function amendedLines(): AmendedLines {
  const steps = new Map<EntryId, Step[]>()
  const current = new Map<EntryId, PlacedLine>()
  let ordered: PlacedLine[] = []
  /** Of `ordered`, the lines alone: a copy of them costs least. */
  let entries: TimelineEntry[] = []
  let shown: Timeline | undefined

  function forget(event: IncidentEvent, change: LineChange): EntryId {
    const id = lineIn(change)
    steps.set(
      id,
      (steps.get(id) ?? []).filter(([{ id: other }]) => other !== event.id),
    )
    return id
  }

  function note(event: IncidentEvent, change: LineChange): EntryId {
    const id = lineIn(change)
    const known = steps.get(id)
    const step: Step = [event, change]
    steps.set(id, known === undefined ? [step] : [...known, step].sort(([a], [b]) => compareEvents(a, b)))
    return id
  }

  function place(id: EntryId): void {
    const before = current.get(id)
    if (before !== undefined) replace(placeIn(ordered, before), 1)
    const line = remade(id)
    if (line === undefined) return
    const last = ordered.at(-1)
    replace(last === undefined || compareLines(last, line) < 0 ? ordered.length : placeIn(ordered, line), 0, line)
  }

  function remade(id: EntryId): PlacedLine | undefined {
    const line = lineAfter(steps.get(id) ?? [])
    if (line === undefined) current.delete(id)
    else current.set(id, line)
    return line
  }

  function replace(at: number, gone: number, ...lines: readonly PlacedLine[]): void {
    ordered.splice(at, gone, ...lines)
    entries.splice(at, gone, ...lines.map(({ entry }) => entry))
  }

  function placeAll(ids: ReadonlySet<EntryId>): void {
    for (const id of ids) remade(id)
    ordered = [...current.values()].sort(compareLines)
    entries = ordered.map(({ entry }) => entry)
  }

  return {
    change(changes) {
      const touched = new Set<EntryId>()
      for (const { event, change, before } of changes) {
        if (before !== undefined) touched.add(forget(event, before))
        if (change !== undefined) touched.add(note(event, change))
      }
      if (touched.size === 0) return touched
      if (touched.size > FEW) placeAll(touched)
      else for (const id of touched) place(id)
      shown = undefined
      return touched
    },
    line: id => current.get(id)?.entry,
    timeline() {
      shown ??= entries.slice()
      return shown
    },
  }
}

function lineIn(change: LineChange): EntryId {
  return change.change === 'added' ? change.entry.id : change.id
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

/** How many of the ordered lines come before one. */
function placeIn(ordered: readonly PlacedLine[], line: PlacedLine): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareLines(ordered[middle] as PlacedLine, line) < 0) low = middle + 1
    else high = middle
  }
  return low
}
