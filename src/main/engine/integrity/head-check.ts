import type { LogDamage } from '../../../shared/contract/record-problems'
import type { IncidentId } from '../../../shared/domain/ids'
import type { ReadableDb } from '../storage/database'
import type { Heads, KeptHeads } from '../storage/heads-file'
import { checkLog, claimOf } from '../storage/log-check'
import { type KnownEnd, logEndsBehind } from '../storage/log-heads'
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
    if (agrees(head, ends?.get(incident))) continue
    const { damage } = checkLog(db, claimOf(kept, incident))
    if (damage !== null) found.set(incident, damage)
  }
  return found
}

export type LogEnds = ReturnType<typeof logEndsBehind>

/**
 * How far each log reaches, to be asked once in a start. Null: the index or a database page is broken; no log matches
 * then, and reading each one shows which are damaged.
 */
export function endsOf(db: ReadableDb, heads: Heads): LogEnds | null {
  try {
    return logEndsBehind(db, heads)
  } catch {
    // The caller names each log as damaged.
    return null
  }
}

function agrees(head: LogHead | undefined, end: KnownEnd | undefined): boolean {
  return end !== undefined && (head === undefined ? end.count > 0 : end.holds)
}
