import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runningDeadlines } from '../../src/shared/domain/deadlines'
import { foldEvents } from '../../src/shared/events/fold'
import type { IncidentEvent } from '../../src/shared/events/registry'
import { openSnapshotFold } from '../../src/shared/events/snapshot-fold'
import { replicatedLog } from '../support/replicated-log'

/** A log, and the same events in another order, cut into batches. */
const delivery = replicatedLog.chain(log =>
  fc.record({
    log: fc.constant(log),
    order: fc.shuffledSubarray([...log.keys()], { minLength: log.length }),
    size: fc.integer({ min: 1, max: 12 }),
  }),
)

function delivered(log: readonly IncidentEvent[], order: readonly number[], size: number) {
  const fold = openSnapshotFold()
  for (let from = 0; from < order.length; from += size)
    fold.take(order.slice(from, from + size).flatMap(at => log[at] ?? []))
  return fold
}

describe('[FO7] events of several machines', () => {
  it('give the same head and timeline in whatever order and batches they come, as folded in their order', () => {
    fc.assert(
      fc.property(delivery, ({ log, order, size }) => {
        const fold = delivered(log, order, size)
        const whole = foldEvents(undefined, log)
        expect(fold.events).toEqual(log)
        expect(fold.incident()).toEqual(whole?.incident)
        expect(fold.timeline()).toEqual(whole?.timeline)
        expect(fold.incident()?.unfolded.filter(({ because }) => because.as === 'failed')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('that come twice change nothing', () => {
    fc.assert(
      fc.property(delivery, ({ log, order, size }) => {
        const fold = delivered(log, order, size)
        const before = [fold.incident(), fold.timeline()]
        expect(fold.take(log)).toMatchObject({ fresh: [], late: false })
        expect([fold.incident() === before[0], fold.timeline() === before[1]]).toEqual([true, true])
      }),
      { numRuns: 50 },
    )
  })

  it('leave a resolved incident without a clock, and a role with one holder', () => {
    fc.assert(
      fc.property(delivery, ({ log, order, size }) => {
        const incident = delivered(log, order, size).incident()
        if (incident?.status !== 'resolved') return
        expect([incident.checkpoint, incident.nextUpdateDueAt, runningDeadlines(incident)]).toEqual([
          { state: 'off' },
          null,
          [],
        ])
      }),
      { numRuns: 300 },
    )
  })

  it.each([1, 63, 64, 65, 128, 200])('that come late to a log of %d are folded where they belong', length => {
    const [some] = fc.sample(replicatedLog, { numRuns: 1, seed: length })
    const log = longer(some ?? [], length)
    for (const late of [0, 1, Math.floor(length / 2), length - 1]) {
      const fold = openSnapshotFold()
      fold.take(log.filter((_, at) => at !== late))
      fold.take(log.slice(late, late + 1))
      expect({ incident: fold.incident(), timeline: fold.timeline() }).toEqual({
        incident: foldEvents(undefined, log)?.incident,
        timeline: foldEvents(undefined, log)?.timeline,
      })
    }
  })
})

/** The log, and after it lines of its first machine until it is as long. */
function longer(log: readonly IncidentEvent[], length: number): readonly IncidentEvent[] {
  const cut = log.slice(0, length)
  const more = Array.from({ length: length - cut.length }, (_, n) => {
    const stamp = { ms: 1_000 + n, n: 0, origin: 'a', counter: 1_000 + n, seen: {} }
    const body = { entry: `more-${n}`, kind: 'note', text: `more ${n}`, pinned: false }
    return { ...cut[0], kind: 'entry-added', body, id: `a.more-${n}`, at: n, stamp } as unknown as IncidentEvent
  })
  return [...cut, ...more]
}
