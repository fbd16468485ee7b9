import { describe, expect, it } from 'vitest'
import { resendRequested } from '../../../src/main/engine/outbox/resend'
import type { QueuedItem } from '../../../src/main/engine/storage/queued-items'
import { declined, delivered, found, harness, LOOKS, neverShown, noAnswer, settled, timedOut } from './harness'

type Harness = ReturnType<typeof harness>

/** One act that timed out, and a person who says "send again" a second later. */
async function hasty(vendor: Parameters<typeof harness>[1]): Promise<Harness> {
  const h = harness([{}], vendor)
  h.start()
  await h.pass(1_000)
  expect(h.row()?.state).toBe('unknown')
  sayAgain(h)
  return h
}

function sayAgain(h: Harness): void {
  h.say(resendRequested(h.row() as QueuedItem, h.clock.now()))
}

describe('send again', () => {
  it('[OB18] looks first, and sends nothing when it is there', async () => {
    const h = await hasty({ send: [timedOut], look: [found] })
    await h.pass(0)
    expect(h.calls).toEqual(['send a0', 'look a0'])
    expect(h.row()?.state).toBe('sent')
  })

  it('[OB18] finds what arrives late, because it waits as long as the outbox itself would', async () => {
    const h = await hasty({ send: [timedOut], look: [{ found: 'absent' }, { found: 'absent' }, neverShown, found] })
    await h.pass(0, 8_000, 20_000, 29_999)
    expect(h.calls.filter(call => call === 'send a0')).toHaveLength(1)
    await h.pass(1)
    expect(h.row()?.state).toBe('sent')
    expect(h.calls.filter(call => call === 'send a0')).toHaveLength(1)
  })

  it('[OB18] takes the word of a person where the target cannot be looked up', async () => {
    const h = await hasty({ send: [timedOut, delivered], look: Array.from({ length: 4 }, () => neverShown) })
    await h.pass(0, 8_000, 20_000)
    expect(h.calls.filter(call => call === 'send a0')).toHaveLength(1)
    await h.pass(30_000)
    expect(h.calls.filter(call => call === 'send a0')).toHaveLength(2)
    expect(h.row()?.state).toBe('sent')
  })

  it('[OB18] sends nothing while a look is not answered, and says so after two minutes', async () => {
    const h = await hasty({ send: [timedOut], look: Array.from({ length: 99 }, () => noAnswer) })
    await h.pass(...Array.from({ length: 39 }, () => 3_000))
    expect(h.row()?.state).toBe('again')
    await h.pass(3_000, 3_000)
    expect(h.row()).toMatchObject({ state: 'unknown', reason: expect.stringContaining('could not be looked for') })
    expect(h.calls.filter(call => call === 'send a0')).toHaveLength(1)
  })

  it('[OB18] looks once more and then sends, when all looks are over', async () => {
    const h = harness([{}], { send: [timedOut, delivered], look: Array.from({ length: 5 }, () => neverShown) })
    h.start()
    await h.pass(...LOOKS)
    sayAgain(h)
    await h.pass(0)
    expect(h.calls.slice(-2)).toEqual(['look a0', 'send a0'])
  })

  it('[OB18] a look that was under way when the person spoke is made anew, and not forgotten', async () => {
    const { promise, resolve } = Promise.withResolvers<typeof found>()
    const h = harness([{}], { send: [timedOut], look: [promise, found] })
    h.start()
    await h.pass(3_000)
    sayAgain(h)
    resolve(found)
    await settled()
    await h.pass(0)
    expect(h.calls).toEqual(['send a0', 'look a0', 'look a0'])
    expect(h.row()?.state).toBe('sent')
  })

  it('[OB18] is never called “not done” when the vendor declines it: the first may be there', async () => {
    const h = await hasty({ send: [timedOut, declined], look: Array.from({ length: 4 }, () => neverShown) })
    await h.pass(0, ...LOOKS.slice(1))
    expect(h.row()).toMatchObject({ state: 'unknown', reason: expect.stringContaining('no such component') })
  })

  it('[OB20] tried again after it was given up, what arrived meanwhile is found and not sent', async () => {
    const h = harness([{}], { send: [timedOut], look: [found] })
    h.start()
    await h.pass(1_000)
    h.say({ state: 'failed' })
    await h.pass(3_600_000)
    expect(h.calls.filter(call => call === 'send a0')).toHaveLength(1)
    sayAgain(h)
    await h.pass(0)
    expect(h.calls.slice(-1)).toEqual(['look a0'])
    expect(h.row()?.state).toBe('sent')
  })

  it('[OB18] survives a restart', async () => {
    const h = await hasty({ send: [timedOut], look: [found] })
    h.start()
    await h.pass(0)
    expect(h.row()?.state).toBe('sent')
    expect(h.calls.filter(call => call === 'send a0')).toHaveLength(1)
  })
})

describe('acts in several requests', () => {
  it('[OB16] once tried, one that is declined later is unknown and not “not done”', async () => {
    const h = harness([{}], { send: [timedOut, declined], inSteps: true })
    h.start()
    await h.pass(...LOOKS)
    expect(h.calls.filter(call => call === 'send a0')).toHaveLength(2)
    expect(h.row()?.state).toBe('unknown')
  })

  it('[OB16] once tried, one that grew stale asks whether it is out', async () => {
    const busy = { outcome: 'refused', again: true, fault: { kind: 'unreachable', message: 'gone' } } as const
    const h = harness([{}], { send: Array.from({ length: 99 }, () => busy), inSteps: true })
    h.start()
    await h.pass(...Array.from({ length: 6 }, () => 30_000))
    expect(h.row()?.state).toBe('unknown')
  })

  it('[OB16] declined at the first try is not done', async () => {
    const h = harness([{}], { send: [declined], inSteps: true })
    h.start()
    await h.pass(0)
    expect(h.row()?.state).toBe('failed')
  })
})
