import type { Millis } from '../../../shared/lib/time'
import type { Act } from '../storage/acts'

/**
 * [OB18] An act of unknown outcome that a person wants sent again: the outbox looks for it first. Its age starts anew,
 * or it would be held back as stale at once.
 */
export function askedAgain(act: Act, now: Millis): Act {
  return { ...act, state: 'again', notBefore: now, createdAt: now }
}

/** An act of unknown outcome that a person says is done. [OB21] Where it was sent more than once, it is verified at once. */
export function saidToBeDone(act: Act, now: Millis): Act {
  return { ...act, state: 'sent', looks: 0, notBefore: now }
}

/** An act that surely was not done, and that a person wants tried once more: nothing needs to be looked for. */
export function triedAnew(act: Act, now: Millis): Act {
  return { ...act, state: 'waiting', looks: 0, reason: '', notBefore: now, createdAt: now }
}
