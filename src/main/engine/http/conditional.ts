import { ok } from '../../../shared/lib/reply'
import type { HttpAnswer, HttpClient, HttpRequest } from './types'

/** Characters of all cached answers together; the least recently used one is dropped first. */
const KEPT_LIMIT = 16 * 1024 * 1024

interface Kept {
  readonly answer: HttpAnswer
  readonly asks: Readonly<Record<string, string>>
}

/**
 * Asks a vendor that names its answers (ETag, Last-Modified) only for what is new: a 304 becomes the answer that it
 * confirms, which is as fresh as a new one (RFC 9110, 13.1 and 15.4.5). For one account only: what one token may read
 * another may not.
 */
export function conditionalHttp(http: HttpClient, limit = KEPT_LIMIT): HttpClient {
  const kept = storedAnswers(limit)
  return {
    request: async (request, signal) => {
      if (request.method !== 'GET') return http.request(request, signal)
      const known = kept.read(request)
      const asked = known === undefined ? request : { ...request, headers: { ...request.headers, ...known.asks } }
      const reply = await http.request(asked, signal)
      if (!reply.ok) return reply
      if (reply.value.status === 304 && known !== undefined) {
        return ok({ ...known.answer, headers: confirmedHeaders(known.answer.headers, reply.value.headers) })
      }
      if (reply.value.status === 200) kept.keep(request, reply.value)
      return reply
    },
  }
}

/** The newer headers win: they have the remaining budget. */
function confirmedHeaders(before: Headers, now: Headers): Headers {
  const headers = new Headers(before)
  for (const [name, value] of now) headers.set(name, value)
  return headers
}

function storedAnswers(limit: number) {
  // A Map iterates in the order in which keys were set: the first is the least recently used.
  const kept = new Map<string, Kept>()
  let size = 0
  const forget = (key: string) => {
    size -= kept.get(key)?.answer.text.length ?? 0
    kept.delete(key)
  }
  return {
    read: ({ url }: HttpRequest): Kept | undefined => kept.get(url.href),
    keep: ({ url }: HttpRequest, answer: HttpAnswer) => {
      forget(url.href)
      const asks = questionsOf(answer.headers)
      if (asks === null || answer.text.length > limit) return
      kept.set(url.href, { answer, asks })
      size += answer.text.length
      for (const oldest of kept.keys()) {
        if (size <= limit) break
        forget(oldest)
      }
    },
  }
}

/** Null: the answer has no validator, or must not be cached. */
function questionsOf(headers: Headers): Readonly<Record<string, string>> | null {
  if (/\bno-store\b/i.test(headers.get('cache-control') ?? '')) return null
  const [tag, changed] = [headers.get('etag'), headers.get('last-modified')]
  if (tag !== null) return { 'If-None-Match': tag }
  return changed === null ? null : { 'If-Modified-Since': changed }
}
