import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { tick } from '../../../src/main/engine/storage/stamp'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { compareOrder } from '../../../src/shared/events/order'
import { declared, note, openedStore, rowsOf, withStore } from '../../support/event-rows'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'

describe('[RK3] hybrid time', () => {
  it('never goes back and never stands, whatever the clock of the system does', () => {
    const clock = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2 })
    fc.assert(
      fc.property(clock, readings => {
        let time = { ms: 0, n: 0 }
        for (const now of readings) {
          const next = tick(time, now)
          expect(next.ms > time.ms || (next.ms === time.ms && next.n > time.n)).toBe(true)
          expect(next.ms).toBeGreaterThanOrEqual(now)
          time = next
        }
      }),
    )
  })

  it('orders by time, count, origin, counter and id, in this order', () => {
    const key = { ms: 5, n: 1, origin: 'b', counter: 2, id: 'x' }
    const later = [{ ms: 6 }, { n: 2 }, { origin: 'c' }, { counter: 3 }, { id: 'y' }]
    for (const one of later) expect(compareOrder(key, { ...key, ...one })).toBeLessThan(0)
    expect(compareOrder(key, { ...key })).toBe(0)
    expect(compareOrder(key, { ...key, ms: 6, n: 0, origin: 'a', counter: 1, id: 'a' })).toBeLessThan(0)
  })

  it('runs on the system’s clock where the engine’s is another one, and goes on after a restart', () => {
    const folder = scratchFolder()
    const incident = newId<IncidentId>()
    const write = (text: string, systemNow: number) =>
      withStore(folder, store => {
        const ledger = openLedger(
          store,
          keptLogger(),
          () => undefined,
          undefined,
          () => systemNow,
        )
        const events = text === '' ? [declared] : [note(text)]
        expect(ledger.commit(incident, newId(), { events }, 777_000).ok).toBe(true)
      })
    write('', 50)
    write('the clock was set back', 20)
    write('and is right again', 60)
    const times = rowsOf(openedStore(folder), incident).map(({ hlcMs, hlcN, recordedAt }) => [hlcMs, hlcN, recordedAt])
    expect(times).toEqual([
      [50, 0, 777_000],
      [50, 1, 777_000],
      [60, 0, 777_000],
    ])
  })
})
