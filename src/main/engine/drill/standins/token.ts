import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A drill's own token. From the system's source of chance, not the drill's: other programs must not guess it. */
export function newToken(prefix: string): string {
  return `${prefix}${randomBytes(18).toString('base64url')}`
}

/** Compares without telling by its duration how much was right. */
export function isToken(given: string, token: string): boolean {
  return timingSafeEqual(digest(given), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
