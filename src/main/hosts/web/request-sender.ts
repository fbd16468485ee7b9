import { ARRIVE_PATH, ENTER_PATH, HERE_PATH, type Refusal, refusal, type WebRequest } from './gate-decision'
import type { HeaderFields } from './header-fields'

/**
 * Who may send a request: our page, its socket, any page that shows us a code, or any page that looks for the sign-in.
 */
export type Sender = 'page' | 'link' | 'door' | 'seeker'

const ways = ['navigate', 'no-cors', 'cors', 'same-origin']

/** What a browser says a request is for. A page in a frame, or of another site, is not among it. */
const fetches: Readonly<Record<Sender, Readonly<Record<string, readonly string[]>>>> = {
  page: {
    'sec-fetch-site': ['same-origin', 'none'],
    'sec-fetch-mode': ways,
    'sec-fetch-dest': ['document', 'empty', 'script', 'style', 'image', 'font', 'worker', 'manifest'],
  },
  // Nobody types a link into the address bar of a socket: it comes from our own page only.
  link: {
    'sec-fetch-site': ['same-origin'],
    'sec-fetch-mode': ['websocket'],
    'sec-fetch-dest': ['websocket', 'empty'],
  },
  // A file on the disk, or our page under another name, leads here: both are another site to the browser. The code is
  // what opens; a page that has none gains nothing by asking.
  door: {
    'sec-fetch-site': ['same-origin', 'none', 'cross-site', 'same-site'],
    'sec-fetch-mode': ['navigate'],
    'sec-fetch-dest': ['document'],
  },
  seeker: {
    'sec-fetch-site': ['same-origin', 'none', 'cross-site', 'same-site'],
    'sec-fetch-mode': ways,
    'sec-fetch-dest': ['empty'],
  },
}

export function senderOf({ target, upgrade }: WebRequest): Sender {
  if (upgrade) return 'link'
  if (target === HERE_PATH) return 'seeker'
  return target.startsWith(ENTER_PATH) || target.startsWith(ARRIVE_PATH) ? 'door' : 'page'
}

/**
 * Refuses by who sent it: the Host must be ours letter by letter (a rebound name is not), and the Origin that host.
 * Source: RFC 6455 §10.2 and the W3C's Fetch Metadata.
 */
export function refuseSender(
  asked: WebRequest,
  fields: HeaderFields,
  { port, ownName, sender }: { readonly port: number; readonly ownName: string; readonly sender: Sender },
): Refusal | undefined {
  const host = fields.one('host')
  if (host === undefined || !hosts(port, ownName).includes(host)) return refusal(421, 'a foreign Host')
  const origin = fields.one('origin')
  const isForeign = origin === undefined ? asked.upgrade : origin !== `http://${host}`
  // A page that looks for the sign-in asks from the old address; all it learns is that there is one.
  const isSeeking = sender === 'seeker' && origin === `http://127.0.0.1:${port}`
  if (isForeign && !isSeeking) return refusal(403, 'a foreign Origin')
  const strange = Object.entries(fetches[sender]).some(([name, allowed]) => {
    const said = fields.one(name)
    return said !== undefined && !allowed.includes(said)
  })
  return strange ? refusal(403, 'a request of another site') : undefined
}

/** A browser leaves out the port that HTTP has by itself. */
function hosts(port: number, ownName: string): readonly string[] {
  return [ownName, '127.0.0.1', 'localhost'].map(name => (port === 80 ? name : `${name}:${port}`))
}
