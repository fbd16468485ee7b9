import { partOf } from '../../../shared/contract/coded-text'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { VendorFault } from '../../../shared/contract/faults'
import type { PublicCandidate } from '../../../shared/domain/update'
import type { Millis } from '../../../shared/lib/time'
import { unreachable } from '../../../shared/lib/unreachable'
import type { QueuedItem } from '../storage/queued-items'
import {
  isStale,
  VERIFICATIONS_BELIEVED,
  waitBeforeAttempt,
  waitBeforeCopyCheck,
  waitBeforeVerification,
} from './policy'
import type { Delivered, PlaceOutcome, SendOutcome, VerificationOutcome } from './types'

/** What happened to an item, for the events in the log. */
export type ItemOutcome =
  | { readonly outcome: 'sending' }
  | { readonly outcome: 'delivered'; readonly delivered: Delivered }
  | { readonly outcome: 'failed'; readonly reason: FaultValue }
  | { readonly outcome: 'unknown'; readonly reason: FaultValue }
  /** It was not there after all, and goes again. */
  | { readonly outcome: 'again' }
  /** [UP5] It is known now which public incident it continues. Still to be sent. */
  | { readonly outcome: 'placed'; readonly publicIncident: PublicCandidate; readonly by: 'marker' | 'name' }
  /** [UP6] It is not, and a person says so first. */
  | { readonly outcome: 'asks'; readonly reason: FaultValue; readonly candidates: readonly PublicCandidate[] }
  /** [OB21] A second copy of it appeared at the vendor. */
  | { readonly outcome: 'twice'; readonly copies: readonly Delivered[] }
  /** Only its wait changed; nothing to push. */
  | { readonly outcome: 'waits' }

type NotFound = Exclude<VerificationOutcome, { readonly found: 'delivered' }>

/** The item after a step, and what the log says of it. Decided here, without disk or network. */
export interface Transition {
  readonly item: QueuedItem
  readonly outcome: ItemOutcome
}

/** What a transition depends on besides the item. */
export interface TransitionContext {
  readonly now: Millis
  /** Clock milliseconds per wall-clock millisecond. */
  readonly rate: number
  /** Whether a person must be asked again when it could not leave for long. */
  readonly goesStale: boolean
  /** Whether a part of it may be done where the whole was refused. */
  readonly inSteps: boolean
}

export function leaving(item: QueuedItem): Transition {
  // [OB21] Decided by a person, after verifications without a result: the earlier request may still arrive.
  const mayBeTwice = item.state === 'again' ? 1 : item.mayBeTwice
  return {
    item: { ...item, state: 'sending', attempts: item.attempts + 1, mayBeTwice },
    outcome: { outcome: 'sending' },
  }
}

/** [OB1] Why it may not leave now although it is due, or undefined where it may. */
export function heldBack(item: QueuedItem, context: TransitionContext): Transition | undefined {
  if (!context.goesStale || !isStale(item, context.now, context.rate)) return undefined
  const why: FaultValue =
    item.createdAt > context.now ? { code: 'outbox-clock-set-back' } : item.reason || { code: 'outbox-was-off' }
  const reason: FaultValue = { code: 'outbox-waited', values: { why } }
  return mayBeThere(item, context) ? needsDecision(item, VERIFICATIONS_BELIEVED, context) : failed(item, reason)
}

/** [UP5] [UP6] The result of the search for its place; nothing was sent. */
export function afterPlace(
  item: QueuedItem,
  outcome: Exclude<PlaceOutcome, { place: 'settled' }>,
  context: TransitionContext,
): Transition {
  switch (outcome.place) {
    case 'found':
      return {
        item: { ...item, looks: 0, reason: '' },
        outcome: { outcome: 'placed', publicIncident: outcome.publicIncident, by: outcome.by },
      }
    case 'open':
      return placeNeedsDecision(item, outcome.reason, outcome.candidates)
    case 'unknown': {
      const { fault, forGood } = outcome
      if (forGood) return placeNeedsDecision(item, { code: 'outbox-unseen', values: { reason: partOf(fault) } }, [])
      const looks = item.looks + 1
      const wait = waitBeforeAttempt(looks, retryAfterOf(fault))
      return { item: later({ ...item, looks, reason: partOf(fault) }, wait, context), outcome: { outcome: 'waits' } }
    }
    default:
      return unreachable(outcome)
  }
}

function placeNeedsDecision(item: QueuedItem, reason: FaultValue, candidates: readonly PublicCandidate[]): Transition {
  return { item: { ...item, state: 'asking', looks: 0, reason }, outcome: { outcome: 'asks', reason, candidates } }
}

/** @param before the item as it was before this send */
export function afterSend(
  before: QueuedItem,
  sent: QueuedItem,
  outcome: SendOutcome,
  context: TransitionContext,
): Transition {
  switch (outcome.outcome) {
    case 'delivered':
      return delivered(sent, outcome.delivered, context)
    case 'unknown':
      return inDoubt(sent, partOf(outcome.fault), context)
    case 'refused': {
      const reason = partOf(outcome.fault)
      if (outcome.again) {
        const wait = waitBeforeAttempt(sent.attempts, retryAfterOf(outcome.fault))
        return { item: later({ ...sent, state: before.state, reason }, wait, context), outcome: { outcome: 'waits' } }
      }
      if (!mayBeThere(before, context)) return failed(sent, reason)
      return inDoubt(sent, { code: 'outbox-refused-in-doubt', values: { reason } }, context)
    }
    default:
      return unreachable(outcome)
  }
}

/** [OB5] It may have arrived: from here on it is looked for. */
export function inDoubt(item: QueuedItem, reason: FaultValue, context: TransitionContext): Transition {
  const unknown: QueuedItem = { ...item, state: 'unknown', looks: 0, reason }
  return { item: later(unknown, waitBeforeVerification(0), context), outcome: { outcome: 'unknown', reason } }
}

/** What one verification at the target found; undefined: it is sent now because a person decided so. */
export function afterVerification(
  item: QueuedItem,
  outcome: VerificationOutcome,
  context: TransitionContext,
): Transition | undefined {
  if (outcome.found === 'delivered') return delivered(item, outcome.delivered, context)
  const looks = item.looks + 1
  if (item.state === 'again') return afterVerificationForPerson(item, outcome, context)
  if (outcome.found === 'unknown') return verifyLater(item, looks, partOf(outcome.fault), context)
  if (looks < VERIFICATIONS_BELIEVED) return verifyLater(item, looks, item.reason, context)
  if (context.goesStale && isStale(item, context.now, context.rate)) return needsDecision(item, looks, context)
  return {
    item: { ...item, state: 'waiting', looks: 0, notBefore: context.now, mayBeTwice: 1 },
    outcome: { outcome: 'again' },
  }
}

/**
 * [OB18] A person's decision overrides a target that does not show the item, now or ever; it does not override one that
 * did not answer. If that lasts long, the person is informed and asked again.
 */
function afterVerificationForPerson(
  item: QueuedItem,
  outcome: NotFound,
  context: TransitionContext,
): Transition | undefined {
  const looks = item.looks + 1
  if (outcome.found === 'absent' || outcome.forGood) {
    return looks < VERIFICATIONS_BELIEVED ? verifyLater(item, looks, item.reason, context) : undefined
  }
  if (!isStale(item, context.now, context.rate)) return verifyLater(item, item.looks, item.reason, context)
  const reason: FaultValue = { code: 'outbox-not-looked-for', values: { reason: partOf(outcome.fault) } }
  const unknown: QueuedItem = { ...item, state: 'unknown', reason }
  return { item: later(unknown, waitBeforeVerification(item.looks), context), outcome: { outcome: 'unknown', reason } }
}

/** [OB16] [OB18] Whether "surely not done" would be a guess, even where the newest try was declined. */
function mayBeThere(before: QueuedItem, { inSteps }: TransitionContext): boolean {
  return before.state === 'again' || (inSteps && before.attempts > 0)
}

/** [OB21] Where it was sent more than once, its verifications begin now. */
function delivered(item: QueuedItem, there: Delivered, context: TransitionContext): Transition {
  const sent: QueuedItem = { ...item, state: 'sent', reason: '' }
  const verified = sent.mayBeTwice === 1 ? later({ ...sent, looks: 0 }, waitBeforeCopyCheck(0), context) : sent
  return { item: verified, outcome: { outcome: 'delivered', delivered: there } }
}

function failed(item: QueuedItem, reason: FaultValue): Transition {
  return { item: { ...item, state: 'failed', reason }, outcome: { outcome: 'failed', reason } }
}

/** Not found, and too old to be sent by itself: a person decides, while verifications continue. */
function needsDecision(item: QueuedItem, looks: number, context: TransitionContext): Transition {
  const reason: FaultValue = { code: 'outbox-not-found' }
  const unknown: QueuedItem = { ...item, state: 'unknown', looks, reason }
  const isTold = typeof item.reason === 'object' && item.reason.code === reason.code
  const outcome: ItemOutcome = isTold ? { outcome: 'waits' } : { outcome: 'unknown', reason }
  return { item: later(unknown, waitBeforeVerification(looks), context), outcome }
}

function verifyLater(item: QueuedItem, looks: number, reason: FaultValue, context: TransitionContext): Transition {
  return {
    item: later({ ...item, looks, reason }, waitBeforeVerification(looks), context),
    outcome: { outcome: 'waits' },
  }
}

function later(item: QueuedItem, wait: Millis, { now, rate }: TransitionContext): QueuedItem {
  return { ...item, notBefore: now + wait * rate }
}

function retryAfterOf(fault: VendorFault): Millis | null {
  return fault.kind === 'rate-limited' ? fault.retryAfter : null
}
