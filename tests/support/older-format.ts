import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openForWriting } from '../../src/main/engine/storage/database'
import { DATABASE_FILE } from '../../src/main/engine/storage/format.mjs'
import { migrate } from '../../src/main/engine/storage/migrate'

/**
 * Makes the record of an earlier version in a folder, as that version made it.
 * @param format its `PRAGMA user_version`
 * @param rows what it wrote, in SQL
 */
export function writeOlderRecord(folder: string, format: number, rows: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const db = openForWriting(join(folder, DATABASE_FILE))
  try {
    migrate(db, format)
    db.exec(rows)
  } finally {
    db.close()
  }
}
