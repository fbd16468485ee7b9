import { createHash, timingSafeEqual } from 'node:crypto'

/** Cookies do not know ports: with the port in its name, two Quarterdecks on one machine do not overwrite each other's. */
export function cookieName(port: number): string {
  return `quarterdeck-${port}`
}

/** A cookie that no script can read and no other site can make the browser send. It ends with the browser. */
export function sessionCookie(port: number, key: string): string {
  return `${cookieName(port)}=${key}; Path=/; HttpOnly; SameSite=Strict`
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

/** Compares without telling, by the time it takes, how much of the key was right, nor how long the key is. */
export function isKey(offered: string, key: string): boolean {
  return timingSafeEqual(digest(offered), digest(key))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
