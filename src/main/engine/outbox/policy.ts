import { MINUTE, type Millis, SECOND } from '../../../shared/lib/time'

/** How the outbox waits; spans of the wall's clock. */

/** [OB1] A post that could not leave for this long asks a person again: what it says may no longer be true. */
export const STALE_AFTER: Millis = 2 * MINUTE

/**
 * [OB2] Looks at the target after a send whose outcome is unknown. The first comes late enough for a slow request to
 * have landed; after the last of them "absent" is believed.
 */
const LOOKS: readonly Millis[] = [3 * SECOND, 8 * SECOND, 20 * SECOND]
export const LOOKS_BELIEVED = LOOKS.length

/** Span before look number `looks` (0 is the first); looking goes on once a minute until a person decides. */
export function waitBeforeLook(looks: number): Millis {
  return LOOKS[looks] ?? MINUTE
}

/** [OB3] Span before sending again what was refused for now: the vendor's own word, else 2 s doubling up to 30 s. */
export function waitBeforeAttempt(attempts: number, retryAfter: Millis | null): Millis {
  return retryAfter ?? Math.min(2 * SECOND * 2 ** Math.max(0, attempts - 1), 30 * SECOND)
}
