import { join } from 'node:path'
import { openForWriting, type ReadableDb } from './database'
import { DATABASE_FILE, HEADS_FILE } from './format.mjs'
import { headsText } from './heads-file'
import { hashAt, logEnds } from './log-heads'
import { migrate } from './migrate'
import { ownUnowned } from './queued-items'
import { writeSynced } from './synced-file'

/**
 * [BU5] What a database that was put back needs to be a data folder: our format, no item of the outbox that a record of
 * before there were keys could take for its own, and a file of heads that begins with what is there.
 * @throws on a failing disk
 */
export function makeRestored(folder: string): void {
  const db = openForWriting(join(folder, DATABASE_FILE))
  try {
    migrate(db)
    ownUnowned(db, 'restored')
    writeSynced(join(folder, HEADS_FILE), headsText({ heads: headsOf(db), signed: new Map() }))
  } finally {
    db.close()
  }
}

function headsOf(db: ReadableDb) {
  return new Map(
    [...logEnds(db)].flatMap(([incident, { count, seq }]) => {
      const hash = hashAt(db, incident, seq)
      return hash === undefined ? [] : [[incident, { count, seq, hash }] as const]
    }),
  )
}
