import { coded } from '../../../shared/contract/coded-text'
import { type Vendor, vendorName } from '../../../shared/contract/vendors'
import { fail, type Reply } from '../../../shared/lib/reply'
import { withoutTraces } from '../http/redact'
import { type Credential, openSecretTraces } from '../http/secret-traces'
import { faultOfStatus, type Words } from '../http/status'
import type { HttpAnswer, HttpClient, HttpFault } from '../http/types'

/** Where to post: the address is the secret, so that nothing but a client ever sees it. */
export interface SecretAddress {
  readonly vendor: Vendor
  readonly address: string
  readonly http: HttpClient
  /** What is secret of it, to be left out of every answer. */
  readonly credentials: readonly Credential[]
  readonly words: Words
}

export interface Post {
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** [WE1] One POST. Any 2xx is the answer, every other status a fault with the vendor's words. */
export async function postTo(
  to: SecretAddress,
  post: Post,
  signal: AbortSignal,
): Promise<Reply<HttpAnswer, HttpFault>> {
  const reply = await postAnswered(to, post, signal)
  if (!reply.ok || (reply.value.status >= 200 && reply.value.status < 300)) return reply
  return fail(refusalOf(to, reply.value))
}

/** [HR1] Words that were decoded may reveal what was escaped in the answer's text. */
export function refusalOf({ vendor, credentials, words }: SecretAddress, answer: HttpAnswer): HttpFault {
  return withoutTraces(faultOfStatus(vendor, answer, words), openSecretTraces(credentials))
}

/** One POST; any status. */
export async function postAnswered(
  { vendor, address, http }: SecretAddress,
  { body, headers }: Post,
  signal: AbortSignal,
): Promise<Reply<HttpAnswer, HttpFault>> {
  const fault = addressFault(vendor, address)
  if (fault !== null) return fail(fault)
  const sent = { 'Content-Type': 'application/json; charset=utf-8', 'User-Agent': 'Quarterdeck', ...headers }
  return http.request({ method: 'POST', url: new URL(address), headers: sent, body }, signal)
}

/** Why nothing can be posted there; null: it can. */
export function addressFault(vendor: Vendor, address: string): HttpFault | null {
  if (/^https?:$/.test(URL.parse(address)?.protocol ?? '')) return null
  const why = coded(address === '' ? 'address-missing' : 'address-wrong', { vendor: vendorName[vendor] })
  return { kind: 'token-refused', status: 401, ...why, nothingLeft: true }
}

/**
 * [WE2] The parts of an address that nobody may read: of its path and query what has letters and digits, as made ones
 * have; all of both where nothing has.
 */
export function secretParts(address: string): readonly Credential[] {
  const url = URL.parse(address)
  if (url === null) return [{ text: address, open: 0 }]
  const parts = [...url.pathname.split('/'), ...url.search.slice(1).split(/[&=]/)].flatMap(asSent)
  const made = parts.filter(part => part.length >= SHORTEST_MADE && /\d/.test(part) && /[a-z]/i.test(part))
  return (made.length === 0 ? [`${url.pathname}${url.search}`] : made).map(text => ({ text, open: 0 }))
}

const SHORTEST_MADE = 8

/** As it is in the address, and as a receiver reads it. */
function asSent(part: string): readonly string[] {
  try {
    return [...new Set([part, decodeURIComponent(part)])]
  } catch {
    // A percent sign that is no escape.
    return [part]
  }
}
