/**
 * Cookies do not know ports. Each folder has a host name of its own for that; at the old address, which all share, the
 * port in the name keeps two Quarterdecks from overwriting each other's.
 */
function cookieName(port: number): string {
  return `quarterdeck-${port}`
}

/** A cookie that no script can read and no other site can make the browser send. It ends with the browser. */
export function sessionCookie(port: number, value: string): string {
  return `${cookieName(port)}=${value}; Path=/; HttpOnly; SameSite=Strict`
}

/** The value of our cookie in a `Cookie` header; undefined when it is not there, or is there more than once. */
export function readCookie(header: string, port: number): string | undefined {
  const start = `${cookieName(port)}=`
  const ours = header
    .split(';')
    .map(pair => pair.trim())
    .filter(pair => pair.startsWith(start))
  return ours.length === 1 ? ours[0]?.slice(start.length) : undefined
}
