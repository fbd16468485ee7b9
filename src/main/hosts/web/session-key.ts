import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readPrivateFile, writePrivateFile } from './private-file'

/** 32 random bytes, base64url: safe in a path and in a cookie. */
const keyShape = /^[\w-]{43}$/

/**
 * The key that opens this machine's cockpit in a browser. Made once, so that an open tab survives a restart. A key that
 * others could have read is replaced: its old links end.
 */
export function sessionKey(folder: string): string {
  const file = join(folder, 'session.key')
  const known = readPrivateFile(file)
  if (known.ok && known.value !== null && keyShape.test(known.value.trim())) return known.value.trim()
  const key = randomBytes(32).toString('base64url')
  writePrivateFile(file, `${key}\n`)
  return key
}
