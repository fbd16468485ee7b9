import { vendorName } from '../../../../shared/contract/vendors'
import { type OutwardAct, vendorOfAct } from '../../../../shared/domain/act'
import type { Actor } from '../../../../shared/domain/people'
import { actAsked } from '../../../../shared/events/act-asked'
import { actDone } from '../../../../shared/events/act-done'
import { actFailed } from '../../../../shared/events/act-failed'
import { actFoundTwice } from '../../../../shared/events/act-found-twice'
import { actUnknown } from '../../../../shared/events/act-unknown'
import type { EventDraft } from '../../../../shared/events/define'
import type { Millis } from '../../../../shared/lib/time'
import { unreachable } from '../../../../shared/lib/unreachable'
import type { Act } from '../../storage/acts'
import type { Turn } from '../moves'

/** The events that tell in the log what became of a request. */
export function requestEvents(row: Act, what: OutwardAct, turn: Turn, now: Millis): readonly EventDraft[] {
  const by = { kind: 'engine' } as const
  const act = row.id
  switch (turn.turn) {
    case 'landed':
      return [actDone.draft({ act, what, ...turn.landed }, now, answererOf(what))]
    case 'failed':
      return [actFailed.draft({ act, what, reason: turn.reason }, now, by)]
    case 'unknown':
      return [actUnknown.draft({ act, what, reason: turn.reason }, now, by)]
    case 'again':
      return [actAsked.draft({ act, what }, now, by)]
    case 'twice':
      return [actFoundTwice.draft({ act, what, vendor: vendorName[vendorOfAct(what)], copies: turn.copies }, now, by)]
    case 'placed':
    case 'asks':
    case 'sending':
    case 'waits':
      return []
    default:
      return unreachable(turn)
  }
}

/** [AC4] That it is done is the vendor's word; all else is what the engine made of it. */
function answererOf(what: OutwardAct): Actor {
  return { kind: 'vendor', name: vendorName[vendorOfAct(what)] }
}
