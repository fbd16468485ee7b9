import { type Asked, type Refusal, refusal } from './asked'
import type { HeaderFields } from './header-fields'

/** Headers that decide something. One that comes twice is an attempt to be read in two ways. */
const single = [
  'host',
  'origin',
  'cookie',
  'connection',
  'upgrade',
  'content-length',
  'transfer-encoding',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'sec-websocket-key',
  'sec-websocket-version',
]

/** Headers of a request with a body, or that asks for something this host never does. */
const unwelcome = ['transfer-encoding', 'content-type', 'content-encoding', 'expect', 'trailer', 'http2-settings']

const TARGET_LIMIT = 512
/** A browser sends some fifteen. */
const HEADER_LIMIT = 100
/** Origin form, of plain characters: nothing to decode, so nothing to decode in two ways. */
const plainTarget = /^\/(?!\/)[\w./-]*$/

/** Refuses a request by its form alone, whoever sent it. */
export function refuseShape(asked: Asked, fields: HeaderFields): Refusal | undefined {
  if (asked.httpVersion !== '1.1') return refusal(505, 'HTTP version')
  if (asked.method !== 'GET' && (asked.method !== 'HEAD' || asked.upgrade)) return refusal(405, 'method')
  if (asked.rawHeaders.length > 2 * HEADER_LIMIT) return refusal(431, 'too many headers')
  if (fields.repeated(single) !== undefined) return refusal(400, 'a header came twice')
  if (unwelcome.some(name => fields.has(name))) return refusal(400, 'a header of a request with a body')
  if ((fields.one('content-length') ?? '0') !== '0') return refusal(413, 'a body')
  if (asked.target.length > TARGET_LIMIT) return refusal(414, 'an over-long address')
  if (!plainTarget.test(asked.target) || asked.target.includes('/.')) return refusal(400, 'a malformed address')
  return asked.upgrade ? refuseHandshake(fields) : refuseStrayUpgrade(fields)
}

function refuseHandshake(fields: HeaderFields): Refusal | undefined {
  if (fields.one('upgrade')?.toLowerCase() !== 'websocket') return refusal(400, 'an upgrade to something else')
  if (fields.one('sec-websocket-version') !== '13') return refusal(426, 'WebSocket version')
  if (!/^[A-Za-z0-9+/]{22}==$/.test(fields.one('sec-websocket-key') ?? '')) return refusal(400, 'WebSocket key')
  if (fields.has('sec-websocket-protocol')) return refusal(400, 'a subprotocol')
  return undefined
}

function refuseStrayUpgrade(fields: HeaderFields): Refusal | undefined {
  return fields.has('upgrade') ? refusal(400, 'an upgrade without its connection header') : undefined
}
