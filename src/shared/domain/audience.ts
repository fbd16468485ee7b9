import { dropControls } from '../lib/controls'
import { isForCustomers, readersOf } from './channels/channel-kinds'
import { personKey } from './people'

/** Who reads a message: customers, the people of one's own house, or those of them whom the team named, as `named:Leadership`. */
export type Audience = 'customers' | 'colleagues' | NamedAudience
export type NamedAudience = `named:${string}`

const NAMED = 'named:'

/** The name that the team gave it; null: it is customers, or colleagues in general. */
export function audienceName(audience: Audience): string | null {
  return audience.startsWith(NAMED) ? audience.slice(NAMED.length) : null
}

/**
 * [UP9] Whom a message reaches in a channel. All customers if customers read it, regardless of whom it is meant for;
 * and never customers if they do not.
 * @param meantFor undefined: all readers of the channel
 */
export function audienceIn(channel: Parameters<typeof readersOf>[0], meantFor: Audience | undefined): Audience {
  if (isForCustomers(channel) || meantFor === undefined) return readersOf(channel)
  return meantFor === 'customers' ? readersOf(channel) : meantFor
}

/** [RO17] [HT4] An audience by the name that was typed: one of those known, or a new one; empty: colleagues in general. */
export function audienceNamed(name: string, known: readonly Audience[]): Exclude<Audience, 'customers'> {
  const typed = dropControls(name).normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (typed === '') return 'colleagues'
  const same = known.find(one => personKey(dropControls(audienceName(one) ?? '')) === personKey(typed))
  return same === undefined || same === 'customers' ? `${NAMED}${typed}` : same
}
