import { describe, expect, it } from 'vitest'
import type { PlaceOutcome } from '../../../src/main/engine/outbox/types'
import { fault, harness, settled } from './harness'

const there = { externalId: 'p1', name: 'Payments fail', status: 'identified', openedAt: 1, lastUpdate: 'We know' }
const found: PlaceOutcome = { place: 'found', publicIncident: there, by: 'marker' }
const several: PlaceOutcome = { place: 'open', reason: 'two fit', candidates: [there, { ...there, externalId: 'p2' }] }
const noAnswer: PlaceOutcome = { place: 'unknown', fault, forGood: false }

describe('where an update goes', () => {
  it('[UP5] is on disk before it leaves', async () => {
    const h = harness([{}], { place: [found] })
    h.start()
    await h.pass(0)
    expect(h.turns).toEqual(['a0 placed', 'a0 sending', 'a0 delivered'])
  })

  it('[UP5] does not leave when the disk refuses to keep where', async () => {
    const h = harness([{}], { place: [found] })
    h.setDisk(false)
    h.start()
    await h.pass(0)
    expect(h.calls).toEqual([])
  })

  it('[UP6] is asked where it cannot be known, nothing leaves, and nothing overtakes it', async () => {
    const h = harness([{}, {}], { place: [several] })
    h.start()
    await h.pass(0, 60_000, 60_000, 60_000)
    expect(h.turns).toEqual(['a0 asks'])
    expect(h.calls).toEqual([])
    expect(h.row()).toMatchObject({ state: 'asking', reason: 'two fit' })
  })

  it('[UP6] is asked still after a restart', async () => {
    const h = harness([{}], { place: [several] })
    h.start()
    await h.pass(0)
    h.start()
    await h.pass(0, 60_000)
    expect(h.row()?.state).toBe('asking')
    expect(h.calls).toEqual([])
  })

  it('[UP6] is asked at once where the page may not be read', async () => {
    const h = harness([{}], { place: [{ place: 'unknown', fault, forGood: true }] })
    h.start()
    await h.pass(0)
    expect(h.row()).toMatchObject({ state: 'asking', reason: expect.stringContaining(fault.message) })
    expect(h.calls).toEqual([])
  })

  it('[UP5] waits while the page does not answer, then is looked for again', async () => {
    const h = harness([{}], { place: [noAnswer, noAnswer, found] })
    h.start()
    await h.pass(0, 2_000)
    expect(h.calls).toEqual([])
    await h.pass(4_000)
    expect(h.turns).toEqual(['a0 placed', 'a0 sending', 'a0 delivered'])
  })

  it('[UP5] waits two minutes at most, then it surely did not leave', async () => {
    const h = harness([{}], { place: Array.from({ length: 99 }, () => noAnswer) })
    h.start()
    await h.pass(...Array.from({ length: 7 }, () => 30_000))
    expect(h.row()?.state).toBe('failed')
    expect(h.calls).toEqual([])
  })

  it('[UP5] what is called back while it is looked for does not leave', async () => {
    const { promise, resolve } = Promise.withResolvers<PlaceOutcome>()
    const h = harness([{}], { place: [promise] })
    h.start()
    await h.pass(0)
    h.say({ state: 'cancelled' })
    resolve(found)
    await settled()
    expect(h.row()?.state).toBe('cancelled')
    expect(h.calls).toEqual([])
  })
})
