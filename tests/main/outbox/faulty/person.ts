import type { Clock } from '../../../../src/main/engine/ports'
import { SECOND } from '../../../../src/shared/lib/time'
import { readJournals, timesDone } from './journals'
import type { Order } from './orders'

/** A person looks at what nobody can tell after this long, by the run's clock: later than the outbox's own looks. */
const LOOKS_AFTER = 90 * SECOND
const HASTE = 10 * SECOND
const LOOKS_EVERY = 15 * SECOND

export type Word = 'it-is-there' | 'send-again' | 'give-up'

export interface PersonOptions {
  readonly clock: Clock
  readonly random: () => number
  /** Where the stand-ins keep their journals, which the person looks into. */
  readonly vendors: string
  readonly say: (order: Order, word: Word) => void
}

/** Settles what stays unknown as people do: some in haste and blindly, most after a look at the vendor. */
export interface Person {
  /** Its outcome became unknown, or is known again. */
  hears(order: Order, unknown: boolean): void
  stop(): void
}

export function startPerson({ clock, random, vendors, say }: PersonOptions): Person {
  const decidesAt = new Map<Order, { readonly at: number; readonly hasty: boolean }>()
  let unarm = arm()

  function arm(): () => void {
    return clock.at(clock.now() + LOOKS_EVERY, () => {
      unarm = arm()
      const due = [...decidesAt].filter(([, { at }]) => at <= clock.now())
      if (due.length === 0) return
      const journals = readJournals(vendors)
      for (const [order, { hasty }] of due) {
        decidesAt.delete(order)
        // Of what is not there, sometimes that it need not be.
        const away = random() < 0.5 ? 'send-again' : 'give-up'
        if (hasty) say(order, 'send-again')
        else say(order, timesDone(journals, order) > 0 ? 'it-is-there' : away)
      }
    })
  }

  return {
    hears(order, unknown) {
      if (!unknown) return void decidesAt.delete(order)
      if (decidesAt.has(order)) return
      const hasty = random() < 0.4 && canBeLookedUp(order)
      decidesAt.set(order, { at: clock.now() + (hasty ? random() * HASTE : LOOKS_AFTER), hasty })
    },
    stop: () => unarm(),
  }
}

/** Blind haste is safe only where the outbox can look: of the others a person is told that it cannot. */
function canBeLookedUp(order: Order): boolean {
  return !('what' in order) || order.what.kind !== 'page-status-update'
}
