import { createPublicKey, verify } from 'node:crypto'
import type { IncidentId } from '../../../shared/domain/ids'
import type { ReadableDb, WritableDb } from './database'
import { headText, type SignedHead } from './heads-file'
import { originIdOf } from './origin-key'
import { statement } from './statements'

/** The head of one origin's chain in an incident, with the key that proves its signature. */
export interface ProvenHead extends SignedHead {
  readonly origin: string
  readonly publicKey: string
}

/** Stores the furthest of an origin. Call it in a transaction. @throws on a failing disk */
export function keepOriginHead(db: WritableDb, incident: IncidentId, head: ProvenHead): void {
  statement(
    db,
    `INSERT INTO originHead (incident, origin, counter, hash, signature, publicKey) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET counter = excluded.counter, hash = excluded.hash, signature = excluded.signature
     WHERE excluded.counter > counter`,
  ).run(incident, head.origin, head.counter, head.hash, head.signature, head.publicKey)
}

export function originHeadsOf(db: ReadableDb, incident: IncidentId): readonly ProvenHead[] {
  const rows = statement(
    db,
    'SELECT origin, counter, hash, signature, publicKey FROM originHead WHERE incident = ? ORDER BY origin',
  ).all(incident)
  return rows as unknown as readonly ProvenHead[]
}

/** In how many incidents a key is known, and since when by the clock of its machine; undefined: it was never seen. */
export function knownOrigin(
  db: ReadableDb,
  origin: string,
): { readonly incidents: number; readonly since: number } | undefined {
  const row = statement(
    db,
    `SELECT COUNT(*) AS incidents, MIN((SELECT MIN(event.recordedAt) FROM event
       WHERE event.incident = originHead.incident AND event.origin = originHead.origin)) AS since
     FROM originHead WHERE origin = ?`,
  ).get(origin)
  const [incidents, since] = [Number(row?.incidents ?? 0), row?.since]
  return incidents === 0 || typeof since !== 'number' ? undefined : { incidents, since }
}

/** [RK7] Whether the head is signed by the origin that it names, which is the hash of the key. */
export function provesHead(incident: IncidentId, { origin, publicKey, signature, ...head }: ProvenHead): boolean {
  const spki = Buffer.from(publicKey, 'base64')
  if (originIdOf(spki) !== origin) return false
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    return verify(null, Buffer.from(headText(incident, origin, head)), key, Buffer.from(signature, 'base64'))
  } catch {
    // No key at all: then it proves nothing.
    return false
  }
}
