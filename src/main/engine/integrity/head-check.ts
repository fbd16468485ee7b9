import type { LogDamage } from '../../../shared/contract/record-problems'
import type { IncidentId } from '../../../shared/domain/ids'
import type { ReadableDb } from '../storage/database'
import type { KeptHeads } from '../storage/heads-file'
import { checkLog, claimOf } from '../storage/log-check'
import { hashAt, logEnds } from '../storage/log-heads'
import type { LogHead } from '../storage/log-reader'

/**
 * [IN4] Compares how far each log reaches with how far it reached when that was last written down, and with the list of
 * incidents. Only a log that does not agree is read.
 * @param listed incidents that have a row in the list
 * @param ends as `endsOf` found them
 */
export function compareHeads(
  db: ReadableDb,
  kept: KeptHeads,
  listed: Iterable<IncidentId>,
  ends: LogEnds | null,
): ReadonlyMap<IncidentId, LogDamage> {
  const found = new Map<IncidentId, LogDamage>()
  for (const incident of new Set([...kept.heads.keys(), ...listed])) {
    const head = kept.heads.get(incident)
    if (agrees(db, incident, head, ends?.get(incident)?.count ?? 0)) continue
    const { damage } = checkLog(db, claimOf(kept, incident))
    if (damage !== null) found.set(incident, damage)
  }
  return found
}

export type LogEnds = ReturnType<typeof logEnds>

/**
 * How far each log reaches, to be asked once in a start: it goes through all of the index. Null: the index is broken; no
 * log agrees then, and reading each tells which are.
 */
export function endsOf(db: ReadableDb): LogEnds | null {
  try {
    return logEnds(db)
  } catch {
    // The caller names each log as damaged.
    return null
  }
}

function agrees(db: ReadableDb, incident: IncidentId, head: LogHead | undefined, count: number): boolean {
  if (head === undefined) return count > 0
  try {
    return count >= head.count && hashAt(db, incident, head.seq) === head.hash
  } catch {
    // A broken page: reading the log names the place.
    return false
  }
}
