import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { coded } from '../../../shared/contract/coded-text'
import type { DamagedPart } from '../../../shared/contract/record-problems'
import type { IncidentId } from '../../../shared/domain/ids'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { openUntouched, type ReadableDb } from '../storage/database'
import { databaseProblem } from '../storage/database-file'
import { reasonOf } from '../storage/fault'
import { damagedParts, missingBeside } from '../storage/file-check'
import { DATABASE_FILE, FORMAT_VERSION, HEADS_FILE } from '../storage/format.mjs'
import { noHeads, readHeads } from '../storage/heads-file'
import { type CheckedLog, checkLog, claimOf } from '../storage/log-check'
import { logEnds } from '../storage/log-heads'
import { showAsOurs } from '../storage/older-view'
import { readSummaries } from '../storage/summaries'
import { isNoIncident } from '../storage/workspace-stream'

/** What is proven of one incident's record. */
export interface VerifiedLog extends Omit<CheckedLog, 'head'> {
  /** As its log says it, or the list where nothing of that is proven; null: neither does. */
  readonly title: string | null
  /** [WS1] It belongs to no incident. */
  readonly ofFolder: boolean
}

export interface Verification {
  readonly folder: string
  /** Null: the file is broken where they would be found. */
  readonly logs: readonly VerifiedLog[] | null
  /** [IN10] What of the file is broken. */
  readonly parts: readonly DamagedPart[]
  /** Events that are missing together with the data that named their incident. */
  readonly missing: number
  /** Whether the file with the last known length of each log can be read. */
  readonly headsThere: boolean
}

/**
 * [IN8] Verifies a whole record without changing a byte of it, also while Quarterdeck runs on it. Fault: one line that
 * says why it cannot be verified, and the way out.
 */
export function verifyFolder(folder: string): Reply<Verification, { readonly message: string }> {
  const problem = databaseProblem(folder, FORMAT_VERSION)
  if (problem !== undefined) return fail(problem)
  const file = join(folder, DATABASE_FILE)
  if (!existsSync(file)) return fail(coded('no-record-there', { folder }))
  let db: ReadableDb | undefined
  let parts: readonly DamagedPart[] = []
  try {
    db = openUntouched(file)
    parts = damagedParts(db)
    showAsOurs(db)
    return ok(verification(db, folder, parts))
  } catch (cause) {
    if (parts.length > 0) return ok({ folder, logs: null, parts, missing: 0, headsThere: true })
    return fail(coded('record-not-read', { file, reason: reasonOf(cause) }))
  } finally {
    db?.close()
  }
}

function verification(db: ReadableDb, folder: string, parts: readonly DamagedPart[]): Verification {
  const kept = readHeads(join(folder, HEADS_FILE))
  const titles = new Map(readSummaries(db).map(({ id, title }) => [id, title]))
  const incidents = new Set<IncidentId>([...logEnds(db).keys(), ...titles.keys(), ...(kept?.heads.keys() ?? [])])
  const logs = [...incidents].map(incident => {
    const { head, ...log } = checkLog(db, claimOf(kept ?? noHeads, incident))
    // The list is proven by nothing; the log is, as far as it goes.
    return { ...log, title: head?.title ?? titles.get(incident) ?? null, ofFolder: isNoIncident(db, incident) }
  })
  const damaged = logs.some(({ damage }) => damage !== null)
  return { folder, logs, parts, missing: damaged ? 0 : missingBeside(db, parts), headsThere: kept !== null }
}
