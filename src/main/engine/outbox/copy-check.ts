import type { QueuedItem } from '../storage/queued-items'
import { isCopyCheckOver, waitBeforeCopyCheck } from './policy'
import type { Transition, TransitionContext } from './transitions'
import type { CopiesOutcome } from './types'

/** [OB21] What one verification of a delivered item says. It stays delivered, whatever is found. */
export function afterCopyCheck(item: QueuedItem, outcome: CopiesOutcome, { now, rate }: TransitionContext): Transition {
  const over: QueuedItem = { ...item, mayBeTwice: 0 }
  if (outcome.look === 'seen' && outcome.copies.length > 1) {
    return { item: over, outcome: { outcome: 'twice', copies: outcome.copies } }
  }
  const looks = item.looks + 1
  if (outcome.look === 'never' || isCopyCheckOver(looks, outcome.look === 'seen')) {
    return { item: over, outcome: { outcome: 'waits' } }
  }
  return { item: { ...item, looks, notBefore: now + waitBeforeCopyCheck(looks) * rate }, outcome: { outcome: 'waits' } }
}
