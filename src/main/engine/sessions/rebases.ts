import { isDeepStrictEqual } from 'node:util'
import type { EntryId, IncidentId, Seq } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { lineChanges } from '../../../shared/events/fold'
import type { Rebase } from '../../../shared/events/rebase'
import type { Committed } from '../record/ledger'
import type { LiveRecord } from '../record/live-record'

/** What late events changed, gathered for a moment: a carrier brings them in many small batches. */
export interface Rebases {
  /** True: it is pushed with what late events changed, not by itself. */
  takes(committed: Committed): boolean
  stop(): void
}

/** [FO8] Late batches that arrive within this time are pushed as one. */
const GATHER = 50

interface Gathered {
  readonly before: Incident
  readonly after: Seq
  readonly lines: Set<EntryId>
  /** As it is after the last of them: one that is read again is another object. */
  record: LiveRecord
  readonly timer: NodeJS.Timeout
}

export function openRebases(tell: (rebase: Rebase) => void): Rebases {
  const waiting = new Map<IncidentId, Gathered>()

  function flush(incident: IncidentId): void {
    const gathered = waiting.get(incident)
    if (gathered === undefined) return
    clearTimeout(gathered.timer)
    waiting.delete(incident)
    tell(rebaseOf(incident, gathered))
  }

  function begin({ incident, after, record }: Committed, before: Incident): Gathered {
    const timer = setTimeout(() => flush(incident), GATHER)
    timer.unref()
    const gathered = { before, after, record, lines: new Set<EntryId>(), timer }
    waiting.set(incident, gathered)
    return gathered
  }

  return {
    takes(committed) {
      const { incident, rebased, record } = committed
      const known = waiting.get(incident)
      if (rebased === undefined) {
        if (known === undefined) return false
        for (const id of linesOf(committed)) known.lines.add(id)
        // The person who typed it waits for it.
        known.record = record
        flush(incident)
        return true
      }
      const gathered = known ?? begin(committed, rebased.before)
      gathered.record = record
      for (const id of rebased.lines) gathered.lines.add(id)
      return true
    },
    stop() {
      for (const { timer } of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}

function linesOf({ events, record }: Committed): readonly EntryId[] {
  return lineChanges(events, record.incident).map(change => (change.change === 'added' ? change.entry.id : change.id))
}

function rebaseOf(incident: IncidentId, { before, after, lines: changed, record }: Gathered): Rebase {
  const timeline = record.timeline()
  const lines = timeline.flatMap((entry, at) => (changed.has(entry.id) ? [{ at, entry }] : []))
  const there = new Set(lines.map(({ entry }) => entry.id))
  const gone = [...changed].filter(id => !there.has(id))
  const fields = Object.entries(record.incident).filter(
    ([name, value]) => !isDeepStrictEqual(value, before[name as keyof Incident]),
  )
  return {
    ...{ incident, after, seq: record.seq, head: Object.fromEntries(fields), gone, lines },
    count: timeline.length,
  }
}
