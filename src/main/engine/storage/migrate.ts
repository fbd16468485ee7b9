import { DatabaseSync } from 'node:sqlite'
import { inTransaction, type WritableDb } from './database'
import { FORMAT_VERSION } from './format.mjs'
import type { Migration } from './migration'
import { eventLog } from './migrations/0010-event-log'
import { createOutbox } from './migrations/0020-outbox'
import { createAlerts } from './migrations/0030-alerts'
import { attachments } from './migrations/0040-attachments'
import { appendOnly } from './migrations/0050-append-only'
import { typedText } from './migrations/0060-typed-text'
import { sentTwice } from './migrations/0070-sent-twice'
import { origins } from './migrations/0080-origins'
import { createHeldEvents } from './migrations/0090-held-events'
import { originHeads } from './migrations/0100-origin-heads'
import { actOwners } from './migrations/0120-act-owners'
import { people } from './migrations/0160-people'
import { workspace } from './migrations/0170-workspace'
import { telemetry } from './migrations/0180-telemetry'
import { attachmentRows } from './migrations/0190-attachment-rows'

const migrations: readonly Migration[] = [
  eventLog,
  createOutbox,
  createAlerts,
  attachments,
  appendOnly,
  typedText,
  sentTwice,
  origins,
  createHeldEvents,
  originHeads,
  actOwners,
  people,
  workspace,
  telemetry,
  attachmentRows,
]

/** Version of the shape that a database has; 0: a new file. */
export function formatOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0)
}

/**
 * Brings a database to a format, each step in a transaction of its own. The caller has refused a newer file.
 * @param to only tests, which make records of earlier versions, ask for another than ours
 */
export function migrate(db: WritableDb, to = FORMAT_VERSION): void {
  const from = formatOf(db)
  for (const { version, up } of migrations.filter(step => step.version > from && step.version <= to)) {
    inTransaction(db, () => {
      up(db)
      db.exec(`PRAGMA user_version = ${version}`)
    })
  }
  if (formatOf(db) !== to) throw new Error(`Migrations end at ${formatOf(db)}, not at ${FORMAT_VERSION}`)
}

/**
 * Tables that a record of `format` should have and does not, found by making an empty one of that format in memory; of
 * format 0, that another program's tables are there.
 */
export function missingTables(db: DatabaseSync, format: number): readonly string[] {
  const there = new Set(tablesOf(db))
  if (format === 0) return there.size === 0 ? [] : ['everything that a record has: another program made it']
  const whole = new DatabaseSync(':memory:')
  try {
    for (const { up } of migrations.filter(step => step.version <= format)) up(whole as WritableDb)
    return tablesOf(whole).flatMap(name => (there.has(name) ? [] : `its table ${name}`))
  } finally {
    whole.close()
  }
}

function tablesOf(db: DatabaseSync): readonly string[] {
  return db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(({ name }) => String(name))
}

/** A record without a file, to be closed by its caller. */
export function recordInMemory(): WritableDb {
  const db = new DatabaseSync(':memory:') as WritableDb
  migrate(db)
  return db
}
