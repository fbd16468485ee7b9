import type { VendorFault } from '../../../shared/contract/faults'
import type { OutwardAct } from '../../../shared/domain/act'
import type { ActId, IncidentId, UpdateId } from '../../../shared/domain/ids'
import type { PublicCandidate, UpdateContent } from '../../../shared/domain/update'
import type { Millis } from '../../../shared/lib/time'
import type { Act } from '../storage/acts'

/** What a vendor's client gives to the outbox. It sends once and looks once; waiting and trying again are the outbox's. */

/** An update on its way out. `externalId` is what an earlier update of this incident became there, or null for the first. */
export interface OutgoingUpdate {
  readonly incident: IncidentId
  readonly update: UpdateId
  readonly content: UpdateContent
  readonly externalId: string | null
}

/** The vendor's echo of what landed. */
export interface Landed {
  readonly externalId: string
  readonly url: string | null
}

export type SendOutcome =
  | { readonly outcome: 'landed'; readonly landed: Landed }
  /** It surely did not land, and sending the same again would not help (`again: false`) or might (`again: true`). */
  | { readonly outcome: 'refused'; readonly fault: VendorFault; readonly again: boolean }
  /** It may have landed: a time-out, a torn connection, a 5xx. */
  | { readonly outcome: 'unknown'; readonly fault: VendorFault }

export type LookUpOutcome =
  | { readonly found: 'landed'; readonly landed: Landed }
  /** Looked, and it is not there now. */
  | { readonly found: 'absent' }
  /** `forGood`: the vendor does not show it, to us or at all, so that another look would tell no more. */
  | { readonly found: 'unknown'; readonly fault: VendorFault; readonly forGood: boolean }

/** [OB21] How often the vendor shows an item that was sent more than once. */
export type CopiesOutcome =
  /** All that bear our mark, as far as can be seen. */
  | { readonly look: 'seen'; readonly copies: readonly Landed[] }
  /** The vendor did not answer now. */
  | { readonly look: 'later' }
  /** It cannot be there twice, or the vendor does not show it, to us or at all. */
  | { readonly look: 'never' }

/** By what the public incident of an incident may be known whose id there we were never told. */
export interface PlaceClues {
  /** Titles of updates that may be out there. */
  readonly titles: readonly string[]
  /** Before this instant it cannot have been opened. */
  readonly since: Millis
}

/** [UP5] Which public incident an update goes on with. */
export type PlaceOutcome =
  /** Its id is known, or nothing of the incident is there: nobody needs to look. */
  | { readonly place: 'settled' }
  | { readonly place: 'found'; readonly there: PublicCandidate; readonly by: 'marker' | 'name' }
  /** Looked, and only a person can say. */
  | { readonly place: 'open'; readonly reason: string; readonly candidates: readonly PublicCandidate[] }
  /** `forGood`: another look would tell no more. */
  | { readonly place: 'unknown'; readonly fault: VendorFault; readonly forGood: boolean }

/** What is known of a delivered update before its copies are counted. */
export interface KnownCopy {
  /** The vendor's id of it; empty where only a person said that it is out. */
  readonly externalId: string
  /** Other updates of ours in the same channel that say the same words. */
  readonly alike: number
}

export interface UpdateDelivery {
  send(update: OutgoingUpdate, signal: AbortSignal): Promise<SendOutcome>
  /** Finds our marker (the update's id) at the vendor. */
  lookUp(update: OutgoingUpdate, signal: AbortSignal): Promise<LookUpOutcome>
  /** [OB21] */
  findCopies(update: OutgoingUpdate, known: KnownCopy, signal: AbortSignal): Promise<CopiesOutcome>
  /** Looks for the incident's own place there. Absent where updates stand for themselves, as messages do. */
  findPlace?(update: OutgoingUpdate, clues: PlaceClues, signal: AbortSignal): Promise<PlaceOutcome>
}

/** An outward act on its way. `act` is our marker: what is made at the vendor carries it, so that it can be found. */
export interface OutgoingAct {
  readonly incident: IncidentId
  readonly act: ActId
  readonly what: OutwardAct
  /** Of the engine's clock, for what ends at a time. */
  readonly now: Millis
}

/** Does the acts of one vendor. An act of another vendor is `refused`. */
export interface ActDelivery {
  send(act: OutgoingAct, signal: AbortSignal): Promise<SendOutcome>
  /** Finds out at the vendor whether the act was done: by our marker, or because the state is what it asked for. */
  lookUp(act: OutgoingAct, signal: AbortSignal): Promise<LookUpOutcome>
  /** [OB21] */
  findCopies(act: OutgoingAct, signal: AbortSignal): Promise<CopiesOutcome>
}

/** What the outbox sends with, whatever the act and the vendor. */
export interface Courier {
  /** Before it leaves: where it goes. Sends nothing. */
  place(act: Act, signal: AbortSignal): Promise<PlaceOutcome>
  send(act: Act, signal: AbortSignal): Promise<SendOutcome>
  lookUp(act: Act, signal: AbortSignal): Promise<LookUpOutcome>
  /** [OB21] */
  findCopies(act: Act, signal: AbortSignal): Promise<CopiesOutcome>
  /** Whether a person must be asked again when it could not leave for long. */
  goesStale(act: Act): boolean
  /** Whether a part of it may be done where the whole was refused. */
  inSteps(act: Act): boolean
}
