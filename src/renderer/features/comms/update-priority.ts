import type { Delivery, Update } from '../../../shared/domain/update'

const priority: readonly Delivery['state'][] = ['publishing', 'asking', 'unknown', 'failed', 'drafted', 'published']

/**
 * [CM6] What needs a person first, then drafts, then what is out; the newest message of a kind on top, and of a message
 * what customers read before the copies for others. Discarded ones not at all.
 */
export function updatesByPriority(updates: readonly Update[]): readonly Update[] {
  const rank = ({ delivery }: Update) => priority.indexOf(delivery.state)
  const newest = new Map(updates.map(({ message }, place) => [message, place]))
  const age = ({ message }: Update) => -(newest.get(message) ?? 0)
  const others = ({ audience }: Update) => (audience === 'customers' ? 0 : 1)
  return updates
    .filter(update => rank(update) >= 0)
    .sort((a, b) => rank(a) - rank(b) || age(a) - age(b) || others(a) - others(b))
}

/** [CM13] Only a person can settle or cancel these, so they stay in sight however far the pane is scrolled. */
export function needsDecision({ delivery: { state } }: Update): boolean {
  return state === 'unknown' || state === 'asking' || state === 'publishing'
}
