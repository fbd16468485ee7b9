import { describe, expect, it } from 'vitest'
import { afterCopyCheck } from '../../../src/main/engine/outbox/copy-check'
import { confirmedDone, resendRequested } from '../../../src/main/engine/outbox/resend'
import type { QueuedItem } from '../../../src/main/engine/storage/queued-items'
import { MINUTE } from '../../../src/shared/lib/time'
import {
  actNamed,
  declined,
  delivered,
  found,
  harness,
  LOOKS,
  neverShown,
  notReached,
  settled,
  timedOut,
} from '../../main/outbox/harness'

const copy = (externalId: string) => ({ externalId, url: null })
const once = { look: 'seen', copies: [copy('v1')] } as const
const twice = { look: 'seen', copies: [copy('v1'), copy('v2')] } as const
const later = { look: 'later' } as const
/** From one verification to the next: they come 1, 3, 6 and 10 minutes after delivery. */
const SPANS = [MINUTE, 2 * MINUTE, 3 * MINUTE, 4 * MINUTE]

type Vendor = Parameters<typeof harness>[1]

/** One item that timed out, was not found, and was sent again. */
async function sentAgain(vendor: Vendor = {}) {
  const h = harness([{}], { send: [timedOut, delivered], ...vendor })
  h.start()
  await h.pass(...LOOKS)
  expect(h.calls.filter(call => call === 'send a0')).toHaveLength(2)
  expect(h.row()?.state).toBe('sent')
  return { ...h, verified: () => h.calls.filter(call => call.startsWith('verify')).length }
}

describe('[OB21] an item that was sent more than once', () => {
  it('is verified 1, 3, 6 and 10 minutes after delivery, and then never again', async () => {
    const h = await sentAgain({ copies: [once, once, once, once] })
    for (const [index, span] of SPANS.entries()) {
      await h.pass(span - 1)
      expect(h.verified()).toBe(index)
      await h.pass(1)
      expect(h.verified()).toBe(index + 1)
    }
    await h.pass(...Array.from({ length: 20 }, () => 10 * MINUTE))
    expect(h.verified()).toBe(4)
    expect(h.turns).not.toContain('a0 twice')
    expect(h.row()).toMatchObject({ state: 'sent', mayBeTwice: 0 })
  })

  it('is told of once, stays delivered, and nothing more is sent', async () => {
    const h = await sentAgain({ copies: [once, twice, twice] })
    await h.pass(...SPANS, ...SPANS)
    expect(h.turns.filter(turn => turn === 'a0 twice')).toHaveLength(1)
    expect(h.verified()).toBe(2)
    expect(h.row()).toMatchObject({ state: 'sent', mayBeTwice: 0 })
    expect(h.calls.filter(call => call === 'send a0')).toHaveLength(2)
  })

  it('goes on where it was after a restart, and is not told of again', async () => {
    const h = await sentAgain({ copies: [once, twice, twice] })
    await h.pass(MINUTE)
    h.start()
    await h.pass(2 * MINUTE)
    h.start()
    await h.pass(...SPANS)
    expect(h.turns.filter(turn => turn === 'a0 twice')).toHaveLength(1)
    expect(h.verified()).toBe(2)
  })

  it('is verified at once where Quarterdeck was not running when it was due', async () => {
    const h = await sentAgain({ copies: [twice] })
    await h.start().stop()
    await h.pass(3 * 60 * MINUTE)
    h.start()
    await h.pass(0)
    expect(h.turns).toContain('a0 twice')
  })

  it('has its last verification answered, for about an hour at most', async () => {
    const h = await sentAgain({ copies: Array.from({ length: 99 }, () => later) })
    await h.pass(...SPANS)
    expect(h.row()?.mayBeTwice).toBe(1)
    await h.pass(...Array.from({ length: 99 }, () => 4 * MINUTE))
    expect(h.verified()).toBe(18)
    expect(h.row()).toMatchObject({ state: 'sent', mayBeTwice: 0 })
  })

  it('is found by the answer that came late', async () => {
    const h = await sentAgain({ copies: [later, later, later, later, twice] })
    await h.pass(...SPANS, 4 * MINUTE)
    expect(h.turns).toContain('a0 twice')
  })

  it('is not verified any more where the connection is gone or cannot show it', async () => {
    const h = await sentAgain({ copies: [{ look: 'never' }, twice] })
    await h.pass(...SPANS)
    expect(h.verified()).toBe(1)
    expect(h.turns).not.toContain('a0 twice')
  })

  it('is verified when a person had it sent again, or said that it is out', async () => {
    const looks = Array.from({ length: 4 }, () => neverShown)
    const h = harness([{}], { send: [timedOut, timedOut], look: looks, copies: [twice] })
    h.start()
    await h.pass(1_000)
    h.say(resendRequested(h.row() as QueuedItem, h.clock.now()))
    await h.pass(0, ...LOOKS.slice(1))
    expect(h.row()).toMatchObject({ state: 'unknown', mayBeTwice: 1 })
    h.say(confirmedDone(h.row() as QueuedItem, h.clock.now()))
    await h.pass(0)
    expect(h.turns).toContain('a0 twice')
  })

  it('holds up nothing on its target while it is verified', async () => {
    const { promise, resolve } = Promise.withResolvers<typeof once>()
    const sent = { state: 'sent', mayBeTwice: 1, attempts: 2 } as const
    const h = harness([sent, sent, {}], { copies: [promise, once] })
    h.start()
    await h.pass(0)
    // One after the other: many that came back after an outage are no burst of requests.
    expect(h.calls).toEqual(expect.arrayContaining(['verify a0', 'send a2']))
    expect(h.calls).not.toContain('verify a1')
    resolve(once)
    await settled()
    await h.pass(0)
    expect(h.calls).toContain('verify a1')
  })

  it('is not asked for in haste where the disk refuses what was found', async () => {
    const h = await sentAgain({ copies: Array.from({ length: 9 }, () => twice) })
    h.setDisk(false)
    await h.pass(MINUTE, ...Array.from({ length: 47 }, () => 5_000))
    expect(h.verified()).toBe(1)
    h.setDisk(true)
    await h.pass(5_000)
    expect(h.turns.filter(turn => turn === 'a0 twice')).toHaveLength(1)
  })
})

it.each([
  ['delivered at once', { send: [delivered] }, []],
  ['found after a time-out', { send: [timedOut], look: [found] }, [3_000]],
  ['surely not done at first, and sent again', { send: [notReached, notReached, delivered] }, [2_000, 4_000]],
  ['declined', { send: [declined] }, []],
] as const)('[OB21] an item that was %s costs no request more', async (_name, vendor, spans) => {
  const h = harness([{}], vendor)
  h.start()
  await h.pass(...spans, ...SPANS, ...SPANS)
  expect(h.calls.filter(call => call.startsWith('verify'))).toEqual([])
})

it.each([0, 1, 2, 3, 4, 17, 18, 500])('[OB21] verification %i never changes the state of what is delivered', looks => {
  const act = actNamed('a', 0, { state: 'sent', looks, mayBeTwice: 1 })
  const ground = { now: 0, rate: 1, goesStale: true, inSteps: false }
  for (const outcome of [once, twice, later, { look: 'never' } as const, { look: 'seen', copies: [] } as const]) {
    expect(afterCopyCheck(act, outcome, ground).item.state).toBe('sent')
  }
})
