import type { DamagedPart } from '../../../shared/contract/record-problems'
import type { ReadableDb } from './database'
import { missingEvents } from './log-heads'

/**
 * [IN10] Which parts of a database SQLite's own check finds broken, table by table, so that an unreadable part hides no
 * other. For a broken table its indexes are not reported too: they cannot match it.
 * @param cancelled whether nobody waits any more; the rest is not checked then
 * @throws if the schema cannot be read
 */
export function damagedParts(db: ReadableDb, cancelled: () => boolean = () => false): readonly DamagedPart[] {
  const tables = db.prepare("SELECT name, rootpage FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0").all()
  return tables.flatMap(({ name, rootpage }) => {
    const table = String(name)
    const faults = cancelled() ? [] : faultsOf(db, table)
    if (faults.length === 0) return []
    return [{ table, index: faults.every(line => isOfIndex(line, Number(rootpage))) }]
  })
}

/** What SQLite says of a table and its indexes, a line each; what it throws over them is the last. */
function faultsOf(db: ReadableDb, table: string): readonly string[] {
  const lines: string[] = []
  try {
    const rows = db.prepare(`PRAGMA main.integrity_check("${table.replaceAll('"', '""')}")`).iterate()
    for (const { integrity_check: said } of rows) lines.push(...String(said).split('\n'))
  } catch (cause) {
    // After lines that say where, it only repeats that there is something.
    if (lines.length === 0) lines.push(String(cause))
  }
  return lines.filter(line => line !== 'ok' && !line.startsWith('***'))
}

function isOfIndex(line: string, root: number): boolean {
  const tree = /^Tree (\d+) /.exec(line)?.[1]
  return tree === undefined ? / (?:from|in) index /.test(line) : Number(tree) !== root
}

/**
 * [IN6] As far as events can be counted: in a broken part they cannot, and that is reported by itself. @throws on a
 * broken page
 */
export function missingBeside(db: ReadableDb, parts: readonly DamagedPart[]): number {
  const uncounted = parts.some(({ table }) => table === 'event' || table === 'sqlite_sequence')
  return uncounted ? 0 : missingEvents(db)
}
