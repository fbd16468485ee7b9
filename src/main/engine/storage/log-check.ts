import type { LogDamage } from '../../../shared/contract/record-problems'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { foldHead } from '../../../shared/events/fold'
import { partsChangedBy } from '../../../shared/events/parts/head'
import type { IncidentEvent } from '../../../shared/events/registry'
import { atOneInstant, type ReadableDb } from './database'
import type { KeptHeads } from './heads-file'
import { heldEvents } from './held-events'
import { hasEvent, hashAt, headPlaceOf } from './log-heads'
import { type LogHead, LogReader, NOTHING_PROVEN } from './log-reader'
import { heldOf, readLog, takeAll } from './log-reading'
import { originHeadsOf, type ProvenHead, provesHead } from './origin-heads'

/** What a data folder has about a log outside its database: how far it reached, and the heads that origins signed. */
export interface LogClaim {
  readonly incident: IncidentId
  /** Undefined: nothing was written down of it. */
  readonly head?: LogHead | undefined
  readonly signed: readonly ProvenHead[]
}

/** What is proven of one incident's log. */
export interface CheckedLog {
  readonly incident: IncidentId
  readonly events: number
  readonly damage: LogDamage | null
  /** Of kinds that this version does not know, and what came from elsewhere and is not folded. */
  readonly unknown: number
  readonly held: number
  /** The incident as far as it is proven; undefined: nothing of it is. */
  readonly head: Incident | undefined
}

/** Thrown by a check that nobody waits for any more. */
class CheckCancelled extends Error {
  override readonly name = 'CheckCancelled'
}

/** What a folder's file of heads says of one log. */
export function claimOf({ heads, signed }: KeptHeads, incident: IncidentId): LogClaim {
  const own = [...signed].flatMap(([origin, { publicKey, heads: of }]) => {
    const head = of.get(incident)
    return head === undefined ? [] : [{ origin, publicKey, ...head }]
  })
  return { incident, head: heads.get(incident), signed: own }
}

/**
 * [IN2] [IN3] Checks the whole log of an incident: chains, signed heads, and how far it should reach. It reads one
 * snapshot of the database, so that what is appended meanwhile is not reported as damage.
 * @param claim read before: a log never reaches less far than was claimed of it earlier
 * @param cancelled asked before each row; @throws CheckCancelled when it is true
 */
export function checkLog(db: ReadableDb, claim: LogClaim, cancelled = () => false): CheckedLog {
  const { incident } = claim
  return atOneInstant(db, () => {
    const head = foldingHead()
    const from = { own: '', held: heldOf(db, incident), reads: changesHead }
    const reader = new LogReader(db, from, ({ event }) => head.take(event))
    readWhole(db, incident, reader, cancelled)
    const { unknown, head: end } = reader
    const damage = againstClaim(db, claim, reader)
    return {
      ...{ incident, events: end.count, damage, unknown: unknown.length, held: heldCount(db, incident) },
      // Late events are folded at their place in the order, not where they arrived; so is the replacement of an erased
      // body.
      head:
        (reader.ordered && !reader.keptLate) || damage !== null
          ? head.folded()
          : foldHead(undefined, readLog(db, incident).events),
    }
  })
}

/** Of a log of thousands of lines a few dozen events are read for its head. */
function changesHead(kind: string): boolean {
  return kind === 'incident-declared' || partsChangedBy(kind).length > 0
}

const FOLD_AT_ONCE = 256

/** Folds the head of a log without keeping its events. */
function foldingHead() {
  let head: Incident | undefined
  let some: IncidentEvent[] = []
  function folded(): Incident | undefined {
    if (some.length > 0) head = foldHead(head, some)
    some = []
    return head
  }
  return {
    folded,
    take(event: IncidentEvent): void {
      some.push(event)
      if (some.length >= FOLD_AT_ONCE) folded()
    },
  }
}

function readWhole(db: ReadableDb, incident: IncidentId, reader: LogReader, cancelled: () => boolean): void {
  let ended = false
  try {
    takeAll(db, incident, reader, () => {
      ended ||= cancelled()
      return ended
    })
  } catch {
    // The damaged place is named after what prevents reading it.
    reader.found('unreadable')
  }
  if (ended) throw new CheckCancelled('Nobody waits for this check any more')
}

function heldCount(db: ReadableDb, incident: IncidentId): number {
  try {
    return heldEvents(db, incident).length
  } catch {
    // What follows a held event is named as damage then.
    return 0
  }
}

/** [IN4] What the log has, and what was saved about it outside the database. */
function againstClaim(db: ReadableDb, { incident, head, signed }: LogClaim, log: LogReader): LogDamage | null {
  const { count } = log.head
  const missing = Math.max(0, (head?.count ?? 1) - count)
  if (log.damage !== null) return { ...log.damage, missing }
  if (missing > 0) return { what: 'cut', place: count + 1, missing, ...log.proven }
  try {
    // The chain is intact and is not the one that we wrote: all of it may have been rewritten.
    if (head !== undefined && hashAt(db, incident, head.seq) !== head.hash)
      return { what: 'altered', place: 1, missing: 0, ...NOTHING_PROVEN }
    return badSignature(db, incident, [...signed, ...originHeadsOf(db, incident)])
  } catch {
    return { what: 'unreadable', place: 1, missing: 0, ...NOTHING_PROVEN }
  }
}

/**
 * [RK13] A head that its origin did not sign, or that is not in the chain: the chain, or its proof, was rewritten.
 * Nothing says from where on, so that none of it is proven.
 */
function badSignature(db: ReadableDb, incident: IncidentId, signed: readonly ProvenHead[]): LogDamage | null {
  const held = new Set(heldOf(db, incident).map(({ row }) => `${row.origin} ${row.counter} ${row.hash}`))
  for (const head of signed) {
    const { origin, counter, hash } = head
    const there = hasEvent(db, incident, origin, head) || held.has(`${origin} ${counter} ${hash}`)
    if (there && provesHead(incident, head)) continue
    return { what: 'bad-signature', place: headPlaceOf(db, incident, head), missing: 0, ...NOTHING_PROVEN }
  }
  return null
}
