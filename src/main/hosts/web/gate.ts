import {
  ARRIVE_PATH,
  type Asked,
  type Decision,
  ENTER_PATH,
  HERE_PATH,
  type House,
  LINK_PATH,
  PROOF_KEY_PATH,
  PROOF_PATH,
  refusal,
} from './asked'
import { type Checked, sessionIdShape } from './browser-sessions'
import { readCookies } from './cookie'
import { secretShape } from './entrance.mjs'
import { HeaderFields } from './header-fields'
import { refuseSender, senderOf } from './request-sender'
import { refuseShape } from './request-shape'

/**
 * The one gate of the web host: what does not pass it meets no handler. It answers to three dangers: a page of another
 * origin that talks to loopback, a foreign name that resolves to loopback (DNS rebinding), and another user of this
 * machine, who has neither a code nor a cookie.
 */
export function decide(asked: Asked, house: House): Decision {
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
function admitAnybody(asked: Asked, fields: HeaderFields, house: House): Decision | undefined {
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
function proofFor(wanted: string): Decision {
  const [nonce = '', session = null, ...more] = wanted.split('/').reverse()
  const isKnown = secretShape.test(nonce) && (session === null || sessionIdShape.test(session)) && more.length === 0
  return isKnown ? { pass: 'proof', session, nonce } : refusal(404, 'no such page')
}

function admitSession(asked: Asked, fields: HeaderFields, house: House): Decision {
  const { target, upgrade } = asked
  // Before the path, so that without a session nobody learns which paths there are.
  const mayRenew = upgrade ? target === LINK_PATH : target === '/'
  const checked = checkEach(readCookies(fields.one('cookie') ?? '', house.port), house, mayRenew)
  if (!checked.ok) return refusal(401, 'no session')
  if (upgrade) return target === LINK_PATH ? { pass: 'link', admission: checked } : refusal(404, 'no such socket')
  if (target === PROOF_KEY_PATH && asked.method === 'GET') return { pass: 'proof-key', session: checked.session }
  if (!house.paths.has(target)) return refusal(404, 'no such page')
  return { pass: 'file', path: target, host: fields.one('host') ?? '', admission: checked }
}

/** The first that is good: a browser in which the cockpit and a wallboard are open has a cookie of each. */
function checkEach(cookies: readonly string[], house: House, mayRenew: boolean): Checked {
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
