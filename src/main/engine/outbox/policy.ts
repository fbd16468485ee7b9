import { HOUR, MINUTE, type Millis, SECOND } from '../../../shared/lib/time'
import type { QueuedItem } from '../storage/queued-items'

/** The waits of the outbox, in wall-clock time. */

/** [OB1] A post that could not leave for this long asks a person again: what it says may no longer be true. */
export const STALE_AFTER: Millis = 2 * MINUTE

/**
 * [OB2] Verifies the target after a send whose outcome is unknown. The first comes late enough for a slow request to
 * have arrived. The last comes after 61 s, because gateways on the way drop a request after 60 s as they are delivered
 * (nginx `proxy_read_timeout`, idle time-out of an AWS load balancer): what is absent then is believed to be absent.
 */
const VERIFICATION_WAITS: readonly Millis[] = [3 * SECOND, 8 * SECOND, 20 * SECOND, 30 * SECOND]
export const VERIFICATIONS_BELIEVED = VERIFICATION_WAITS.length
const LONGEST_VERIFICATION_WAIT: Millis = MINUTE

/** Span before verification number `looks` (0 is the first); they continue once a minute until a person decides. */
export function waitBeforeVerification(looks: number): Millis {
  return VERIFICATION_WAITS[looks] ?? LONGEST_VERIFICATION_WAIT
}

/**
 * [OB21] Verifications after delivery of what was sent more than once: 1, 3, 6 and 10 minutes after it. A queue or proxy
 * may perform a request minutes after it was believed lost.
 */
const COPY_CHECK_WAITS: readonly Millis[] = [MINUTE, 2 * MINUTE, 3 * MINUTE, 4 * MINUTE]
const LONGEST_COPY_CHECK_WAIT: Millis = 4 * MINUTE
/** The last one needs an answer, for which it is asked for about an hour at most. */
const MOST_COPY_CHECKS = 18

/** Span before verification number `looks` (0 is the first). */
export function waitBeforeCopyCheck(looks: number): Millis {
  return COPY_CHECK_WAITS[looks] ?? LONGEST_COPY_CHECK_WAIT
}

/** Whether no more verifications follow after `looks` of them. `answered`: the last of them was. */
export function isCopyCheckOver(looks: number, answered: boolean): boolean {
  return looks >= (answered ? COPY_CHECK_WAITS.length : MOST_COPY_CHECKS)
}

/** [OB3] Span before sending again what was refused for now: the vendor's own word, else 2 s doubling up to 30 s. */
export function waitBeforeAttempt(attempts: number, retryAfter: Millis | null): Millis {
  return retryAfter ?? Math.min(2 * SECOND * 2 ** Math.max(0, attempts - 1), 30 * SECOND)
}

/**
 * [OB19] When an item is processed next, by a clock that may have been set back since: a wait that is longer than any
 * that the outbox uses is over.
 * @param now and the answer: engine's clock; `rate`: its milliseconds per wall-clock millisecond
 */
export function dueAt(item: QueuedItem, now: Millis, rate: number): Millis {
  return item.notBefore - now > longestWait(item) * rate ? now : item.notBefore
}

function longestWait({ state, attempts, notBefore, createdAt }: QueuedItem): Millis {
  if (state === 'unknown') return LONGEST_VERIFICATION_WAIT
  if (state === 'sent') return LONGEST_COPY_CHECK_WAIT
  // Before the first send only the time in which it can be called back; later a vendor's word, of an hour at most.
  return attempts === 0 ? notBefore - createdAt : HOUR
}

/** [OB1] [OB19] Whether it waited too long. Asked for in the future: the clock was set back, and nobody knows how long. */
export function isStale({ createdAt }: QueuedItem, now: Millis, rate: number): boolean {
  return Math.abs(now - createdAt) > STALE_AFTER * rate
}
