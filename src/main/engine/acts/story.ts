import type { OutwardAct } from '../../../shared/domain/act'
import { actAsked } from '../../../shared/events/act-asked'
import { actDone } from '../../../shared/events/act-done'
import { actFailed } from '../../../shared/events/act-failed'
import { actUnknown } from '../../../shared/events/act-unknown'
import type { EventDraft } from '../../../shared/events/define'
import type { Millis } from '../../../shared/lib/time'
import { unreachable } from '../../../shared/lib/unreachable'
import type { Turn } from '../outbox/moves'
import type { Act } from '../storage/acts'

/** The events that tell in the log what the outbox did with an act. */
export function storyOfAct(row: Act, what: OutwardAct, turn: Turn, now: Millis): readonly EventDraft[] {
  const by = { kind: 'engine' } as const
  const act = row.id
  switch (turn.turn) {
    case 'landed':
      return [actDone.draft({ act, what, ...turn.landed }, now, by)]
    case 'failed':
      return [actFailed.draft({ act, what, reason: turn.reason }, now, by)]
    case 'unknown':
      return [actUnknown.draft({ act, what, reason: turn.reason }, now, by)]
    case 'again':
      return [actAsked.draft({ act, what }, now, by)]
    case 'sending':
    case 'waits':
      return []
    default:
      return unreachable(turn)
  }
}
