import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../../src/shared/domain/ids'
import { entryAdded } from '../../../src/shared/events/entry-added'
import { foldEvents } from '../../../src/shared/events/fold'
import { incidentDeclared } from '../../../src/shared/events/incident-declared'
import type { IncidentEvent } from '../../../src/shared/events/registry'
import { openReplay } from '../../../src/shared/events/replay'
import { severityChanged } from '../../../src/shared/events/severity-changed'
import { statusChanged } from '../../../src/shared/events/status-changed'
import { dana } from '../../support/engine-parts'

const declared = { title: 'Cards fail', severity: 'SEV-3', impact: '', drill: false, page: null } as const

/** A log of so many lines with a turn now and then; the nth event is recorded at its second, a few a little early. */
function logOf(lines: number): readonly IncidentEvent[] {
  const drafts = [
    incidentDeclared.draft(declared, 0, dana),
    ...Array.from({ length: lines }, (_, n) => {
      if (n % 100 === 50) return severityChanged.draft({ from: 'SEV-3', to: 'SEV-2', reason: '' }, n, dana)
      return entryAdded.draft({ entry: newId(), kind: 'note', text: `line ${n}`, pinned: false }, n, dana)
    }),
    statusChanged.draft({ from: 'investigating', to: 'resolved', reason: 'over' }, lines, dana),
  ]
  return drafts.map((draft, at) => {
    const recordedAt = at * 1_000 - (at % 7 === 3 ? 1_500 : 0)
    return { ...draft, id: `r.${at}`, incident: 'i', seq: at + 1, version: 1, recordedAt } as unknown as IncidentEvent
  })
}

describe('[RY1] a replay', () => {
  const events = logOf(1_500)
  const replay = openReplay(events)

  it('has at each moment the record that the events up to it make, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: events.length }), { minLength: 1, maxLength: 6 }), counts => {
        for (const count of counts) {
          const { incident, timeline } = replay.recordAt(count)
          const plain = foldEvents(undefined, events.slice(0, count))
          expect(incident).toEqual(plain?.incident)
          expect(timeline).toEqual(plain?.timeline)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('never goes backwards, and an event is there from the moment at which it was recorded', () => {
    let before = Number.NEGATIVE_INFINITY
    for (let count = 1; count <= events.length; count += 1) {
      const at = replay.momentOf(count)
      expect(at).toBeGreaterThanOrEqual(before)
      expect(replay.countAt(at)).toBeGreaterThanOrEqual(count)
      before = at
    }
    expect(replay.countAt(replay.from - 1)).toBe(1)
    expect(replay.countAt(replay.to)).toBe(events.length)
    expect(replay.recordAt(1).timeline).toHaveLength(1)
  })

  it('names its turns, the first and the last of them its declaration and its end', () => {
    expect(replay.marks[0]).toMatchObject({ count: 1, text: expect.stringContaining('Declared') })
    expect(replay.marks.at(-1)).toMatchObject({ count: events.length, text: expect.stringContaining('resolved') })
    expect(replay.marks).toHaveLength(2 + 15)
  })

  it('jumps anywhere in a long log in the time of a frame or two', () => {
    const long = openReplay(logOf(20_000))
    long.recordAt(20_000)
    const spans = Array.from({ length: 30 }, (_, n) => {
      const began = performance.now()
      long.recordAt(1 + ((n * 7_919) % 20_000))
      return performance.now() - began
    })
    expect(spans.toSorted((a, b) => a - b)[15]).toBeLessThan(50)
  })
})
