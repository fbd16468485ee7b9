import type { VendorFault } from '../../../shared/contract/faults'
import type { PublicCandidate } from '../../../shared/domain/update'
import type { Millis } from '../../../shared/lib/time'
import { unreachable } from '../../../shared/lib/unreachable'
import type { Act } from '../storage/acts'
import { isStale, LOOKS_BELIEVED, waitBeforeAttempt, waitBeforeLook, waitBeforeVerification } from './policy'
import type { Landed, LookUpOutcome, PlaceOutcome, SendOutcome } from './types'

/** What happened to an act, for whoever tells its story in the log. */
export type Turn =
  | { readonly turn: 'sending' }
  | { readonly turn: 'landed'; readonly landed: Landed }
  | { readonly turn: 'failed'; readonly reason: string }
  | { readonly turn: 'unknown'; readonly reason: string }
  /** It was not there after all, and goes again. */
  | { readonly turn: 'again' }
  /** [UP5] It is known now which public incident it goes on with. Still to be sent. */
  | { readonly turn: 'placed'; readonly there: PublicCandidate; readonly by: 'marker' | 'name' }
  /** [UP6] It is not, and a person says so first. */
  | { readonly turn: 'asks'; readonly reason: string; readonly candidates: readonly PublicCandidate[] }
  /** [OB21] A second copy of it appeared at the vendor. */
  | { readonly turn: 'twice'; readonly copies: readonly Landed[] }
  /** Only its waiting changed; nothing to tell. */
  | { readonly turn: 'waits' }

type NotFound = Exclude<LookUpOutcome, { readonly found: 'landed' }>

/** How an act stands from now on, and what the log is told. Decided here, without a disk or a line. */
export interface Move {
  readonly act: Act
  readonly turn: Turn
}

/** What a move depends on besides the act. */
export interface Ground {
  readonly now: Millis
  /** Clock milliseconds per wall millisecond. */
  readonly rate: number
  /** Whether a person must be asked again when it could not leave for long. */
  readonly goesStale: boolean
  /** Whether a part of it may be done where the whole was refused. */
  readonly inSteps: boolean
}

export function leaving(act: Act): Move {
  // [OB21] By a person's word, over looks that could not tell: the earlier one may still arrive.
  const mayBeTwice = act.state === 'again' ? 1 : act.mayBeTwice
  return { act: { ...act, state: 'sending', attempts: act.attempts + 1, mayBeTwice }, turn: { turn: 'sending' } }
}

/** [OB1] Why it may not leave now although it is due, or undefined where it may. */
export function heldBack(act: Act, ground: Ground): Move | undefined {
  if (!ground.goesStale || !isStale(act, ground.now, ground.rate)) return undefined
  const why =
    act.createdAt > ground.now ? 'this computer’s clock was set back' : act.reason || 'Quarterdeck was not running'
  const reason = `It waited too long to leave (${why}). Read it again and publish it if it is still true.`
  return mayBeThere(act, ground) ? asked(act, LOOKS_BELIEVED, ground) : failed(act, reason)
}

/** [UP5] [UP6] What the look for its place says; nothing has left. */
export function afterPlace(act: Act, outcome: Exclude<PlaceOutcome, { place: 'settled' }>, ground: Ground): Move {
  switch (outcome.place) {
    case 'found':
      return { act: { ...act, looks: 0, reason: '' }, turn: { turn: 'placed', there: outcome.there, by: outcome.by } }
    case 'open':
      return asksPlace(act, outcome.reason, outcome.candidates)
    case 'unknown': {
      const { fault, forGood } = outcome
      if (forGood) return asksPlace(act, `It cannot be seen what is out already: ${fault.message}`, [])
      const looks = act.looks + 1
      const wait = waitBeforeAttempt(looks, retryAfterOf(fault))
      return { act: later({ ...act, looks, reason: fault.message }, wait, ground), turn: { turn: 'waits' } }
    }
    default:
      return unreachable(outcome)
  }
}

function asksPlace(act: Act, reason: string, candidates: readonly PublicCandidate[]): Move {
  return { act: { ...act, state: 'asking', looks: 0, reason }, turn: { turn: 'asks', reason, candidates } }
}

/** @param before the act as it was before this send */
export function afterSend(before: Act, sent: Act, outcome: SendOutcome, ground: Ground): Move {
  switch (outcome.outcome) {
    case 'landed':
      return landed(sent, outcome.landed, ground)
    case 'unknown':
      return inDoubt(sent, outcome.fault.message, ground)
    case 'refused': {
      const reason = outcome.fault.message
      if (outcome.again) {
        const wait = waitBeforeAttempt(sent.attempts, retryAfterOf(outcome.fault))
        return { act: later({ ...sent, state: before.state, reason }, wait, ground), turn: { turn: 'waits' } }
      }
      if (!mayBeThere(before, ground)) return failed(sent, reason)
      return inDoubt(sent, `Refused now (${reason}), and it is not known what became of an earlier try.`, ground)
    }
    default:
      return unreachable(outcome)
  }
}

/** [OB5] It may have landed: from here on it is looked for. */
export function inDoubt(act: Act, reason: string, ground: Ground): Move {
  const unknown: Act = { ...act, state: 'unknown', looks: 0, reason }
  return { act: later(unknown, waitBeforeLook(0), ground), turn: { turn: 'unknown', reason } }
}

/** What one look at the target says; undefined: it leaves now, because a person said so. */
export function afterLook(act: Act, outcome: LookUpOutcome, ground: Ground): Move | undefined {
  if (outcome.found === 'landed') return landed(act, outcome.landed, ground)
  const looks = act.looks + 1
  if (act.state === 'again') return afterLookForPerson(act, outcome, ground)
  if (outcome.found === 'unknown') return lookLater(act, looks, outcome.fault.message, ground)
  if (looks < LOOKS_BELIEVED) return lookLater(act, looks, act.reason, ground)
  if (ground.goesStale && isStale(act, ground.now, ground.rate)) return asked(act, looks, ground)
  return { act: { ...act, state: 'waiting', looks: 0, notBefore: ground.now, mayBeTwice: 1 }, turn: { turn: 'again' } }
}

/**
 * [OB18] A person's word is believed against a target that does not show it, now or ever; not against one that did not
 * answer. Where that goes on for long they are told, and asked again.
 */
function afterLookForPerson(act: Act, outcome: NotFound, ground: Ground): Move | undefined {
  const looks = act.looks + 1
  if (outcome.found === 'absent' || outcome.forGood) {
    return looks < LOOKS_BELIEVED ? lookLater(act, looks, act.reason, ground) : undefined
  }
  if (!isStale(act, ground.now, ground.rate)) return lookLater(act, act.looks, act.reason, ground)
  const reason = `It was not sent again, because it could not be looked for first: ${outcome.fault.message}`
  const unknown: Act = { ...act, state: 'unknown', reason }
  return { act: later(unknown, waitBeforeLook(act.looks), ground), turn: { turn: 'unknown', reason } }
}

/** [OB16] [OB18] Whether "surely not done" would be a guess, even where the newest try was declined. */
function mayBeThere(before: Act, { inSteps }: Ground): boolean {
  return before.state === 'again' || (inSteps && before.attempts > 0)
}

/** [OB21] Where it was sent more than once, its verifications begin now. */
function landed(act: Act, there: Landed, ground: Ground): Move {
  const sent: Act = { ...act, state: 'sent', reason: '' }
  const verified = sent.mayBeTwice === 1 ? later({ ...sent, looks: 0 }, waitBeforeVerification(0), ground) : sent
  return { act: verified, turn: { turn: 'landed', landed: there } }
}

function failed(act: Act, reason: string): Move {
  return { act: { ...act, state: 'failed', reason }, turn: { turn: 'failed', reason } }
}

/** Not found, and too old to go by itself: a person decides, while the looks go on. */
function asked(act: Act, looks: number, ground: Ground): Move {
  const reason = 'It was not found there, look after look. Look yourself, then say whether it is out.'
  const unknown: Act = { ...act, state: 'unknown', looks, reason }
  const turn: Turn = act.reason === reason ? { turn: 'waits' } : { turn: 'unknown', reason }
  return { act: later(unknown, waitBeforeLook(looks), ground), turn }
}

function lookLater(act: Act, looks: number, reason: string, ground: Ground): Move {
  return { act: later({ ...act, looks, reason }, waitBeforeLook(looks), ground), turn: { turn: 'waits' } }
}

function later(act: Act, wait: Millis, { now, rate }: Ground): Act {
  return { ...act, notBefore: now + wait * rate }
}

function retryAfterOf(fault: VendorFault): Millis | null {
  return fault.kind === 'rate-limited' ? fault.retryAfter : null
}
