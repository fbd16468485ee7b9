import type { ReadableDb } from './database'
import { FORMAT_VERSION } from './format.mjs'
import { formatOf } from './migrate'

const lacking: Readonly<Record<string, string>> = {
  env: '1',
  ...{ origin: 'NULL', counter: 'NULL', hlcMs: 'NULL', hlcN: 'NULL', seen: 'NULL' },
  ...{ effect: 'NULL', bodyHash: 'NULL', salt: 'NULL', summary: 'NULL' },
}

/** Empty where a record is of before there were any; one that is there must not be hidden. */
const laterTables: Readonly<Record<string, string>> = {
  heldEvent: 'incident, origin, counter, hash, row, reason, heldAt',
  originHead: 'incident, origin, counter, hash, signature, publicKey',
  workspace: 'one, id',
}

/**
 * Lets a record of an earlier format be read as one of ours without changing it: what it lacks is in temporary tables,
 * which only this connection has and which hide the real ones of the same name.
 */
export function showAsOurs(db: ReadableDb): void {
  if (formatOf(db) >= FORMAT_VERSION) return
  const has = new Set(
    db
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all('event')
      .map(({ name }) => name),
  )
  const missing = Object.entries(lacking).filter(([column]) => !has.has(column))
  if (missing.length > 0) {
    const added = missing.map(([column, value]) => `${value} AS ${column}`)
    db.exec(`CREATE TEMP VIEW event AS SELECT *, ${added.join(', ')} FROM main.event`)
  }
  for (const [table, columns] of Object.entries(laterTables))
    if (!hasTable(db, table)) db.exec(`CREATE TEMP TABLE ${table} (${columns})`)
}

function hasTable(db: ReadableDb, name: string): boolean {
  return db.prepare("SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined
}
