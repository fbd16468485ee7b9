import { NO_CERTIFICATES } from './agents'
import type { HttpFault } from './types'

/** What went wrong below HTTP, in words that name the host. */
interface Trouble {
  readonly words: (host: string) => string
  readonly nothingLeft: boolean
}

const unknownName: Trouble = {
  words: host => `The name ${host} was not found: no network, or a typing error in the address`,
  nothingLeft: true,
}
const refused: Trouble = {
  words: host => `${host} refused the connection: nothing listens at that address`,
  nothingLeft: true,
}
const noWay: Trouble = { words: host => `There is no way to ${host} from this network`, nothingLeft: true }
const brokenOff: Trouble = {
  words: host => `${host} broke the connection off before it had answered`,
  nothingLeft: false,
}
const untrusted: Trouble = {
  words: host => `The certificate of ${host} is not one that this computer trusts for that name`,
  nothingLeft: true,
}
const expired: Trouble = { words: host => `The certificate of ${host} has expired`, nothingLeft: true }
const notTls: Trouble = {
  words: host => `${host} does not speak https there: check http or https, and the port`,
  nothingLeft: true,
}

const closedProxy: Trouble = {
  words: host => `The proxy on the way to ${host} did not let Quarterdeck through: look at HTTPS_PROXY and NO_PROXY`,
  nothingLeft: true,
}
const noCertificates: Trouble = {
  words: host => `The file of certificates for ${host} cannot be read: look at its path`,
  nothingLeft: true,
}

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
  if (cause === null) {
    const message = `The request to ${url.host} cannot be made: look for odd characters in the address or the token`
    return { kind: 'unreachable', message, nothingLeft: true }
  }
  if (/^(HPE|Z)_/.test(cause.code)) {
    return { kind: 'unreadable-answer', message: `What ${url.host} answered is not HTTP, or is damaged` }
  }
  const trouble = Object.hasOwn(troubles, cause.code) ? troubles[cause.code] : undefined
  const message =
    trouble?.words(url.host) ?? `The connection to ${url.host} failed (${cause.code || 'no reason given'})`
  return { kind: 'unreachable', message, nothingLeft: trouble?.nothingLeft ?? cause.connecting }
}

/** Null: `fetch` refused the arguments, so there was no connection that could fail. */
function causeOf(error: unknown): { readonly code: string; readonly connecting: boolean } | null {
  if (!(error instanceof Error) || error.cause === undefined) return null
  const cause = error.cause
  if (typeof cause !== 'object' || cause === null) return { code: '', connecting: false }
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  return { code, connecting: 'syscall' in cause && cause.syscall === 'connect' }
}
