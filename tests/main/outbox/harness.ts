import { type Outbox, startOutbox } from '../../../src/main/engine/outbox/outbox'
import type { ItemOutcome } from '../../../src/main/engine/outbox/transitions'
import type {
  CopiesOutcome,
  OutboxSender,
  PlaceOutcome,
  SendOutcome,
  VerificationOutcome,
} from '../../../src/main/engine/outbox/types'
import type { QueuedItem } from '../../../src/main/engine/storage/queued-items'
import type { IncidentId, OutboxItemId } from '../../../src/shared/domain/ids'
import type { Millis } from '../../../src/shared/lib/time'
import { handClock } from '../../support/hand-clock'
import { allInEnglish } from '../../support/in-english'
import { keptLogger } from '../../support/kept-logger'

export const fault = { kind: 'timed-out', after: 10_000, message: 'no answer in 10 s' } as const
export const delivered = { outcome: 'delivered', delivered: { externalId: 'v1', url: null } } as const
export const timedOut = { outcome: 'unknown', fault } as const
export const declined = {
  outcome: 'refused',
  again: false,
  fault: { kind: 'vendor-error', status: 422, message: 'no such component' },
} as const
export const notReached = {
  outcome: 'refused',
  again: true,
  fault: { kind: 'unreachable', message: 'no network' },
} as const
export const absent = { found: 'absent' } as const
export const noAnswer = { found: 'unknown', fault, forGood: false } as const
export const neverShown = { found: 'unknown', fault, forGood: true } as const
export const found = { found: 'delivered', delivered: { externalId: 'v9', url: null } } as const

/** The spans of [OB2], one after the other. */
export const LOOKS: readonly Millis[] = [3_000, 8_000, 20_000, 30_000]

interface Vendor {
  readonly send?: readonly (SendOutcome | Promise<SendOutcome>)[]
  readonly look?: readonly (VerificationOutcome | Promise<VerificationOutcome>)[]
  readonly place?: readonly (PlaceOutcome | Promise<PlaceOutcome>)[]
  readonly copies?: readonly (CopiesOutcome | Promise<CopiesOutcome>)[]
  readonly goesStale?: boolean
  readonly inSteps?: boolean
}

/** An outbox on a hand-moved clock, over a vendor that answers what the test says next: else delivered, and absent. */
export function harness(acts: readonly Partial<QueuedItem>[], vendor: Vendor = {}) {
  const clock = handClock()
  const rows = new Map(acts.map((part, n) => [`a${n}`, actNamed(`a${n}`, clock.now(), { place: n + 1, ...part })]))
  const [sends, looks, places] = [[...(vendor.send ?? [])], [...(vendor.look ?? [])], [...(vendor.place ?? [])]]
  const copies = [...(vendor.copies ?? [])]
  const [turns, calls]: [string[], string[]] = [[], []]
  const counts = { writes: 0, readings: 0 }
  let diskWorks = true
  let readable = true
  let running: Outbox | undefined
  const courier: OutboxSender = {
    place: async () => places.shift() ?? { place: 'settled' },
    send: async act => {
      calls.push(`send ${act.id}`)
      return sends.shift() ?? delivered
    },
    verify: async act => {
      calls.push(`look ${act.id}`)
      return looks.shift() ?? absent
    },
    findCopies: async act => {
      calls.push(`verify ${act.id}`)
      return copies.shift() ?? { look: 'seen', copies: [] }
    },
    goesStale: () => vendor.goesStale ?? true,
    inSteps: () => vendor.inSteps ?? false,
  }
  /** Starts it; called again, as after a restart: the one before does nothing more. */
  function start(): Outbox {
    void running?.stop()
    running = undefined
    const outbox = startOutbox({
      ...{ clock, sender: courier, logger: keptLogger(), readQueuedItem: id => rows.get(id) },
      openItems() {
        counts.readings += 1
        if (!readable) throw new Error('disk I/O error')
        return [...rows.values()].filter(act => !['sent', 'failed', 'cancelled'].includes(act.state))
      },
      itemsToCheck: () => [...rows.values()].filter(act => act.state === 'sent' && act.mayBeTwice === 1),
      advance(act: QueuedItem, turn: ItemOutcome) {
        counts.writes += 1
        if (!diskWorks) return false
        rows.set(act.id, act)
        if (turn.outcome !== 'waits') turns.push(`${act.id} ${turn.outcome}`)
        // As the engine does: every commit that changes acts wakes it.
        running?.wake()
        return true
      },
    })
    running = outbox
    return outbox
  }
  return {
    ...{ clock, rows, turns, calls, counts, start },
    /** Its reason in English. */
    row: () => allInEnglish(rows.get('a0')),
    setDisk(works: boolean) {
      diskWorks = works
    },
    setReadable(works: boolean) {
      readable = works
    },
    /** Moves the clock by each span, and lets what became due be done. */
    async pass(...spans: readonly Millis[]) {
      await settled()
      for (const span of spans) {
        clock.advance(span)
        await settled()
      }
    },
    /** A person's word: the row changes, and the engine wakes the outbox. */
    say(change: Partial<QueuedItem>) {
      const act = rows.get('a0')
      if (act !== undefined) rows.set('a0', { ...act, ...change })
      running?.wake()
    },
  }
}

export function actNamed(id: string, now: number, part: Partial<QueuedItem>): QueuedItem {
  const waiting = {
    state: 'waiting',
    notBefore: now,
    attempts: 0,
    looks: 0,
    reason: '',
    createdAt: now,
    mayBeTwice: 0,
    place: 1,
    origin: 'ours',
  } as const
  return { id: id as OutboxItemId, incident: 'i' as IncidentId, target: 'page', body: '{}', ...waiting, ...part }
}

/** Lets every promise that can settle do so; the clock stands still. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await Promise.resolve()
}
