import type { LogDamage } from '../../../shared/contract/record-problems'
import type { IncidentId } from '../../../shared/domain/ids'
import type { ReadableDb } from '../storage/database'
import type { Heads } from '../storage/heads-file'
import { hashAt, logEnds } from '../storage/log-heads'
import type { LogHead } from '../storage/log-reader'
import { readLog } from '../storage/log-reading'

/**
 * [IN4] Compares how far each log reaches with how far it reached when that was last written down, and with the list of
 * incidents. Only a log that does not agree is read.
 * @param listed incidents that have a row in the list
 */
export function compareHeads(
  db: ReadableDb,
  kept: Heads,
  listed: Iterable<IncidentId>,
): ReadonlyMap<IncidentId, LogDamage> {
  const ends = endsOf(db)
  const found = new Map<IncidentId, LogDamage>()
  for (const incident of new Set([...kept.keys(), ...listed])) {
    const head = kept.get(incident)
    const damage = agrees(db, incident, head, ends?.get(incident)?.count ?? 0) ? null : damageOf(db, incident, head)
    if (damage !== null) found.set(incident, damage)
  }
  return found
}

function endsOf(db: ReadableDb): ReturnType<typeof logEnds> | null {
  try {
    return logEnds(db)
  } catch {
    // Then no log agrees, and reading each tells which are broken.
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

function damageOf(db: ReadableDb, incident: IncidentId, head: LogHead | undefined): LogDamage | null {
  try {
    const { events, damage, head: now } = readLog(db, incident)
    const missing = Math.max(0, (head?.count ?? 1) - now.count)
    if (damage !== null) return { ...damage, missing }
    const provenUntil = events.at(-1)?.recordedAt ?? null
    if (missing > 0) return { what: 'cut', place: now.count + 1, missing, provenUntil }
    if (head === undefined || hashAt(db, incident, head.seq) === head.hash) return null
    // The chain is whole and is not the one that we wrote: all of it may have been written anew.
    return { what: 'altered', place: 1, missing: 0, provenUntil: null }
  } catch {
    return { what: 'unreadable', place: 1, missing: 0, provenUntil: null }
  }
}
