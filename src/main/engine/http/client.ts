import { coded } from '../../../shared/contract/coded-text'
import type { CodedPart } from '../../../shared/contract/fault-codes'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { type Millis, roughSpan, SECOND } from '../../../shared/lib/time'
import { goesByProxy, openAgents, type ProxyEnvironment } from './agents'

import { networkFault } from './network-fault'
import { type OpenedAnswer, overAgents, overFetch, type Transport } from './transport'
import type { HttpAnswer, HttpClient, HttpFault, HttpRequest } from './types'

/** Aborts its signal after `span` of wall-clock time, or when `outer` aborts; `passed` says which. `clear` ends it. */
interface RequestDeadline {
  readonly signal: AbortSignal
  passed(): boolean
  clear(): void
}

// `AbortSignal.any` is not used: it would hang one listener a request on a signal that lives as long as the engine.
function startDeadline(span: Millis, outer: AbortSignal): RequestDeadline {
  const inner = new AbortController()
  let passed = false
  const timer = setTimeout(() => {
    passed = true
    inner.abort()
  }, span)
  const giveUp = () => inner.abort()
  outer.addEventListener('abort', giveUp, { once: true })
  return {
    signal: inner.signal,
    passed: () => passed,
    clear: () => {
      clearTimeout(timer)
      outer.removeEventListener('abort', giveUp)
    },
  }
}

export const DEFAULT_TIMEOUT: Millis = 10 * SECOND
/** Bytes after decompression. */
export const DEFAULT_BODY_LIMIT = 8 * 1024 * 1024

interface Limits {
  readonly timeout: Millis
  readonly bodyLimit: number
}

export interface HttpClientOptions extends Partial<Limits> {
  /** Where a proxy is named; none where absent. */
  readonly proxyEnv?: ProxyEnvironment
  /** Called once, before the first request that needs certificates: reading those of the system takes 0.2 s. */
  readonly beforeTls?: (() => void) | undefined
}

/**
 * A client on the platform's `fetch`, or on its agents if a proxy or a connection's own certificates need them.
 * `timeout` is wall-clock milliseconds for the whole exchange, `bodyLimit` bytes of the unpacked answer. It follows no
 * redirect: a token must not be sent to an address that nobody configured.
 */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const limits = { timeout: options.timeout ?? DEFAULT_TIMEOUT, bodyLimit: options.bodyLimit ?? DEFAULT_BODY_LIMIT }
  const { proxyEnv = {} } = options
  const byAgents = overAgents(openAgents(proxyEnv))
  let { beforeTls } = options
  return {
    refuses: () => null,
    request: (request, signal) => {
      if (request.url.protocol === 'https:') {
        beforeTls?.()
        beforeTls = undefined
      }
      const { timeout = limits.timeout, bodyLimit = limits.bodyLimit } = request
      const special = request.caFile !== undefined || goesByProxy(request.url, proxyEnv)
      return exchange(request, { timeout, bodyLimit, transport: special ? byAgents : overFetch }, signal)
    },
  }
}

async function exchange(
  request: HttpRequest,
  limits: Limits & { readonly transport: Transport },
  signal: AbortSignal,
): Promise<Reply<HttpAnswer, HttpFault>> {
  if (signal.aborted) return fail({ ...stopped(request.url), nothingLeft: true })
  const deadline = startDeadline(limits.timeout, signal)
  let begun = false
  try {
    const response = await limits.transport(request, deadline.signal)
    begun = true
    return await readAnswer(request.url, response, limits.bodyLimit)
  } catch (error: unknown) {
    if (deadline.passed()) return fail(timedOut(request.url, limits.timeout))
    if (signal.aborted) return fail(stopped(request.url))
    const fault = networkFault(request.url, error)
    // Whatever broke an answer that had begun: the request had arrived.
    return fail(begun ? { ...fault, nothingLeft: false } : fault)
  } finally {
    deadline.clear()
  }
}

async function readAnswer(url: URL, response: OpenedAnswer, limit: number): Promise<Reply<HttpAnswer, HttpFault>> {
  const { status, headers } = response
  const target = headers.get('location')
  if (status >= 300 && status < 400 && target !== null) {
    await readText(response, 0)
    return fail(redirected(url, target))
  }
  const text = await readText(response, limit)
  return text === null ? fail(tooLarge(url, limit)) : ok({ status, headers, text })
}

/** Null: longer than `limit` bytes; the rest is not read. */
async function readText({ body }: OpenedAnswer, limit: number): Promise<string | null> {
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for await (const part of body ?? []) {
    bytes += part.byteLength
    if (bytes > limit) return null
    // As they come: a storm's answer has tens of megabytes, which would keep the loop if they were decoded at once.
    text += decoder.decode(part, { stream: true })
  }
  return text + decoder.decode()
}

function stopped(url: URL): HttpFault {
  return { kind: 'unreachable', ...coded('request-stopped', { host: url.host }) }
}

function timedOut(url: URL, after: Millis): HttpFault {
  const span = after < SECOND ? `${after} ms` : roughSpan(after)
  return { kind: 'timed-out', after, ...coded('host-silent', { host: url.host, span }) }
}

/** Names the other address without its query, which may carry what only that host should read. */
function redirected(url: URL, target: string): HttpFault {
  const to = URL.parse(target, url)
  const place = to === null ? ({ code: 'another-address' } as const) : `${to.origin}${to.pathname}`
  return { kind: 'unreadable-answer', ...coded('host-redirects', { host: url.host, place }) }
}

function tooLarge(url: URL, limit: number): HttpFault {
  const size: CodedPart =
    limit < 1024 * 1024
      ? { code: 'size-bytes', values: { size: limit } }
      : { code: 'size-megabytes', values: { size: Math.floor(limit / 1024 / 1024) } }
  return { kind: 'unreadable-answer', ...coded('answer-too-large', { host: url.host, size }) }
}
