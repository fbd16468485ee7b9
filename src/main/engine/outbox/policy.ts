import { HOUR, MINUTE, type Millis, SECOND } from '../../../shared/lib/time'
import type { Act } from '../storage/acts'

/** How the outbox waits; spans of the wall's clock. */

/** [OB1] A post that could not leave for this long asks a person again: what it says may no longer be true. */
export const STALE_AFTER: Millis = 2 * MINUTE

/**
 * [OB2] Looks at the target after a send whose outcome is unknown. The first comes late enough for a slow request to
 * have landed. The last comes after 61 s, because gateways on the way drop a request after 60 s as they are delivered
 * (nginx `proxy_read_timeout`, idle time-out of an AWS load balancer): what is absent then is believed to be.
 */
const LOOKS: readonly Millis[] = [3 * SECOND, 8 * SECOND, 20 * SECOND, 30 * SECOND]
export const LOOKS_BELIEVED = LOOKS.length
const LONGEST_LOOK: Millis = MINUTE

/** Span before look number `looks` (0 is the first); looking goes on once a minute until a person decides. */
export function waitBeforeLook(looks: number): Millis {
  return LOOKS[looks] ?? LONGEST_LOOK
}

/**
 * [OB21] Verifications after delivery of what was sent more than once: 1, 3, 6 and 10 minutes after it. A queue or proxy
 * may perform a request minutes after it was believed lost.
 */
const VERIFICATIONS: readonly Millis[] = [MINUTE, 2 * MINUTE, 3 * MINUTE, 4 * MINUTE]
const LONGEST_VERIFICATION: Millis = 4 * MINUTE
/** The last one needs an answer, for which it is asked for about an hour at most. */
const MOST_VERIFICATIONS = 18

/** Span before verification number `looks` (0 is the first). */
export function waitBeforeVerification(looks: number): Millis {
  return VERIFICATIONS[looks] ?? LONGEST_VERIFICATION
}

/** Whether no more verifications follow after `looks` of them. `answered`: the last of them was. */
export function isVerified(looks: number, answered: boolean): boolean {
  return looks >= (answered ? VERIFICATIONS.length : MOST_VERIFICATIONS)
}

/** [OB3] Span before sending again what was refused for now: the vendor's own word, else 2 s doubling up to 30 s. */
export function waitBeforeAttempt(attempts: number, retryAfter: Millis | null): Millis {
  return retryAfter ?? Math.min(2 * SECOND * 2 ** Math.max(0, attempts - 1), 30 * SECOND)
}

/**
 * [OB19] When an act may move, by a clock that may have been set back since: a wait that is longer than any that the
 * outbox asks for is over.
 * @param now and the answer: engine's clock; `rate`: its milliseconds per wall millisecond
 */
export function dueAt(act: Act, now: Millis, rate: number): Millis {
  return act.notBefore - now > longestWait(act) * rate ? now : act.notBefore
}

function longestWait({ state, attempts, notBefore, createdAt }: Act): Millis {
  if (state === 'unknown') return LONGEST_LOOK
  if (state === 'sent') return LONGEST_VERIFICATION
  // Before the first send only the time in which it can be called back; later a vendor's word, of an hour at most.
  return attempts === 0 ? notBefore - createdAt : HOUR
}

/** [OB1] [OB19] Whether it waited too long. Asked for in the future: the clock was set back, and nobody knows how long. */
export function isStale({ createdAt }: Act, now: Millis, rate: number): boolean {
  return Math.abs(now - createdAt) > STALE_AFTER * rate
}
