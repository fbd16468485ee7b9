import { wordedReason } from '../../../../shared/contract/coded-reason'
import { vendorName } from '../../../../shared/contract/vendors'
import type { Actor } from '../../../../shared/domain/people'
import { type VendorRequest, vendorOfRequest } from '../../../../shared/domain/vendor-request'
import { actAsked } from '../../../../shared/events/act-asked'
import { actDone } from '../../../../shared/events/act-done'
import { actFailed } from '../../../../shared/events/act-failed'
import { actFoundTwice } from '../../../../shared/events/act-found-twice'
import { actUnknown } from '../../../../shared/events/act-unknown'
import type { EventDraft } from '../../../../shared/events/define'
import type { Millis } from '../../../../shared/lib/time'
import { unreachable } from '../../../../shared/lib/unreachable'
import type { QueuedItem } from '../../storage/queued-items'
import type { ItemOutcome } from '../transitions'

/** The events that log the outcome of a request. */
export function requestEvents(
  row: QueuedItem,
  what: VendorRequest,
  outcome: ItemOutcome,
  now: Millis,
): readonly EventDraft[] {
  const by = { kind: 'engine' } as const
  const act = row.id
  switch (outcome.outcome) {
    case 'delivered':
      return [actDone.draft({ act, what, ...outcome.delivered }, now, answererOf(what))]
    case 'failed':
      return [actFailed.draft({ act, what, ...wordedReason(outcome.reason) }, now, by)]
    case 'unknown':
      return [actUnknown.draft({ act, what, ...wordedReason(outcome.reason) }, now, by)]
    case 'again':
      return [actAsked.draft({ act, what }, now, by)]
    case 'twice':
      return [
        actFoundTwice.draft({ act, what, vendor: vendorName[vendorOfRequest(what)], copies: outcome.copies }, now, by),
      ]
    case 'placed':
    case 'asks':
    case 'sending':
    case 'waits':
      return []
    default:
      return unreachable(outcome)
  }
}

/** [AC4] That it is done is the vendor's word; all else is what the engine made of it. */
function answererOf(what: VendorRequest): Actor {
  return { kind: 'vendor', name: vendorName[vendorOfRequest(what)] }
}
