import { linkAddress } from './incident-facts'

const privateHost =
  /^(?:localhost|[^.:]+|.+\.(?:localhost|local|internal|lan)|(?:127|10)\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|\[::1\]|\[f[cd][0-9a-f:]+\])$/

/** Of this machine, or of a network that is not the internet, as far as its name says. */
export function isPrivateHost(hostname: string): boolean {
  return privateHost.test(hostname)
}

/**
 * [OA1] The address that a press on a link opens, whatever its author: https, plain http at a private host, tel and
 * mailto, none with a name or password in it. A public host with plain http is opened with https: nobody else should
 * read which link was pressed.
 * @returns null: it stays a text
 */
export function outsideAddress(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null
  if (/^(?:tel|mailto):/i.test(text)) return linkAddress(text) ?? null
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null
  if (url.protocol === 'http:' && !isPrivateHost(url.hostname)) {
    if (url.port !== '') return null
    url.protocol = 'https:'
  }
  return url.href
}
