import { expect } from 'vitest'
import { openConflicts } from '../../src/shared/domain/claims'
import type { EventId, IncidentId } from '../../src/shared/domain/ids'
import type { EventDraft } from '../../src/shared/events/define'
import type { IncidentEvent } from '../../src/shared/events/registry'
import { openSnapshotFold } from '../../src/shared/events/snapshot-fold'
import { declared } from './folded-incident'

export type Wrote = readonly [origin: 'a' | 'b', heard: 'alone' | 'knowing', draft: EventDraft]

/**
 * What two machines wrote in the order of their clocks; `knowing`: having heard of all before. `begun` is of the first
 * machine, and both know it.
 */
function eventsOf(begun: readonly EventDraft[], wrote: readonly Wrote[]): readonly IncidentEvent[] {
  const counters = { a: 0, b: 0 }
  const logged = (origin: 'a' | 'b', draft: EventDraft, n: number, seen: object) => {
    counters[origin] += 1
    const stamp = { ms: n, n: 0, origin, counter: counters[origin], seen }
    const place = { id: `${origin}.${n}` as EventId, incident: 'i' as IncidentId, seq: n + 1, version: 1 }
    return { ...draft, ...place, recordedAt: draft.at, stamp } as unknown as IncidentEvent
  }
  const first = [declared({ severity: 'SEV-2' }), ...begun].map((draft, n) => logged('a', draft, n, {}))
  const rest = wrote.map(([origin, heard, draft], n) => {
    const seen = heard === 'knowing' ? { ...counters } : { a: first.length }
    return logged(origin, draft, first.length + n, seen)
  })
  return [...first, ...rest]
}

/** Folded as they come and the other way round: both have to be the same. */
export function mergedOf(begun: readonly EventDraft[], ...wrote: readonly Wrote[]) {
  const events = eventsOf(begun, wrote)
  const [fold, other] = [openSnapshotFold(), openSnapshotFold()]
  fold.take(events)
  for (const event of events.toReversed()) other.take([event])
  expect([other.incident(), other.timeline()]).toEqual([fold.incident(), fold.timeline()])
  const incident = fold.incident()
  if (incident === undefined) throw new Error('Nothing was folded')
  const conflicts = openConflicts(incident).map(({ about, sides }) => [about, sides.map(({ value }) => value)] as const)
  return { incident, conflicts, lines: fold.timeline().map(({ text }) => text) }
}
