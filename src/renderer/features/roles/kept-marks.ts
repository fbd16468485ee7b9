import type { PostHolder } from '../../../shared/domain/crew'
import type { IncidentId, ResponderId } from '../../../shared/domain/ids'
import type { RollCall } from '../../../shared/domain/roll-call'
import { MINUTE, type Millis } from '../../../shared/lib/time'

export type Heard = ReadonlyMap<ResponderId, 'present' | 'absent'>

/** What was marked in a roll call that was left before its end. */
export interface KeptMarks {
  readonly incident: IncidentId
  /** Of the last mark. */
  readonly at: Millis
  readonly heard: Heard
}

/** Whoever answered longer ago may have left since. */
export const MARKS_STAND: Millis = 10 * MINUTE

/** [RO14] The marks that a roll call goes on from; undefined: it begins anew. */
export function standingMarks(
  kept: KeptMarks | null,
  incident: IncidentId,
  last: RollCall | null,
  now: Millis,
): KeptMarks | undefined {
  if (kept === null || kept.incident !== incident || kept.heard.size === 0) return undefined
  // Somebody else has written one down since.
  if (last !== null && last.at > kept.at) return undefined
  return now - kept.at < MARKS_STAND ? kept : undefined
}

/** Whoever is asked for next: the first that is not marked; behind the last where all are. */
export function firstUnmarked(called: readonly PostHolder[], heard: Heard): number {
  const at = called.findIndex(({ responder }) => !heard.has(responder.id))
  return at < 0 ? called.length : at
}
