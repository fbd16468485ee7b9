import type { IncidentSummary } from '../../../shared/contract/incidents'
import { openWorstFirst } from '../../../shared/contract/incidents'
import { type Millis, SECOND } from '../../../shared/lib/time'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'

/** How long one incident stays before the next has its turn. */
export const TURN: Millis = 12 * SECOND

export interface OnTheWall {
  readonly shown: readonly IncidentSummary[]
  /** `2 of 3`, `1 more open`; empty where all open incidents are in sight. */
  readonly note: string
}

/**
 * Which open incidents are on the wall now: one after the other, or the two worst at once where that is chosen or nothing may move.
 * @param turn counts up, one every `TURN`
 */
export function onTheWall(incidents: readonly IncidentSummary[], turn: number, together: boolean): OnTheWall {
  const open = openWorstFirst(incidents)
  if (together)
    return { shown: open.slice(0, 2), note: open.length > 2 ? tCount(texts.wall.moreOpen, open.length - 2) : '' }
  if (open.length <= 1) return { shown: open, note: '' }
  const at = turn % open.length
  return { shown: open.slice(at, at + 1), note: t(texts.wall.turn, { at: at + 1, all: open.length }) }
}
