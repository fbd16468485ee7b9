import { closeSync, existsSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** Whether another process holds `file`, asked without writing. @throws where it cannot be read */
export function isLockHeld(file: string): boolean {
  if (!existsSync(file)) return false
  const db = new DatabaseSync(file, { readOnly: true, timeout: 0 })
  try {
    db.prepare('SELECT name FROM sqlite_schema').get()
    return false
  } catch (cause) {
    if (isBusy(cause)) return true
    throw cause
  } finally {
    db.close()
  }
}

function isBusy(cause: unknown): boolean {
  return cause instanceof Error && /locked|busy/i.test(cause.message)
}

/**
 * Holds `file` for this process alone. The kernel drops the hold when the process ends, however it ends, so a crash
 * leaves no stale lock behind.
 * @returns its release, or undefined when another process holds it
 * @throws when the file cannot be made
 */
export function holdLock(file: string): (() => void) | undefined {
  // Made here, because SQLite would make it readable by whomever the umask allows. Never opened when it is there: to
  // close a file drops every lock that this process has on it.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  const db = new DatabaseSync(file, { timeout: 0 })
  try {
    db.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
    return () => db.close()
  } catch (cause) {
    db.close()
    if (isBusy(cause)) return undefined
    throw cause
  }
}
