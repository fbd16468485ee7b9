import { describe, expect, it } from 'vitest'
import { type Courier, type Outbox, startOutbox, type Turn } from '../../../src/main/engine/outbox/outbox'
import { STALE_AFTER } from '../../../src/main/engine/outbox/policy'
import type { LookUpOutcome, SendOutcome } from '../../../src/main/engine/outbox/types'
import type { Act } from '../../../src/main/engine/storage/acts'
import type { ActId, IncidentId } from '../../../src/shared/domain/ids'
import { handClock } from '../../support/hand-clock'
import { keptLogger } from '../../support/kept-logger'

const fault = { kind: 'timed-out', after: 10_000, message: 'no answer in 10 s' } as const
const landed = { outcome: 'landed', landed: { externalId: 'v1', url: null } } as const
const timedOut = { outcome: 'unknown', fault } as const
const busy = {
  outcome: 'refused',
  again: true,
  fault: { kind: 'rate-limited', retryAfter: 7_000, message: 'slow down' },
} as const

/** An outbox on a hand-moved clock, over a vendor that answers what the test says next. */
function harness(acts: readonly Partial<Act>[], answers: { send?: SendOutcome[]; look?: LookUpOutcome[] } = {}) {
  const clock = handClock()
  const rows = new Map(acts.map((part, n) => [`a${n}`, actNamed(`a${n}`, clock.now(), part)]))
  const turns: string[] = []
  const calls: string[] = []
  let diskWorks = true
  let asked = 0
  const courier: Courier = {
    send: async act => {
      calls.push(`send ${act.id}`)
      return answers.send?.shift() ?? landed
    },
    goesStale: () => true,
    inSteps: () => false,
    lookUp: async act => {
      calls.push(`look ${act.id}`)
      return answers.look?.shift() ?? { found: 'absent' }
    },
  }
  const start = () =>
    startOutbox({
      clock,
      courier,
      logger: keptLogger(),
      openActs: () => [...rows.values()].filter(act => ['waiting', 'sending', 'unknown'].includes(act.state)),
      readAct: id => rows.get(id),
      advance(act: Act, turn: Turn) {
        asked += 1
        if (!diskWorks) return false
        rows.set(act.id, act)
        if (turn.turn !== 'waits') turns.push(`${act.id} ${turn.turn}`)
        return true
      },
    })
  function setDisk(works: boolean): void {
    diskWorks = works
  }
  return { clock, rows, turns, calls, start, setDisk, asked: () => asked }
}

function actNamed(id: string, now: number, part: Partial<Act>): Act {
  const waiting = { state: 'waiting', notBefore: now, attempts: 0, looks: 0, reason: '', createdAt: now } as const
  return { id: id as ActId, incident: 'i' as IncidentId, target: 'page', body: '{}', ...waiting, ...part }
}

/** Lets every promise that can settle do so; the clock stands still. */
async function settle(_outbox: Outbox): Promise<void> {
  for (let round = 0; round < 20; round += 1) await Promise.resolve()
}

describe('outbox', () => {
  it('[OB4] sends nothing before its instant, and once after it', async () => {
    const h = harness([{ notBefore: handClock().now() + 5_000 }])
    const outbox = h.start()
    h.clock.advance(4_999)
    await settle(outbox)
    expect(h.calls).toEqual([])
    h.clock.advance(1)
    await settle(outbox)
    h.clock.advance(600_000)
    await settle(outbox)
    expect(h.calls).toEqual(['send a0'])
    expect(h.turns).toEqual(['a0 sending', 'a0 landed'])
  })

  it('[OB5] after a time-out looks before anything else, and takes what it finds', async () => {
    const found = { found: 'landed', landed: { externalId: 'v9', url: null } } as const
    const h = harness([{}], { send: [timedOut], look: [{ found: 'absent' }, found] })
    const outbox = h.start()
    await settle(outbox)
    for (const span of [3_000, 8_000]) {
      h.clock.advance(span)
      await settle(outbox)
    }
    expect(h.calls).toEqual(['send a0', 'look a0', 'look a0'])
    expect(h.turns).toEqual(['a0 sending', 'a0 unknown', 'a0 landed'])
  })

  it('[OB6] sends again only after every look said it is absent', async () => {
    const h = harness([{}], { send: [timedOut, landed] })
    const outbox = h.start()
    await settle(outbox)
    for (const span of [3_000, 8_000, 20_000]) {
      h.clock.advance(span)
      await settle(outbox)
    }
    await settle(outbox)
    expect(h.calls).toEqual(['send a0', 'look a0', 'look a0', 'look a0', 'send a0'])
    expect(h.turns.at(-1)).toBe('a0 landed')
  })

  it('[OB7] never sends again what cannot be looked up: a person decides', async () => {
    const h = harness([{}], {
      send: [timedOut],
      look: Array.from({ length: 20 }, () => ({ found: 'unknown', fault }) as const),
    })
    const outbox = h.start()
    await settle(outbox)
    for (let minute = 0; minute < 10; minute += 1) {
      h.clock.advance(60_000)
      await settle(outbox)
    }
    expect(h.calls.filter(call => call.startsWith('send'))).toHaveLength(1)
    expect(h.rows.get('a0')?.state).toBe('unknown')
  })

  it('[OB8] what was being sent when the process died is unknown, and is looked up first', async () => {
    const h = harness([{ state: 'sending', attempts: 1 }], {
      look: [{ found: 'landed', landed: { externalId: 'v1', url: null } }],
    })
    const outbox = h.start()
    expect(h.turns).toEqual(['a0 unknown'])
    h.clock.advance(3_000)
    await settle(outbox)
    expect(h.calls).toEqual(['look a0'])
    expect(h.turns.at(-1)).toBe('a0 landed')
  })

  it('[OB9] keeps the order on one target; another target does not wait', async () => {
    const h = harness([{}, {}, { target: 'other' }], { send: [timedOut, landed] })
    const outbox = h.start()
    await settle(outbox)
    expect(h.calls).toEqual(['send a0', 'send a2'])
    expect(h.rows.get('a1')?.state).toBe('waiting')
  })

  it('[OB10] honours the vendor’s wait, and asks a person once the post is stale', async () => {
    const h = harness([{}], { send: Array.from({ length: 99 }, () => busy) })
    const outbox = h.start()
    await settle(outbox)
    h.clock.advance(6_999)
    await settle(outbox)
    expect(h.calls).toHaveLength(1)
    for (let spent = 0; spent <= STALE_AFTER; spent += 7_000) {
      h.clock.advance(7_000)
      await settle(outbox)
    }
    expect(h.rows.get('a0')).toMatchObject({ state: 'failed', reason: expect.stringContaining('slow down') })
  })

  it('[OB11] does not send what the disk refuses to note, and does not spin', async () => {
    const h = harness([{}])
    h.setDisk(false)
    const outbox = h.start()
    await settle(outbox)
    expect(h.calls).toEqual([])
    expect(h.asked()).toBe(1)
    h.clock.advance(4_999)
    await settle(outbox)
    expect(h.asked()).toBe(1)
    h.setDisk(true)
    h.clock.advance(1)
    await settle(outbox)
    expect(h.calls).toEqual(['send a0'])
  })

  it('[OB12] a person’s word that comes during a look stands', async () => {
    const h = harness([{ state: 'unknown' }], { look: [{ found: 'landed', landed: { externalId: 'v1', url: null } }] })
    const outbox = h.start()
    const act = h.rows.get('a0')
    if (act !== undefined) h.rows.set('a0', { ...act, state: 'failed' })
    await settle(outbox)
    expect(h.turns).toEqual([])
  })

  it('[OB13] after stop nothing leaves', async () => {
    const h = harness([{ notBefore: handClock().now() + 1_000 }])
    await h.start().stop()
    h.clock.advance(10_000)
    expect(h.calls).toEqual([])
  })
})
