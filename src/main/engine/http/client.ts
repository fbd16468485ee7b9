import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { type Millis, roughSpan, SECOND } from '../../../shared/lib/time'
import { startDeadline } from './deadline'
import { networkFault } from './network-fault'
import type { HttpAnswer, HttpClient, HttpFault, HttpRequest } from './types'

export const DEFAULT_TIMEOUT: Millis = 10 * SECOND
/** Bytes after decompression. */
export const DEFAULT_BODY_LIMIT = 8 * 1024 * 1024

interface Limits {
  readonly timeout: Millis
  readonly bodyLimit: number
}

/**
 * A client on the platform's `fetch`. `timeout` is wall milliseconds for the whole exchange, `bodyLimit` bytes of the
 * unpacked answer. It follows no redirect: a token must not be carried to a place that nobody configured.
 */
export function createHttpClient(options: Partial<Limits> = {}): HttpClient {
  const limits = { timeout: options.timeout ?? DEFAULT_TIMEOUT, bodyLimit: options.bodyLimit ?? DEFAULT_BODY_LIMIT }
  return {
    request: (request, signal) => {
      const { timeout = limits.timeout, bodyLimit = limits.bodyLimit } = request
      return exchange(request, { timeout, bodyLimit }, signal)
    },
  }
}

async function exchange(
  request: HttpRequest,
  limits: Limits,
  signal: AbortSignal,
): Promise<Reply<HttpAnswer, HttpFault>> {
  if (signal.aborted) return fail({ ...stopped(request.url), nothingLeft: true })
  const deadline = startDeadline(limits.timeout, signal)
  let begun = false
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body ?? null,
      redirect: 'manual',
      signal: deadline.signal,
    })
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

async function readAnswer(url: URL, response: Response, limit: number): Promise<Reply<HttpAnswer, HttpFault>> {
  const { status, headers } = response
  const target = headers.get('location')
  if (status >= 300 && status < 400 && target !== null) {
    await response.body?.cancel()
    return fail(redirected(url, target))
  }
  const text = await readText(response, limit)
  return text === null ? fail(tooLarge(url, limit)) : ok({ status, headers, text })
}

/** Null: longer than `limit` bytes; the rest is not read. */
async function readText(response: Response, limit: number): Promise<string | null> {
  if (response.body === null) return ''
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength
    if (bytes > limit) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(part.value, { stream: true })
  }
  return text + decoder.decode()
}

function stopped(url: URL): HttpFault {
  return { kind: 'unreachable', message: `Quarterdeck stopped asking ${url.host} before it had answered` }
}

function timedOut(url: URL, after: Millis): HttpFault {
  const span = after < SECOND ? `${after} ms` : roughSpan(after)
  return { kind: 'timed-out', after, message: `${url.host} did not answer within ${span}` }
}

/** Names the other address without its query, which may carry what only that host should read. */
function redirected(url: URL, target: string): HttpFault {
  const to = URL.parse(target, url)
  const place = to === null ? 'another address' : `${to.origin}${to.pathname}`
  return {
    kind: 'unreadable-answer',
    message: `${url.host} sends us on to ${place}, which Quarterdeck does not follow: enter the address that answers itself`,
  }
}

function tooLarge(url: URL, limit: number): HttpFault {
  const size = limit < 1024 * 1024 ? `${limit} bytes` : `${Math.floor(limit / 1024 / 1024)} MB`
  return { kind: 'unreadable-answer', message: `The answer of ${url.host} is larger than ${size}, so it was not read` }
}
