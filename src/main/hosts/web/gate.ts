import { MOST_BUNDLE_BYTES } from '../../../shared/contract/bundles'
import { isFileId } from '../../../shared/domain/ids'
import { type Checked, sessionIdShape } from './browser-sessions'
import { readCookies } from './cookie'
import { secretShape } from './entrance.mjs'
import {
  type Admission,
  ARRIVE_PATH,
  ENTER_PATH,
  FILES_PATH,
  type GateContext,
  HERE_PATH,
  LINK_PATH,
  PROOF_KEY_PATH,
  PROOF_PATH,
  type Refusal,
  type RequestDecision,
  refusal,
  type WebRequest,
} from './gate-decision'
import { HeaderFields } from './header-fields'
import { refuseSender, senderOf } from './request-sender'

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

/** Refuses a request by its form alone, for any sender. */
function refuseShape(asked: WebRequest, fields: HeaderFields): Refusal | undefined {
  if (asked.httpVersion !== '1.1') return refusal(505, 'HTTP version')
  const brings = isBringing(asked)
  if (!brings && asked.method !== 'GET' && (asked.method !== 'HEAD' || asked.upgrade)) return refusal(405, 'method')
  if (asked.rawHeaders.length > 2 * HEADER_LIMIT) return refusal(431, 'too many headers')
  if (fields.repeated(single) !== undefined) return refusal(400, 'a header came twice')
  const strange = brings ? unwelcome.filter(name => name !== 'content-type') : unwelcome
  if (strange.some(name => fields.has(name))) return refusal(400, 'a header of a request with a body')
  const body = brings ? refuseBody(fields) : (fields.one('content-length') ?? '0') !== '0' && refusal(413, 'a body')
  if (body) return body
  if (asked.target.length > TARGET_LIMIT) return refusal(414, 'an over-long address')
  if (!plainTarget.test(asked.target) || asked.target.includes('/.')) return refusal(400, 'a malformed address')
  return asked.upgrade ? refuseHandshake(fields) : refuseStrayUpgrade(fields)
}

function isBringing({ method, target, upgrade }: WebRequest): boolean {
  return method === 'POST' && target === FILES_PATH && !upgrade
}

/** [BN1] A form of another site can send neither this type nor, without being asked about, this origin. */
function refuseBody(fields: HeaderFields): Refusal | undefined {
  if (fields.one('content-type') !== 'application/octet-stream') return refusal(415, 'type of a file')
  if (!fields.has('origin')) return refusal(403, 'a file without an Origin')
  const bytes = fields.one('content-length') ?? ''
  if (!/^[1-9]\d{0,11}$/.test(bytes)) return refusal(411, 'a file without its length')
  return Number(bytes) > MOST_BUNDLE_BYTES ? refusal(413, 'a file that is too large') : undefined
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

/**
 * The one gate of the web host: what does not pass it meets no handler. It answers to three dangers: a page of another
 * origin that talks to loopback, a foreign name that resolves to loopback (DNS rebinding), and another user of this
 * machine, who has neither a code nor a cookie.
 */
export function decide(asked: WebRequest, house: GateContext): RequestDecision {
  const fields = new HeaderFields(asked.rawHeaders)
  const sender = senderOf(asked)
  return (
    refuseShape(asked, fields) ??
    refuseSender(asked, fields, { ...house, sender }) ??
    admitAnybody(asked, fields, house) ??
    admitSession(asked, fields, house)
  )
}

/** What is answered without a session: the door itself, and what a page asks before it says who it is. */
function admitAnybody(asked: WebRequest, fields: HeaderFields, house: GateContext): RequestDecision | undefined {
  if (asked.upgrade) return undefined
  if (asked.target === HERE_PATH) return asked.method === 'GET' ? { pass: 'here' } : refusal(405, 'method')
  const wanted = behind(PROOF_PATH, asked.target)
  if (wanted !== undefined) return proofFor(wanted)
  const host = fields.one('host') ?? ''
  const entering = behind(ENTER_PATH, asked.target)
  const code = entering ?? behind(ARRIVE_PATH, asked.target)
  if (code === undefined) return undefined
  if (asked.method !== 'GET') return refusal(405, 'method')
  if (!secretShape.test(code)) return refusal(401, 'wrong code')
  const isAtHome = entering === undefined || host.startsWith(house.ownName)
  if (!isAtHome) return { pass: 'cross', code, host }
  return { pass: 'enter', code, host, direct: fromNowhereElse(fields.one('sec-fetch-site')) }
}

/** Anybody may ask for the proof to any session: it convinces nobody but that session's browser. */
function proofFor(wanted: string): RequestDecision {
  const [nonce = '', session = null, ...more] = wanted.split('/').reverse()
  const isKnown = secretShape.test(nonce) && (session === null || sessionIdShape.test(session)) && more.length === 0
  return isKnown ? { pass: 'proof', session, nonce } : refusal(404, 'no such page')
}

function admitSession(asked: WebRequest, fields: HeaderFields, house: GateContext): RequestDecision {
  const { target, upgrade } = asked
  // Before the path, so that without a session nobody learns which paths there are.
  const mayRenew = upgrade ? target === LINK_PATH : target === '/'
  const checked = checkEach(readCookies(fields.one('cookie') ?? '', house.port), house, mayRenew)
  if (!checked.ok) return refusal(401, 'no session')
  if (upgrade) return target === LINK_PATH ? { pass: 'link', admission: checked } : refusal(404, 'no such socket')
  if (target === FILES_PATH || target.startsWith(`${FILES_PATH}/`)) return admitFile(asked, fields, checked)
  if (target === PROOF_KEY_PATH && asked.method === 'GET') return { pass: 'proof-key', session: checked.session }
  if (!house.paths.has(target)) return refusal(404, 'no such page')
  return { pass: 'file', path: target, host: fields.one('host') ?? '', admission: checked }
}

/** [BN1] [AX1] Of the host's own windows only: a wallboard has no files. */
function admitFile(asked: WebRequest, fields: HeaderFields, admission: Admission): RequestDecision {
  if (admission.principal !== 'host') return refusal(403, 'a file, which only the host may bring or fetch')
  if (isBringing(asked)) return { pass: 'bring', bytes: Number(fields.one('content-length')), admission }
  const [file = '', saveAs = '', ...more] = asked.target.slice(FILES_PATH.length + 1).split('/')
  const isKnown = isFileId(file) && /^[\w-]{1,80}\.quarterdeck$/.test(saveAs) && more.length === 0
  return isKnown && asked.method === 'GET' ? { pass: 'fetch', file, saveAs, admission } : refusal(404, 'no such file')
}

/** The first that is good: a browser in which the cockpit and a wallboard are open has a cookie of each. */
function checkEach(cookies: readonly string[], house: GateContext, mayRenew: boolean): Checked {
  for (const cookie of cookies) {
    const checked = house.check(cookie, mayRenew)
    if (checked.ok) return checked
  }
  return { ok: false }
}

function behind(start: string, target: string): string | undefined {
  return target.startsWith(start) ? target.slice(start.length) : undefined
}

/** A strict cookie comes along only where no other site began the way here. */
function fromNowhereElse(site: string | undefined): boolean {
  return site === undefined || site === 'none' || site === 'same-origin'
}
