import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { VendorFault } from '../../../shared/contract/faults'
import type { IncidentId, OutboxItemId, UpdateId } from '../../../shared/domain/ids'
import type { PublicCandidate, UpdateContent } from '../../../shared/domain/update'
import type { VendorRequest } from '../../../shared/domain/vendor-request'
import type { Millis } from '../../../shared/lib/time'
import type { QueuedItem } from '../storage/queued-items'

/** What a vendor's client offers the outbox. It sends once and verifies once; waits and retries are the outbox's. */

/** An update on its way out. `externalId` is what an earlier update of this incident became there, or null for the first. */
export interface OutgoingUpdate {
  readonly incident: IncidentId
  readonly update: UpdateId
  readonly content: UpdateContent
  readonly externalId: string | null
}

/** The vendor's echo of what was delivered. */
export interface Delivered {
  readonly externalId: string
  readonly url: string | null
  /** [PE6] The vendor's id of the update itself, where that is another one; absent: not known. */
  readonly entry?: string
}

export type SendOutcome =
  | { readonly outcome: 'delivered'; readonly delivered: Delivered }
  /** It surely did not arrive, and sending the same again would not help (`again: false`) or might (`again: true`). */
  | { readonly outcome: 'refused'; readonly fault: VendorFault; readonly again: boolean }
  /** It may have arrived: a time-out, a torn connection, a 5xx. */
  | { readonly outcome: 'unknown'; readonly fault: VendorFault }

export type VerificationOutcome =
  | { readonly found: 'delivered'; readonly delivered: Delivered }
  /** Looked, and it is not there now. */
  | { readonly found: 'absent' }
  /** `forGood`: the vendor does not show it, to us or at all, so that another verification would find nothing new. */
  | { readonly found: 'unknown'; readonly fault: VendorFault; readonly forGood: boolean }

/** [OB21] How often the vendor shows an item that was sent more than once. */
export type CopiesOutcome =
  /** All that bear our mark, as far as can be seen. */
  | { readonly look: 'seen'; readonly copies: readonly Delivered[] }
  /** The vendor did not answer now. */
  | { readonly look: 'later' }
  /** It cannot be there twice, or the vendor does not show it, to us or at all. */
  | { readonly look: 'never' }

/** How to find the public incident of an incident if its id there never reached us. */
export interface PlaceClues {
  /** Titles of updates that may be out there. */
  readonly titles: readonly string[]
  /** Before this instant it cannot have been opened. */
  readonly since: Millis
}

/** [UP5] Which public incident an update continues. */
export type PlaceOutcome =
  /** Its id is known, or nothing of the incident is there: no verification is needed. */
  | { readonly place: 'settled' }
  | { readonly place: 'found'; readonly publicIncident: PublicCandidate; readonly by: 'marker' | 'name' }
  /** Looked, and only a person can say. */
  | { readonly place: 'open'; readonly reason: FaultValue; readonly candidates: readonly PublicCandidate[] }
  /** `forGood`: another verification would find nothing new. */
  | { readonly place: 'unknown'; readonly fault: VendorFault; readonly forGood: boolean }

/** What is known of a delivered update before its copies are counted. */
export interface KnownCopy {
  /** The vendor's id of it; empty if only a person said that it is out. */
  readonly externalId: string
  /** Other updates of ours in the same channel with the same text. */
  readonly alike: number
}

export interface UpdateDelivery {
  send(update: OutgoingUpdate, signal: AbortSignal): Promise<SendOutcome>
  /** Finds our marker (the update's id) at the vendor. */
  verify(update: OutgoingUpdate, signal: AbortSignal): Promise<VerificationOutcome>
  /** [OB21] */
  findCopies(update: OutgoingUpdate, known: KnownCopy, signal: AbortSignal): Promise<CopiesOutcome>
  /** Finds the incident's own place there. Absent if updates are independent, as messages are. */
  findPlace?(update: OutgoingUpdate, clues: PlaceClues, signal: AbortSignal): Promise<PlaceOutcome>
}

/** A request on its way to a vendor. `item` is our marker: what is made at the vendor carries it, so that it can be found. */
export interface OutgoingRequest {
  readonly incident: IncidentId
  readonly item: OutboxItemId
  readonly what: VendorRequest
  /** Of the engine's clock, for what ends at a time. */
  readonly now: Millis
  /** What it says, where that is worded only when it leaves. */
  readonly text?: string
}

/** Sends the requests of one vendor. A request for another vendor is `refused`. */
export interface RequestDelivery {
  send(request: OutgoingRequest, signal: AbortSignal): Promise<SendOutcome>
  /** Finds out at the vendor whether the request was done: by our marker, or because the state is what it asked for. */
  verify(request: OutgoingRequest, signal: AbortSignal): Promise<VerificationOutcome>
  /** [OB21] */
  findCopies(request: OutgoingRequest, signal: AbortSignal): Promise<CopiesOutcome>
}

/** What the outbox sends with, whatever the item and the vendor. */
export interface OutboxSender {
  /** Before it leaves: where it goes. Sends nothing. */
  place(item: QueuedItem, signal: AbortSignal): Promise<PlaceOutcome>
  send(item: QueuedItem, signal: AbortSignal): Promise<SendOutcome>
  verify(item: QueuedItem, signal: AbortSignal): Promise<VerificationOutcome>
  /** [OB21] */
  findCopies(item: QueuedItem, signal: AbortSignal): Promise<CopiesOutcome>
  /** Whether a person must be asked again when it could not leave for long. */
  goesStale(item: QueuedItem): boolean
  /** Whether a part of it may be done where the whole was refused. */
  inSteps(item: QueuedItem): boolean
}
