import { coded, codedPart } from '../../../shared/contract/coded-text'
import type { FaultCode } from '../../../shared/contract/fault-codes'
import { NO_CERTIFICATES } from './agents'
import type { HttpFault } from './types'

/** What went wrong below HTTP; each text names the host. */
interface Trouble {
  readonly code: Extract<FaultCode, `host-${string}`>
  readonly nothingLeft: boolean
}

const unknownName: Trouble = { code: 'host-unknown', nothingLeft: true }
const refused: Trouble = { code: 'host-refused', nothingLeft: true }
const noWay: Trouble = { code: 'host-no-way', nothingLeft: true }
const brokenOff: Trouble = { code: 'host-broke-off', nothingLeft: false }
const untrusted: Trouble = { code: 'host-untrusted', nothingLeft: true }
const expired: Trouble = { code: 'host-expired', nothingLeft: true }
const notTls: Trouble = { code: 'host-not-tls', nothingLeft: true }
const closedProxy: Trouble = { code: 'host-proxy', nothingLeft: true }
const noCertificates: Trouble = { code: 'host-certificates', nothingLeft: true }

const troubles: Readonly<Record<string, Trouble>> = {
  ENOTFOUND: unknownName,
  EAI_AGAIN: unknownName,
  ECONNREFUSED: refused,
  EHOSTUNREACH: noWay,
  ENETUNREACH: noWay,
  ENETDOWN: noWay,
  UND_ERR_CONNECT_TIMEOUT: noWay,
  ECONNRESET: brokenOff,
  EPIPE: brokenOff,
  UND_ERR_SOCKET: brokenOff,
  CERT_HAS_EXPIRED: expired,
  CERT_NOT_YET_VALID: untrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted,
  ERR_PROXY_TUNNEL: closedProxy,
  ERR_PROXY_INVALID_CONFIG: closedProxy,
  [NO_CERTIFICATES]: noCertificates,
  ERR_SSL_WRONG_VERSION_NUMBER: notTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: notTls,
}

/**
 * What `fetch` threw, as a fault. It never repeats the error's own message: that one may quote the address with a
 * password in it, or the header that held the token.
 */
export function networkFault(url: URL, error: unknown): HttpFault {
  const cause = causeOf(error)
  const { host } = url
  if (cause === null) return { kind: 'unreachable', ...coded('request-impossible', { host }), nothingLeft: true }
  if (cause.badPort) return { kind: 'unreachable', ...coded('host-bad-port', { host }), nothingLeft: true }
  if (/^(HPE|Z)_/.test(cause.code)) return { kind: 'unreadable-answer', ...coded('answer-broken', { host }) }
  const trouble = Object.hasOwn(troubles, cause.code) ? troubles[cause.code] : undefined
  const reason = cause.code || ({ code: 'no-reason' } as const)
  const { code, nothingLeft } = trouble ?? { code: 'host-failed', nothingLeft: cause.connecting }
  return { kind: 'unreachable', ...codedPart({ code, values: { host, reason } }), nothingLeft }
}

interface Cause {
  readonly code: string
  readonly connecting: boolean
  /** Blocked by the Fetch standard (“port blocking”): a port of another protocol: nobody is called there. */
  readonly badPort: boolean
}

/** Null: `fetch` refused the arguments, so there was no connection that could fail. */
function causeOf(error: unknown): Cause | null {
  if (!(error instanceof Error) || error.cause === undefined) return null
  const cause = error.cause
  if (typeof cause !== 'object' || cause === null) return { code: '', connecting: false, badPort: false }
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  const badPort = cause instanceof Error && cause.message === 'bad port'
  return { code, connecting: 'syscall' in cause && cause.syscall === 'connect', badPort }
}
