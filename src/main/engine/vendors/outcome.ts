import { coded, codedPart } from '../../../shared/contract/coded-text'
import type { Coded, FaultCode } from '../../../shared/contract/fault-codes'
import type { VendorFault } from '../../../shared/contract/faults'
import { type Vendor, vendorName } from '../../../shared/contract/vendors'
import { unreachable } from '../../../shared/lib/unreachable'
import type { HttpFault } from '../http/types'
import type { CopiesOutcome, Delivered, SendOutcome, UpdateDelivery, VerificationOutcome } from '../outbox/types'

/**
 * What a fault means for something that was being sent. Only what surely did not happen is `refused`: a 4xx was read and
 * declined, and what never left cannot have arrived. Time-outs, torn connections, 5xx and answers that nobody can read
 * leave it open.
 */
export function outcomeOfFault(fault: HttpFault): SendOutcome {
  if (fault.nothingLeft === true) return { outcome: 'refused', fault, again: mayPass(fault) }
  switch (fault.kind) {
    case 'token-refused':
    case 'drill-guard':
      return { outcome: 'refused', fault, again: false }
    case 'rate-limited':
      return { outcome: 'refused', fault, again: true }
    case 'vendor-error':
      return declined(fault.status) ? { outcome: 'refused', fault, again: false } : { outcome: 'unknown', fault }
    case 'timed-out':
    case 'unreachable':
    case 'unreadable-answer':
      return { outcome: 'unknown', fault }
    default:
      return unreachable(fault)
  }
}

/**
 * What a fault of a read that comes before a write means for the write: it surely did not happen, whatever became of the
 * read. Trying again helps unless the vendor declined.
 */
export function outcomeBeforeSending(fault: HttpFault): SendOutcome {
  const outcome = outcomeOfFault(fault)
  return outcome.outcome === 'unknown' ? { outcome: 'refused', fault, again: true } : outcome
}

/** A verification without a proper answer. What was declined will be declined again, all else may pass. */
export function notSeen(fault: VendorFault): VerificationOutcome {
  return { found: 'unknown', ...unseenBecause(fault) }
}

/** A fault of a verification, and whether another one would find nothing new. */
export function unseenBecause(fault: VendorFault): { readonly fault: VendorFault; readonly forGood: boolean } {
  const forGood = fault.kind === 'token-refused' || (fault.kind === 'vendor-error' && declined(fault.status))
  return { fault, forGood }
}

/** The vendor shows nobody, or not us, what is looked for. */
export function neverSeen(fault: VendorFault): VerificationOutcome {
  return { found: 'unknown', fault, forGood: true }
}

/** [OB21] All copies that bear our mark, each of them once. */
export function copiesSeen(copies: readonly Delivered[]): CopiesOutcome {
  const byId = new Map(copies.map(copy => [copy.externalId, copy]))
  return { look: 'seen', copies: [...byId.values()] }
}

/** [OB21] Copies that could not be counted. */
export function copiesUnseen(fault: VendorFault): CopiesOutcome {
  return { look: unseenBecause(fault).forGood ? 'never' : 'later' }
}

/** [OB21] Doing it twice is like doing it once, or the vendor gives no way to know. */
export const neverTwice: CopiesOutcome = { look: 'never' }

/** [WE3] Who takes a message and shows nobody what was sent: after an answer that was lost only a person can say. */
export function unseenOnce(vendor: Vendor): Pick<UpdateDelivery, 'verify' | 'findCopies'> {
  const why = vendor === 'email' ? coded('mail-unseen') : coded('posts-unseen', { vendor: vendorName[vendor] })
  const unseen = neverSeen({ kind: 'unreadable-answer', ...why })
  return { verify: async () => unseen, findCopies: async () => neverTwice }
}

/** Surely not done, and no use in trying again as it is. The status is the one that a vendor would have answered. */
export function refusedHere<const Code extends FaultCode>(...[code, values]: Coded<Code>): SendOutcome {
  return {
    outcome: 'refused',
    fault: { kind: 'vendor-error', status: 400, ...codedPart({ code, values }) },
    again: false,
  }
}

/** A request to another vendor: a connection whose vendor was changed while a request waited. */
export const notOurs: SendOutcome = refusedHere('another-system')

/** Of what never left: no network passes, a missing token or a drill's guard does not. */
function mayPass(fault: HttpFault): boolean {
  return fault.kind === 'unreachable'
}

/** 408 is the vendor's own time-out: it says nothing about what it had done by then. */
function declined(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408
}
