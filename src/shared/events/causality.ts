import { type Claim, noClaims } from '../domain/claims'
import type { Concurrency } from '../domain/incident'
import type { LoggedEvent } from './define'

export const noConcurrency: Concurrency = { claims: noClaims, seenBy: {} }

/** [CF1] Of what was said, that which an event's origin had not seen when it wrote the event. */
export function unseenClaims<Value>(
  known: readonly Claim<Value>[],
  { stamp }: LoggedEvent,
  seenBy: Concurrency['seenBy'],
): readonly Claim<Value>[] {
  if (stamp === undefined) return []
  const seen = seenBy[stamp.origin]
  return known.filter(
    ({ stamp: said }) => said !== null && said.origin !== stamp.origin && (seen?.[said.origin] ?? 0) < said.counter,
  )
}

/** [CF1] What an event's origin had seen when it wrote it; `seen` of a stamp has only what moved since the one before. */
export function withSeen(concurrency: Concurrency, { stamp }: LoggedEvent): Concurrency {
  if (stamp === undefined) return concurrency
  const before = concurrency.seenBy[stamp.origin] ?? {}
  const moved = Object.entries(stamp.seen).filter(([origin, upTo]) => upTo > (before[origin] ?? 0))
  if (moved.length === 0) return concurrency
  const after = { ...before, ...Object.fromEntries(moved) }
  return { ...concurrency, seenBy: { ...concurrency.seenBy, [stamp.origin]: after } }
}
