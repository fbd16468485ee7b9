import type { Millis } from '../lib/time'
import type { FaultCode, FaultValue } from './fault-codes'

/** [FA1] The code from which a client words a fault; without a code it shows the message. */
export interface MaybeCoded {
  readonly code?: FaultCode | undefined
  readonly values?: Readonly<Record<string, FaultValue>> | undefined
}

/** What a vendor, or the way to it, did wrong. `message` has the vendor's own words where there are any. */
export type VendorFault = MaybeCoded & VendorFaultKind

type VendorFaultKind =
  | { readonly kind: 'token-refused'; readonly status: number; readonly message: string }
  | { readonly kind: 'rate-limited'; readonly retryAfter: Millis | null; readonly message: string }
  | { readonly kind: 'vendor-error'; readonly status: number; readonly message: string }
  | { readonly kind: 'unreadable-answer'; readonly message: string }
  | { readonly kind: 'timed-out'; readonly after: Millis; readonly message: string }
  | { readonly kind: 'unreachable'; readonly message: string }
  /** A drill tried to reach something that is not the drill's own. */
  | { readonly kind: 'drill-guard'; readonly message: string }

/** Why a call was not done. `message` is for people: what is wrong, and the way out. */
export type Fault = VendorFault | (MaybeCoded & EngineFaultKind)

type EngineFaultKind =
  | { readonly kind: 'invalid-input'; readonly field: string; readonly message: string }
  | { readonly kind: 'not-found'; readonly message: string }
  /** A rule refused it: the state is not what the caller thought. Nothing was changed. */
  | { readonly kind: 'refused'; readonly message: string }
  /** [AX1] The session has no permission for this. Nothing was changed. */
  | { readonly kind: 'not-allowed'; readonly message: string }
  /** Another person changed the same thing since the caller read it. Nothing was changed; the view shows both. */
  | { readonly kind: 'conflict'; readonly message: string }
  /** The disk refused it, and surely nothing of it was stored. */
  | { readonly kind: 'not-stored'; readonly message: string }
  /** The disk failed under it: it may or may not be there. Asking again with the same request id settles it. */
  | { readonly kind: 'storage-unknown'; readonly message: string }
  /** The engine cannot be reached from this client. */
  | { readonly kind: 'disconnected'; readonly message: string }
  | { readonly kind: 'internal'; readonly message: string }
