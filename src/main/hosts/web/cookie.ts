import type { BrowserPrincipal } from './browser-sessions'

/**
 * Cookies ignore ports. Each folder has a host name of its own for that; at the old address, which all share, the port
 * in the name prevents two Quarterdecks from overwriting each other's. A wallboard's has a name of its own: its link,
 * opened where the cockpit is open, does not replace the cockpit's cookie.
 */
function cookieName(port: number, principal: BrowserPrincipal): string {
  return principal === 'host' ? `quarterdeck-${port}` : `quarterdeck-wall-${port}`
}

/** A cookie that no script can read and no other site can make the browser send. It ends with the browser. */
export function sessionCookie(port: number, value: string, principal: BrowserPrincipal): string {
  return `${cookieName(port, principal)}=${value}; Path=/; HttpOnly; SameSite=Strict`
}

/** The values of our cookies in a `Cookie` header, the cockpit's first; not one that is there more than once. */
export function readCookies(header: string, port: number): readonly string[] {
  return (['host', 'watch'] as const).flatMap(principal => readCookie(header, `${cookieName(port, principal)}=`) ?? [])
}

function readCookie(header: string, start: string): string | undefined {
  const ours = header
    .split(';')
    .map(pair => pair.trim())
    .filter(pair => pair.startsWith(start))
  return ours.length === 1 ? ours[0]?.slice(start.length) : undefined
}
