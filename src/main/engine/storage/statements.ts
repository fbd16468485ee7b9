import type { DatabaseSync, StatementSync } from 'node:sqlite'

const prepared = new WeakMap<DatabaseSync, Map<string, StatementSync>>()

/** The prepared statement of a text, made once per database: preparing costs more than most of our statements do. */
export function statement(db: DatabaseSync, sql: string): StatementSync {
  const known = prepared.get(db) ?? new Map<string, StatementSync>()
  prepared.set(db, known)
  const made = known.get(sql) ?? db.prepare(sql)
  known.set(sql, made)
  return made
}
