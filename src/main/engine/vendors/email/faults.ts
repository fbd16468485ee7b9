import { coded } from '../../../../shared/contract/coded-text'
import { type Millis, roughSpan } from '../../../../shared/lib/time'
import { networkFault } from '../../http/network-fault'
import { plainLine } from '../../http/plain-text'
import type { HttpFault } from '../../http/types'

/** What the SMTP library threw; it renames the network's own codes. */
interface Thrown {
  readonly code: string
  readonly original: string
  readonly syscall: string | undefined
  readonly command: string
  /** Of the server's answer; 0: it did not answer. */
  readonly status: number
  readonly said: string
}

/** [EM4] What went wrong with a mail server, without what was sent to it. */
export function smtpFault(error: unknown, address: URL, timeout: Millis): HttpFault {
  const thrown = read(error)
  const { code, original, syscall, command, status, said } = thrown
  const { host } = address
  if (command === 'STARTTLS' && status >= 400)
    return { kind: 'token-refused', status, ...coded('smtp-no-tls', { host }) }
  if (code === 'EAUTH') return { kind: 'token-refused', status, ...coded('smtp-login', { host, status, said }) }
  // 4yz is “not now”, 5yz “never” (RFC 5321, 4.2.1).
  if (status >= 500) return { kind: 'vendor-error', status, ...coded('smtp-refused', { host, status, said }) }
  if (status >= 400) return { kind: 'rate-limited', retryAfter: null, ...coded('smtp-later', { host, status, said }) }
  if (code === 'ETIMEDOUT') {
    return { kind: 'timed-out', after: timeout, ...coded('host-silent', { host, span: roughSpan(timeout) }) }
  }
  const cause = { code: causes[code] ?? original, ...(syscall !== undefined && { syscall }) }
  return networkFault(address, new Error('smtp', { cause }))
}

/** Codes of the library where it kept none of the network. */
const causes: Readonly<Record<string, string>> = { EDNS: 'ENOTFOUND', ECONNECTION: 'ECONNRESET' }

function read(error: unknown): Thrown {
  const fields: Readonly<Record<string, unknown>> = error instanceof Error ? { ...error } : {}
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  const cause = error instanceof Error && typeof error.cause === 'object' ? { ...error.cause } : {}
  const within = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  return {
    code: text('code'),
    original: text('originalCode') || within || text('code'),
    syscall: typeof fields.syscall === 'string' ? fields.syscall : undefined,
    command: text('command'),
    status: typeof fields.responseCode === 'number' ? fields.responseCode : 0,
    said: plainLine(text('response').replace(/^\d{3}[ -]?/, ''), 300),
  }
}
