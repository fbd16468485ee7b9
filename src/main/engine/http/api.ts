import { coded } from '../../../shared/contract/coded-text'
import { type Vendor, vendorName } from '../../../shared/contract/vendors'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { type Parser, parseJson } from './json'
import { parseLongList } from './long-list'
import { withoutTraces } from './redact'
import type { ParsedRows } from './rows'
import { credentialIn, openSecretTraces } from './secret-traces'
import { faultOfStatus, type Words } from './status'
import type { HttpAnswer, HttpClient, HttpFault, HttpRequest } from './types'

export interface ApiOptions {
  readonly vendor: Vendor
  readonly http: HttpClient
  /** As a person typed it; it may have a path in front of `root`, and may already end with `root`. */
  readonly baseUrl: string
  /** Where the vendor's API begins, such as `/api/v1`; empty for none. */
  readonly root: string
  readonly headers: Readonly<Record<string, string>>
  readonly words: Words
}

export interface ApiRequest {
  readonly method: HttpRequest['method']
  /** After the root; its parts already encoded. */
  readonly path: string
  readonly query?: readonly (readonly [string, string])[]
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  /** Bytes, where the answer may be larger than most. */
  readonly bodyLimit?: number
}

/** Alertmanager and Prometheus know no pages: a storm of 50,000 alerts is one answer of some 40 MB. */
export const STORM_BODY_LIMIT = 96 * 1024 * 1024

/** One vendor's API as its client sees it: address, headers and the meaning of a bad status are settled. */
export interface Api {
  /** Any status. */
  send(request: ApiRequest, signal: AbortSignal): Promise<Reply<HttpAnswer, HttpFault>>
  /** The parsed body of a 2xx; every other status as a fault with the vendor's words. */
  read<T>(answer: HttpAnswer, parse: Parser<T>): Reply<T, HttpFault>
  /** `send`, then `read`. */
  ask<T>(request: ApiRequest, parse: Parser<T>, signal: AbortSignal): Promise<Reply<T, HttpFault>>
  /** The same of a list that may be as long as a storm: it is parsed in parts, each by `parse`. */
  askList<T>(
    request: ApiRequest,
    parse: Parser<ParsedRows<T>>,
    signal: AbortSignal,
  ): Promise<Reply<ParsedRows<T>, HttpFault>>
}

export function openApi(options: ApiOptions): Api {
  const traces = openSecretTraces([credentialIn(options.headers.Authorization ?? '')])
  /** [HR1] Words that a parser has decoded may reveal what was escaped in the answer's text. */
  const clean = <T>(reply: Reply<T, HttpFault>): Reply<T, HttpFault> =>
    reply.ok ? reply : fail(withoutTraces(reply.fault, traces))
  const api: Api = {
    send: async (request, signal) => {
      const url = endpoint(options.baseUrl, options.root, request)
      if (url === null) return fail(wrongAddress(options.vendor))
      const { method, bodyLimit } = request
      const limit = bodyLimit === undefined ? {} : { bodyLimit }
      return options.http.request({ method, url, ...limit, ...content(request, options.headers) }, signal)
    },
    read: (answer, parse) => {
      const whole = wholeAnswer(answer, options)
      const body = whole.ok ? parseJson(options.vendor, whole.value) : whole
      return clean(body.ok ? parse(body.value) : body)
    },
    ask: async (request, parse, signal) => {
      const answer = await api.send(request, signal)
      return answer.ok ? api.read(answer.value, parse) : answer
    },
    askList: async (request, parse, signal) => {
      const answer = await api.send(request, signal)
      if (!answer.ok) return answer
      const whole = wholeAnswer(answer.value, options)
      return clean(whole.ok ? await parseLongList(options.vendor, whole.value, parse) : whole)
    },
  }
  return api
}

/** The text of an answer that has one. */
function wholeAnswer(answer: HttpAnswer, { vendor, words }: ApiOptions): Reply<string, HttpFault> {
  if (answer.status < 200 || answer.status > 299) return fail(faultOfStatus(vendor, answer, words))
  // A cache or a proxy on the way may keep a part of an answer, and parts read like the whole.
  return answer.status === PARTIAL ? fail(partOnly(vendor)) : ok(answer.text)
}

/** Null: `baseUrl` is no web address. Its own path stays in front, its query and fragment go. */
export function endpoint(baseUrl: string, root: string, request: Pick<ApiRequest, 'path' | 'query'>): URL | null {
  const url = URL.parse(baseUrl.trim())
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  const front = url.pathname.replace(/\/+$/, '')
  url.pathname = (root !== '' && front.endsWith(root) ? front : front + root) + request.path
  url.search = new URLSearchParams((request.query ?? []).map(([name, value]) => [name, value])).toString()
  url.hash = ''
  return url
}

function content(request: ApiRequest, own: Readonly<Record<string, string>>): Pick<HttpRequest, 'headers' | 'body'> {
  const headers = { Accept: 'application/json', 'User-Agent': 'Quarterdeck', ...own }
  if (request.form !== undefined) {
    const body = new URLSearchParams(request.form).toString()
    return { headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' }, body }
  }
  if (request.json === undefined) return { headers }
  return {
    // The vendor's own form wins: PagerDuty accepts no charset after it.
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(request.json),
  }
}

const PARTIAL = 206

function partOnly(vendor: Vendor): HttpFault {
  return { kind: 'unreadable-answer', ...coded('answer-part', { vendor: vendorName[vendor] }) }
}

function wrongAddress(vendor: Vendor): HttpFault {
  return { kind: 'unreachable', ...coded('no-web-address', { vendor: vendorName[vendor] }), nothingLeft: true }
}
