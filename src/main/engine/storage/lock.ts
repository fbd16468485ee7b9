import { DatabaseSync } from 'node:sqlite'

/**
 * Holds `file` for this process alone. The kernel drops the hold when the process ends, however it ends, so a crash
 * leaves no stale lock behind.
 * @returns its release, or undefined when another process holds it
 * @throws when the file cannot be made
 */
export function holdLock(file: string): (() => void) | undefined {
  const db = new DatabaseSync(file, { timeout: 0 })
  try {
    db.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
    return () => db.close()
  } catch (cause) {
    db.close()
    if (cause instanceof Error && /locked|busy/i.test(cause.message)) return undefined
    throw cause
  }
}
