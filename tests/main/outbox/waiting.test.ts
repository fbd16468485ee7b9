import { describe, expect, it } from 'vitest'
import { LONGEST_TIMER, pacedClock } from '../../../src/main/engine/clock/clock'
import { dueAt, STALE_AFTER } from '../../../src/main/engine/outbox/policy'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { requestLane, type VendorRequest } from '../../../src/shared/domain/vendor-request'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { actNamed, harness, LOOKS, noAnswer, notReached, timedOut } from './harness'

const offline = Array.from({ length: 999 }, () => notReached)

describe('what waits too long', () => {
  it('[OB1] a post that could not leave for two minutes asks a person, and says why it waited', async () => {
    const h = harness([{}], { send: offline })
    h.start()
    await h.pass(...Array.from({ length: 60 }, () => 2_000))
    expect(h.row()?.state).toBe('waiting')
    await h.pass(30_000)
    expect(h.row()).toMatchObject({ state: 'failed', reason: expect.stringContaining('no network') })
    expect(h.turns.at(-1)).toBe('a0 failed')
  })

  it('[OB1] one that waits while nothing runs asks after the restart, and sends nothing', async () => {
    const h = harness([{ notBefore: 5_000 + 1_790_000_000_000 }])
    await h.start().stop()
    h.clock.advance(STALE_AFTER + 1)
    h.start()
    await h.pass(0)
    expect(h.calls).toEqual([])
    expect(h.row()).toMatchObject({ state: 'failed', reason: expect.stringContaining('Quarterdeck was not running') })
  })

  it('[OB1] one that was waiting when the computer fell asleep asks on waking, and sends nothing', async () => {
    const h = harness([{}], { send: offline })
    h.start()
    await h.pass(0)
    const before = h.calls.length
    h.clock.sleep(HOUR)
    await h.pass(0)
    expect(h.calls).toHaveLength(before)
    expect(h.row()?.state).toBe('failed')
  })

  it('[OB1] one that is being looked for when the computer falls asleep asks instead of going again', async () => {
    const h = harness([{}], { send: [timedOut] })
    h.start()
    await h.pass(1_000)
    h.clock.sleep(HOUR)
    await h.pass(0, ...LOOKS)
    expect(h.calls.filter(call => call === 'send a0')).toHaveLength(1)
    expect(h.row()).toMatchObject({ state: 'unknown', reason: expect.stringContaining('not found') })
  })

  it('[OB1] posts that wait behind one in doubt ask too, in the order in which they were asked for', async () => {
    const h = harness([{}, {}, {}], {
      send: [timedOut],
      look: Array.from({ length: 9 }, () => noAnswer),
    })
    h.start()
    await h.pass(...LOOKS, MINUTE, MINUTE)
    h.say({ state: 'failed' })
    await h.pass(0)
    expect(h.turns.slice(-2)).toEqual(['a1 failed', 'a2 failed'])
  })

  it('[OB15] what responders’ tools are told waits for hours, and goes when the network is back', async () => {
    const h = harness([{}], { send: offline.slice(0, 200), goesStale: false })
    h.start()
    await h.pass(...Array.from({ length: 250 }, () => 30_000))
    expect(h.row()?.state).toBe('sent')
  })
})

describe('a clock that was wrong', () => {
  it('[OB19] set back, nobody knows how long a post waited: it asks', async () => {
    const h = harness([{}])
    h.clock.set(h.clock.now() - HOUR)
    h.start()
    await h.pass(0)
    expect(h.calls).toEqual([])
    expect(h.row()).toMatchObject({ state: 'failed', reason: expect.stringContaining('clock was turned back') })
  })

  it('[OB19] set back, what may wait goes now and not in hours', async () => {
    const h = harness([{}], { goesStale: false })
    h.clock.set(h.clock.now() - HOUR)
    h.start()
    await h.pass(0)
    expect(h.row()?.state).toBe('sent')
  })

  it('[OB19] set back while it is looked for, the looks go on', async () => {
    const h = harness([{}], { send: [timedOut], goesStale: false })
    h.start()
    await h.pass(3_000)
    h.clock.set(h.clock.now() - 3 * HOUR)
    h.start()
    await h.pass(0)
    expect(h.calls.filter(call => call === 'look a0')).toHaveLength(2)
  })

  it('[OB19] a vendor’s wait of an hour is no wrong clock', () => {
    const act = actNamed('a', 0, { attempts: 1, notBefore: HOUR })
    expect(dueAt(act, 0, 1)).toBe(HOUR)
    expect(dueAt({ ...act, notBefore: HOUR + 1 }, 0, 1)).toBe(0)
    expect(dueAt({ ...act, notBefore: 60 * HOUR }, 0, 60)).toBe(60 * HOUR)
  })

  it('[OB19] a wait under way ends at most 30 s late when the clock is set back', () => {
    let [now, rang] = [1_000_000, 0]
    const alarms: { readonly at: number; readonly run: () => void }[] = []
    let passed = 0
    const after = (span: number, run: () => void) => {
      alarms.push({ at: passed + span, run })
      return () => undefined
    }
    const clock = pacedClock({ system: { now: () => now, after }, origin: 0, rate: 1 })
    clock.at(now + MINUTE, () => {
      rang = passed
    })
    now -= 3 * HOUR
    while (rang === 0 && passed < HOUR) {
      passed += 1_000
      now += 1_000
      for (const alarm of alarms.splice(0)) alarm.at <= passed ? alarm.run() : alarms.push(alarm)
    }
    expect(rang).toBeGreaterThanOrEqual(MINUTE)
    expect(rang).toBeLessThanOrEqual(MINUTE + LONGEST_TIMER)
  })
})

describe('what keeps its order', () => {
  const page = { connection: 'pd' as ConnectionId, page: { id: 'P1', name: 'One' } }
  const chat = { connection: 'sl' as ConnectionId, channel: { id: 'C1', name: 'room' } }

  it('[OB14] acts on one page share a queue, acts on another page or connection do not', () => {
    const note: VendorRequest = { kind: 'page-note', ...page, text: 'x' }
    expect(requestLane(note)).toBe(requestLane({ kind: 'page-resolve', ...page, resolution: '' }))
    expect(requestLane(note)).not.toBe(requestLane({ ...note, page: { id: 'P2', name: 'Two' } }))
    expect(requestLane(note)).not.toBe(requestLane({ ...note, connection: 'eu' as ConnectionId }))
  })

  it('[OB14] topic, posts and pins of one channel share a queue', () => {
    const targets = [
      requestLane({ kind: 'chat-topic', ...chat, topic: 'x' }),
      requestLane({ kind: 'chat-post', ...chat, text: 'x' }),
      requestLane({ kind: 'chat-pin', ...chat, message: '1.1' }),
    ]
    expect(new Set(targets).size).toBe(1)
  })
})
