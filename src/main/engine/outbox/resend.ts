import type { Millis } from '../../../shared/lib/time'
import type { QueuedItem } from '../storage/queued-items'

/**
 * [OB18] An item of unknown outcome that a person wants sent again: the outbox verifies it first. Its age starts again,
 * or it would be held as stale at once.
 */
export function resendRequested(item: QueuedItem, now: Millis): QueuedItem {
  return { ...item, state: 'again', notBefore: now, createdAt: now }
}

/** An item of unknown outcome that a person says is done. [OB21] Where it was sent more than once, it is verified at once. */
export function confirmedDone(item: QueuedItem, now: Millis): QueuedItem {
  return { ...item, state: 'sent', looks: 0, notBefore: now }
}

/** An item that surely was not done, and that a person wants tried once more: nothing needs to be looked for. */
export function retried(item: QueuedItem, now: Millis): QueuedItem {
  return { ...item, state: 'waiting', looks: 0, reason: '', notBefore: now, createdAt: now }
}
