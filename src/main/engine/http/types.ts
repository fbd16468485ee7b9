import type { VendorFault } from '../../../shared/contract/faults'
import type { Reply } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Wall-clock milliseconds from start to the last byte; the client's default if absent. */
  readonly timeout?: Millis
  /** Certificates (PEM) to trust besides the system's, for this request. */
  readonly caFile?: string | undefined
  /** Bytes of the unpacked answer; the client's default where absent. */
  readonly bodyLimit?: number
}

/** Any status: what it means is the vendor's affair. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/**
 * `nothingLeft` is true where surely no byte of the request reached the vendor (no such name, connection refused, a
 * certificate we do not trust): a write that failed so cannot have been done.
 */
export type HttpFault = VendorFault & { readonly nothingLeft?: boolean }

/**
 * The one way out of the engine. Faults: `timed-out`, `unreachable`, `unreadable-answer` (too large, a redirect),
 * `drill-guard`. Never retries.
 */
export interface HttpClient {
  request(request: HttpRequest, signal: AbortSignal): Promise<Reply<HttpAnswer, HttpFault>>
  /** What speaks something else than HTTP asks here before it opens a connection of its own; where absent, none may. */
  readonly refuses?: Refuses
}

/** Why nothing may leave for an address; null: it may. */
export type Refuses = (address: URL) => HttpFault | null
