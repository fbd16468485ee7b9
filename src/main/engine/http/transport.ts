import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { createGunzip } from 'node:zlib'
import type { Agents } from './agents'
import type { HttpRequest } from './types'

/** An answer whose body has not been read yet. Leaving the loop over the body early ends the connection. */
export interface OpenedAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: AsyncIterable<Uint8Array> | null
}

/** Follows no redirect. Rejects as `fetch` does: what went wrong below HTTP is the error's `cause`. */
export type Transport = (request: HttpRequest, signal: AbortSignal) => Promise<OpenedAnswer>

export const overFetch: Transport = async (request, signal) =>
  fetch(request.url, {
    method: request.method,
    headers: request.headers,
    body: request.body ?? null,
    redirect: 'manual',
    signal,
  })

/** The platform's `fetch` knows neither a proxy nor certificates of one connection; its agents do. */
export function overAgents(agents: Agents): Transport {
  return ({ url, method, headers, body, caFile }, signal) =>
    new Promise((opened, failed) => {
      const broken = (cause: unknown) => failed(new Error('request failed', { cause }))
      const secure = url.protocol === 'https:'
      const agent = secure ? agents.https(caFile) : agents.http()
      const ask = secure ? requestHttps : requestHttp
      const asked = ask(url, { method, headers: { 'Accept-Encoding': 'gzip', ...headers }, agent, signal }, answer => {
        const told = new Headers()
        for (const [name, value] of Object.entries(answer.headers)) told.set(name, [value].flat().join(', '))
        const packed = told.get('content-encoding') === 'gzip'
        opened({ status: answer.statusCode ?? 0, headers: told, body: packed ? unpacked(answer) : answer })
      })
      asked.once('error', broken)
      asked.end(body)
    })
}

function unpacked(answer: NodeJS.ReadableStream & AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const plain = createGunzip()
  // A stream does not hand an error on to the one that it is piped into.
  answer.once('error', error => plain.destroy(error))
  return answer.pipe(plain)
}
