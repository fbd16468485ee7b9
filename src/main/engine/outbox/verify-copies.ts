import type { Act } from '../storage/acts'
import type { Ground, Move } from './moves'
import { isVerified, waitBeforeVerification } from './policy'
import type { CopiesOutcome } from './types'

/** [OB21] What one verification of a delivered item says. It stays delivered, whatever is found. */
export function afterVerification(act: Act, outcome: CopiesOutcome, { now, rate }: Ground): Move {
  const over: Act = { ...act, mayBeTwice: 0 }
  if (outcome.look === 'seen' && outcome.copies.length > 1) {
    return { act: over, turn: { turn: 'twice', copies: outcome.copies } }
  }
  const looks = act.looks + 1
  if (outcome.look === 'never' || isVerified(looks, outcome.look === 'seen')) {
    return { act: over, turn: { turn: 'waits' } }
  }
  return { act: { ...act, looks, notBefore: now + waitBeforeVerification(looks) * rate }, turn: { turn: 'waits' } }
}
