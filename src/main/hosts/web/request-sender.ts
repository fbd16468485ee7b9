import { type Asked, type Refusal, refusal } from './asked'
import type { HeaderFields } from './header-fields'

/** What a browser says a request is for. A page in a frame, or of another site, is not among it. */
const pageFetch = {
  'sec-fetch-site': ['same-origin', 'none'],
  'sec-fetch-mode': ['navigate', 'no-cors', 'cors', 'same-origin'],
  'sec-fetch-dest': ['document', 'empty', 'script', 'style', 'image', 'font', 'worker', 'manifest'],
}
/** Nobody types a link into the address bar of a socket: it comes from our own page only. */
const linkFetch = {
  'sec-fetch-site': ['same-origin'],
  'sec-fetch-mode': ['websocket'],
  'sec-fetch-dest': ['websocket', 'empty'],
}

/**
 * Refuses by who sent it: the Host must be ours letter by letter (a rebound name is not), and the Origin that host.
 * Source: RFC 6455 §10.2 and the W3C's Fetch Metadata.
 */
export function refuseSender(asked: Asked, fields: HeaderFields, port: number): Refusal | undefined {
  const host = fields.one('host')
  if (host === undefined || !hosts(port).includes(host)) return refusal(421, 'a foreign Host')
  const origin = fields.one('origin')
  if (origin === undefined ? asked.upgrade : origin !== `http://${host}`) return refusal(403, 'a foreign Origin')
  const strange = Object.entries(asked.upgrade ? linkFetch : pageFetch).some(([name, allowed]) => {
    const said = fields.one(name)
    return said !== undefined && !allowed.includes(said)
  })
  return strange ? refusal(403, 'a request of another site') : undefined
}

/** A browser leaves out the port that HTTP has by itself. */
function hosts(port: number): readonly string[] {
  return ['127.0.0.1', 'localhost'].map(name => (port === 80 ? name : `${name}:${port}`))
}
