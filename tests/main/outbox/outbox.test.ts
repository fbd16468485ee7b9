import { describe, expect, it } from 'vitest'
import { handClock } from '../../support/hand-clock'
import { delivered, found, harness, LOOKS, noAnswer, notReached, settled, timedOut } from './harness'

const busy = {
  outcome: 'refused',
  again: true,
  fault: { kind: 'rate-limited', retryAfter: 7_000, message: 'slow down' },
} as const

describe('outbox', () => {
  it('[OB2] looks 3, 8, 20 and 30 s after one another, then once a minute', async () => {
    const h = harness([{}], { send: [timedOut], look: Array.from({ length: 9 }, () => noAnswer) })
    h.start()
    await h.pass()
    for (const span of [...LOOKS, 60_000, 60_000]) {
      const before = h.calls.length
      await h.pass(span - 1)
      expect(h.calls).toHaveLength(before)
      await h.pass(1)
      expect(h.calls.slice(before)).toEqual(['look a0'])
    }
  })

  it('[OB3] tries again after 2 s, then doubling up to 30 s, where the vendor names no wait', async () => {
    const h = harness([{}], { send: Array.from({ length: 99 }, () => notReached), goesStale: false })
    h.start()
    await h.pass()
    for (const span of [2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      const before = h.calls.length
      await h.pass(span - 1)
      expect(h.calls).toHaveLength(before)
      await h.pass(1)
      expect(h.calls).toHaveLength(before + 1)
    }
  })

  it('[OB4] sends nothing before its instant, and once after it', async () => {
    const h = harness([{ notBefore: handClock().now() + 5_000 }])
    h.start()
    await h.pass(4_999)
    expect(h.calls).toEqual([])
    await h.pass(1, 600_000)
    expect(h.calls).toEqual(['send a0'])
    expect(h.turns).toEqual(['a0 sending', 'a0 delivered'])
  })

  it('[OB5] after a time-out looks before anything else, and takes what it finds', async () => {
    const h = harness([{}], { send: [timedOut], look: [{ found: 'absent' }, found] })
    h.start()
    await h.pass(3_000, 8_000)
    expect(h.calls).toEqual(['send a0', 'look a0', 'look a0'])
    expect(h.turns).toEqual(['a0 sending', 'a0 unknown', 'a0 delivered'])
  })

  it('[OB6] sends again only after the last look said that it is absent', async () => {
    const h = harness([{}], { send: [timedOut, delivered], look: [noAnswer] })
    h.start()
    await h.pass(3_000, 8_000, 20_000, 29_999)
    expect(h.calls.filter(call => call === 'send a0')).toHaveLength(1)
    await h.pass(1)
    expect(h.calls).toEqual(['send a0', 'look a0', 'look a0', 'look a0', 'look a0', 'send a0'])
    expect(h.turns.at(-1)).toBe('a0 delivered')
  })

  it('[OB7] never sends again what cannot be looked up: a person decides', async () => {
    const h = harness([{}], {
      ...{ send: [timedOut], look: Array.from({ length: 20 }, () => noAnswer), goesStale: false },
    })
    h.start()
    await h.pass(...LOOKS, ...Array.from({ length: 10 }, () => 60_000))
    expect(h.calls.filter(call => call.startsWith('send'))).toHaveLength(1)
    expect(h.row()?.state).toBe('unknown')
  })

  it('[OB8] what was being sent when the process died is unknown, and is looked up first', async () => {
    const h = harness([{ state: 'sending', attempts: 1 }], { look: [found] })
    h.start()
    expect(h.turns).toEqual(['a0 unknown'])
    await h.pass(3_000)
    expect(h.calls).toEqual(['look a0'])
    expect(h.turns.at(-1)).toBe('a0 delivered')
  })

  it('[OB9] keeps the order on one target, also while one waits for a person; another target does not wait', async () => {
    const h = harness([{}, {}, { target: 'other' }], {
      send: [timedOut],
      look: Array.from({ length: 9 }, () => noAnswer),
    })
    h.start()
    await h.pass(...LOOKS, 60_000)
    expect(h.calls.filter(call => call.startsWith('send'))).toEqual(['send a0', 'send a2'])
    expect(h.rows.get('a1')?.state).toBe('waiting')
    h.say({ state: 'failed' })
    await h.pass(0)
    expect(h.rows.get('a1')?.state).not.toBe('waiting')
  })

  it('[OB10] honours the vendor’s wait', async () => {
    const h = harness([{}], { send: [busy] })
    h.start()
    await h.pass(6_999)
    expect(h.calls).toHaveLength(1)
    await h.pass(1)
    expect(h.calls).toHaveLength(2)
  })

  it('[OB11] does not send what the disk refuses to note, and does not spin', async () => {
    const h = harness([{}])
    h.setDisk(false)
    h.start()
    await h.pass()
    expect(h.calls).toEqual([])
    expect(h.counts.writes).toBe(1)
    await h.pass(4_999)
    expect(h.counts.writes).toBe(1)
    h.setDisk(true)
    await h.pass(1)
    expect(h.calls).toEqual(['send a0'])
  })

  it('[OB11] a disk that cannot be read ends nothing: it is asked again after 5 s', async () => {
    const h = harness([{}, {}])
    h.start()
    h.setReadable(false)
    await h.pass(0, 4_999)
    expect(h.calls).toEqual(['send a0'])
    h.setReadable(true)
    await h.pass(1, 0)
    expect(h.calls).toEqual(['send a0', 'send a1'])
  })

  it('[OB12] a person’s word that comes during a look stands', async () => {
    const { promise, resolve } = Promise.withResolvers<typeof found>()
    const h = harness([{ state: 'unknown', attempts: 1 }], { look: [promise] })
    h.start()
    await h.pass(0)
    expect(h.calls).toEqual(['look a0'])
    h.say({ state: 'failed' })
    resolve(found)
    await settled()
    expect(h.turns).toEqual([])
    expect(h.row()?.state).toBe('failed')
  })

  it('[OB13] after stop nothing leaves', async () => {
    const h = harness([{ notBefore: handClock().now() + 1_000 }])
    await h.start().stop()
    await h.pass(10_000)
    expect(h.calls).toEqual([])
  })

  it('[OB13] what is on its way when it stops may answer, and the next in line does not leave', async () => {
    const { promise, resolve } = Promise.withResolvers<typeof delivered>()
    const h = harness([{}, {}], { send: [promise] })
    const outbox = h.start()
    await h.pass(0)
    const stopped = outbox.stop()
    resolve(delivered)
    await stopped
    await h.pass(10_000)
    expect(h.calls).toEqual(['send a0'])
    expect(h.row()?.state).toBe('sent')
  })

  it('reads its acts once a step, though its own writes wake it', async () => {
    const h = harness([{}])
    h.start()
    const before = h.counts.readings
    await h.pass(0)
    expect(h.turns).toEqual(['a0 sending', 'a0 delivered'])
    expect(h.counts.readings - before).toBe(1)
  })
})
