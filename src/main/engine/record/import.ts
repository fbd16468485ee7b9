import type { Attachment } from '../../../shared/domain/attachment'
import type { HeldReason } from '../../../shared/domain/held'
import type { IncidentId } from '../../../shared/domain/ids'
import { isEventKind, mayStandIn } from '../../../shared/events/registry'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { HOUR, type Millis } from '../../../shared/lib/time'
import { writeAttachment } from '../storage/attachments'
import type { WritableDb } from '../storage/database'
import { erasedIds, withoutBody } from '../storage/erase'
import { findEvent, insertEvent } from '../storage/event-log'
import { fitsChain, isErased, isKnown, strictEventOf } from '../storage/event-row'
import { CHAIN_START } from '../storage/hash-chain'
import { heldEvents, holdEvent, letGo } from '../storage/held-events'
import { type LogReader, legacyOrigin } from '../storage/log-reader'
import { keepOriginHead, type ProvenHead } from '../storage/origin-heads'
import type { RawRow } from '../storage/raw-row'
import type { StoredPanel } from '../storage/telemetry-fields'
import { isNoIncident } from '../storage/workspace-stream'
import { attachmentsIn } from './attachments-in'
import { dropErased } from './erase'
import { type KnownRows, openKnownRows } from './known-rows'

/** Events of one incident that come from elsewhere, of each origin in its order. */
export interface ImportBatch {
  readonly incident: IncidentId
  /** Whether this is a drill's record: what is practised is never mixed with what is real. */
  readonly drill: boolean
  readonly rows: readonly RawRow[]
  /** Pictures that its lines name. */
  readonly attachments?: readonly { readonly attachment: Attachment; readonly content: Uint8Array }[]
  /** What the pinned panels showed on the machine that wrote it. */
  readonly telemetry?: readonly StoredPanel[]
  /** Heads of its origins, whose signatures were checked. */
  readonly heads?: readonly ProvenHead[]
}

/** What became of a batch. */
export interface Imported {
  readonly added: number
  readonly known: number
  readonly held: number
  /** Of the added: how many begin or continue a branch that another copy of a folder wrote. */
  readonly forked: number
}

export const importRefusals = [
  'reserved',
  'other-incident',
  'other-environment',
  /** An event of its origin before it is missing, here and in the batch. */
  'gap',
  /** It is not what its origin wrote. */
  'altered',
  /** Its body is gone, and nothing says that it was erased. */
  'body-missing',
  /** What is here afterwards would not begin with a declaration. */
  'no-beginning',
  'damaged-here',
] as const

/** Why nothing of a batch was taken; `at` is the row, from 0. */
export interface ImportRefusal {
  readonly code: (typeof importRefusals)[number]
  readonly at: number
}

/** Nobody's clock is a day ahead by a drift: until a person admits it, it would stand above all that follows. */
const FURTHEST_AHEAD: Millis = 24 * HOUR

/**
 * [RK9] Takes events of other machines, and of other copies of this folder: each once, however often it comes, chained
 * to what its origin wrote before it. Call it in a transaction, and roll that back where it is refused.
 * @param log the incident's log as it was read to its end, without damage
 * @throws on a failing disk
 */
export function importRows(
  db: WritableDb,
  batch: ImportBatch,
  { now, systemNow }: { readonly now: Millis; readonly systemNow: Millis },
  log: Pick<LogReader, 'plain' | 'end'>,
): Reply<Imported, ImportRefusal> {
  // [WS3]
  if (isNoIncident(db, batch.incident)) return fail({ code: 'reserved', at: 0 })
  const known = openKnownRows(db, batch.incident, log)
  for (const { kind, body } of batch.rows) if (kind === 'body-erased') known.noteErased(body)
  const ahead = heldAhead(db, batch.incident)
  const erased = erasedIds(db, batch.incident)
  const counts = { added: 0, known: 0, held: 0, forked: 0 }
  for (const { row, at } of inChainOrder(batch.rows)) {
    if (known.has(row)) {
      counts.known += 1
      continue
    }
    const code = refusalOf(row, batch, known)
    if (code !== undefined) return fail({ code, at })
    const reason = ahead.isBehind(row) ? 'ahead' : holdReason(db, row, systemNow)
    if (reason === 'ahead') ahead.add(row)
    // [ER2] What is erased is not taken back: its body does not reach the disk.
    const taken = erased.has(row.id) ? withoutBody(row) : row
    if (reason === undefined) insertEvent(db, taken)
    else holdEvent(db, { row: taken, reason, heldAt: now })
    if (reason === undefined && known.hashesAt(row.origin, row.counter).length > 0) counts.forked += 1
    counts[reason === undefined ? 'added' : 'held'] += 1
    known.add(row)
  }
  writePictures(db, batch, now)
  dropErased(db, batch.incident)
  for (const head of batch.heads ?? []) keepOriginHead(db, batch.incident, head)
  return ok(counts)
}

/** [ER2] Not those that only erased lines name. */
function writePictures(db: WritableDb, { incident, rows, attachments = [] }: ImportBatch, now: Millis): void {
  const erased = erasedIds(db, incident)
  const gone = attachmentsIn(rows.filter(({ id }) => erased.has(id)))
  const named = attachmentsIn(rows.filter(({ id }) => !erased.has(id)))
  for (const { attachment, content } of attachments)
    if (!gone.has(attachment.hash) || named.has(attachment.hash)) writeAttachment(db, attachment, content, now)
}

/**
 * [RK10] Takes what was held because it is far ahead of this machine's clock, on a person's word: it is folded from now on.
 * Call it in a transaction. @throws on a failing disk
 */
export function admitAhead(db: WritableDb, incident: IncidentId): Imported {
  const ahead = heldEvents(db, incident).filter(({ reason }) => reason === 'ahead')
  // What one of them is held for by itself stays held: another one has its id.
  const taken = ahead.filter(({ row }) => findEvent(db, row.id) === undefined)
  for (const { row } of taken) {
    letGo(db, row)
    insertEvent(db, row)
  }
  dropErased(db, incident)
  return { added: taken.length, known: 0, held: 0, forked: 0 }
}

function inChainOrder(rows: readonly RawRow[]): readonly { readonly row: RawRow; readonly at: number }[] {
  return rows.map((row, at) => ({ row, at })).sort((a, b) => a.row.counter - b.row.counter)
}

function refusalOf(row: RawRow, batch: ImportBatch, known: KnownRows): ImportRefusal['code'] | undefined {
  if (row.incident !== batch.incident) return 'other-incident'
  if ((row.env === 1) !== row.origin.startsWith('legacy-')) return 'altered'
  const before = row.counter === 1 ? [CHAIN_START] : known.hashesAt(row.origin, row.counter - 1)
  if (before.length === 0) return 'gap'
  if (row.env === 1 && row.counter === 1 && row.origin !== legacyOrigin(row.hash)) return 'altered'
  const stored = { ...row, seq: 0 }
  if (!before.some(hash => fitsChain(hash, stored))) return 'altered'
  if (isErased(stored) && !known.isErased(row.id)) return 'body-missing'
  return row.kind === 'incident-declared' && drillOf(row.body) !== batch.drill ? 'other-environment' : undefined
}

function drillOf(body: string): unknown {
  try {
    return (JSON.parse(body) as { readonly drill?: unknown }).drill
  } catch {
    // No JSON: it is held as such, or is no event of ours.
    return undefined
  }
}

/**
 * [RK10] What follows an event that is held because it is ahead is held with it, even where the clock has caught up
 * meanwhile: all of them are admitted together, so that no event comes before the one that it follows.
 */
function heldAhead(db: WritableDb, incident: IncidentId) {
  const held = new Map<string, RawRow[]>()
  const add = (row: RawRow) => {
    const key = `${row.origin}:${row.counter}`
    held.set(key, [...(held.get(key) ?? []), row])
  }
  for (const { row, reason } of heldEvents(db, incident)) if (reason === 'ahead') add(row)
  const isBehind = (row: RawRow) =>
    (held.get(`${row.origin}:${row.counter - 1}`) ?? []).some(({ hash }) => fitsChain(hash, { ...row, seq: 0 }))
  return { add, isBehind }
}

function holdReason(db: WritableDb, row: RawRow, systemNow: Millis): HeldReason | undefined {
  if (row.hlcMs !== null && row.hlcMs > systemNow + FURTHEST_AHEAD) return 'ahead'
  if (findEvent(db, row.id) !== undefined) return 'known-id'
  const stored = { ...row, seq: 0 }
  // [WS2] It says something of a folder, and an incident has no place for it.
  if (isEventKind(row.kind) && !mayStandIn(row.kind, 'incident')) return 'misplaced'
  if (!isKnown(stored) || isErased(stored)) return undefined
  try {
    strictEventOf(stored)
    return undefined
  } catch {
    // Stored and forwarded: the machine that wrote it, or a newer version, may read it.
    return 'unparseable'
  }
}
