import type { Clock } from '../../../../src/main/engine/ports'
import { SECOND } from '../../../../src/shared/lib/time'
import type { State } from './engine-messages'
import { publicIncidentsOf, readJournals, timesDone } from './journals'
import type { Order } from './orders'

/** A person looks at what nobody can tell after this long, by the run's clock: later than the outbox's own looks. */
const LOOKS_AFTER = 90 * SECOND
const HASTE = 10 * SECOND
const LOOKS_EVERY = 15 * SECOND

export type Word = 'it-is-there' | 'send-again' | 'give-up' | 'new' | 'look-again'

export interface PersonOptions {
  readonly clock: Clock
  readonly random: () => number
  /** Where the stand-ins keep their journals, which the person looks into. */
  readonly vendors: string
  readonly say: (order: Order, word: Word) => void
}

/** Settles what stays unknown as people do: some in haste and blindly, most after a look at the vendor. */
export interface Person {
  /** How it stands now: unknown and held back ones need a word. */
  hears(order: Order, state: State): void
  stop(): void
}

export function startPerson({ clock, random, vendors, say }: PersonOptions): Person {
  const decidesAt = new Map<Order, { readonly at: number; readonly hasty: boolean; readonly asking: boolean }>()
  let unarm = arm()

  function arm(): () => void {
    return clock.at(clock.now() + LOOKS_EVERY, () => {
      unarm = arm()
      const due = [...decidesAt].filter(([, { at }]) => at <= clock.now())
      if (due.length === 0) return
      const journals = readJournals(vendors)
      for (const [order, { hasty, asking }] of due) {
        decidesAt.delete(order)
        if (asking) {
          say(order, publicIncidentsOf(journals, order.incident).length > 0 ? 'look-again' : 'new')
          continue
        }
        // Of what is not there, sometimes that it need not be.
        const away = random() < 0.5 ? 'send-again' : 'give-up'
        if (hasty) say(order, 'send-again')
        else say(order, timesDone(journals, order) > 0 ? 'it-is-there' : away)
      }
    })
  }

  return {
    hears(order, state) {
      const asking = state === 'asking'
      if (state !== 'unknown' && !asking) return void decidesAt.delete(order)
      if (decidesAt.has(order)) return
      const hasty = random() < 0.4 && canBeLookedUp(order)
      decidesAt.set(order, { at: clock.now() + (hasty || asking ? random() * HASTE : LOOKS_AFTER), hasty, asking })
    },
    stop: () => unarm(),
  }
}

/** Blind haste is safe only where the outbox can look: of the others a person is told that it cannot. */
function canBeLookedUp(order: Order): boolean {
  return !('what' in order) || order.what.kind !== 'page-status-update'
}
