import { type Asked, type Decision, ENTER_PATH, type House, LINK_PATH, refusal } from './asked'
import { isKey, readCookie } from './cookie'
import { HeaderFields } from './header-fields'
import { refuseSender } from './request-sender'
import { refuseShape } from './request-shape'

/**
 * The one gate of the web host, pure: what does not pass it meets no handler. It answers to three dangers: a page of
 * another origin that talks to loopback, a foreign name that resolves to loopback (DNS rebinding), and another user of
 * this machine, who has no key.
 */
export function decide(asked: Asked, house: House): Decision {
  const fields = new HeaderFields(asked.rawHeaders)
  return refuseShape(asked, fields) ?? refuseSender(asked, fields, house.port) ?? admit(asked, fields, house)
}

function admit(asked: Asked, fields: HeaderFields, house: House): Decision {
  if (!asked.upgrade && asked.target.startsWith(ENTER_PATH)) return admitByKey(asked, house)
  // Before the path, so that without the key nobody learns which paths there are.
  const cookie = readCookie(fields.one('cookie') ?? '', house.port)
  if (cookie === undefined || !isKey(cookie, house.key)) return refusal(401, 'no session')
  if (asked.upgrade) return asked.target === LINK_PATH ? { pass: 'link' } : refusal(404, 'no such socket')
  if (!house.paths.has(asked.target)) return refusal(404, 'no such page')
  return { pass: 'file', path: asked.target, host: fields.one('host') ?? '' }
}

function admitByKey(asked: Asked, house: House): Decision {
  if (asked.method !== 'GET') return refusal(405, 'method')
  return isKey(asked.target.slice(ENTER_PATH.length), house.key) ? { pass: 'enter' } : refusal(401, 'wrong key')
}
