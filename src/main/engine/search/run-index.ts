import { type ArchivedIncident, archivedOf, once } from '../../../shared/domain/archive/archived-incident'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { actorName } from '../../../shared/domain/people'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import { isEditable, type Update } from '../../../shared/domain/update'
import { foldEvents, lineChanges } from '../../../shared/events/fold'
import type { IncidentEvent } from '../../../shared/events/registry'
import { updateDrafted } from '../../../shared/events/update-drafted'
import { type ArchivedWords, archivedEntry, putArchived } from '../storage/archive-index'
import { inTransaction, openForReading, type ReadableDb, type WritableDb } from '../storage/database'
import { Erasures } from '../storage/erasures'
import { eventsAfter, peopleNamedIn } from '../storage/event-log'
import { hashAt, kindsAfter, logEnd, logEnds } from '../storage/log-heads'
import { readLog } from '../storage/log-reading'
import {
  addDoc,
  type Doc,
  docKey,
  docsIn,
  dropDoc,
  dropIndexed,
  hasDoc,
  indexedIncidents,
  indexedTexts,
  indexedTo,
  isUnusable,
  markIndexed,
  openSearchIndex,
  removeSearchIndex,
  textCount,
} from '../storage/search-index'
import { isNoIncident } from '../storage/workspace-stream'
import type { JobContext } from '../workers/job'
import type { IndexOrder, IndexProgress } from './index-job'
import { indexed } from './words'

/** [SX1] All that can be found of an incident, as its record is now: what was retracted is not in it. */
function* docsOf(incident: Incident, timeline: Timeline, drafted: ReadonlyMap<string, number>): Iterable<Doc> {
  const { title, declaredAt, updates } = incident
  if (title !== '') yield { kind: 'title', ref: '', text: title, at: declaredAt, by: '' }
  for (const line of timeline) if (line.retraction === null && line.text !== '') yield lineDoc(line)
  for (const update of updates) {
    const { id, content, delivery } = update
    const text = [content.title, content.body].filter(part => part !== '').join('\n')
    if (text === '' || delivery.state === 'discarded') continue
    const at = delivery.state === 'published' ? delivery.at : (drafted.get(id) ?? declaredAt)
    yield { kind: docKindOf(update), ref: id, text, at, by: '' }
  }
}

/** A draft is not an update: it never reached a customer. */
function docKindOf({ delivery }: Update): 'update' | 'draft' {
  return isEditable(delivery) ? 'draft' : 'update'
}

/** When each draft was last edited, by its id. */
function draftedAt(events: readonly IncidentEvent[]): ReadonlyMap<string, number> {
  return new Map(events.flatMap(event => (event.kind === updateDrafted.kind ? [[event.body.update, event.at]] : [])))
}

function lineDoc({ id, text, occurredAt, by }: TimelineEntry): Doc {
  return { kind: 'line', ref: id, text, at: occurredAt, by: actorName(by) }
}

/** Texts in one transaction: a crash loses little, and no search waits for more. */
const AT_ONCE = 1_000

/** What was erased stays in freed pages until they are used again: such an index is rebuilt. */
const ERASING = 'body-erased'

class Erased extends Error {
  override readonly name = 'Erased'
}

interface Indexing {
  readonly record: ReadableDb
  readonly db: WritableDb
  /** @throws where nobody wants the index any more */
  readonly goOn: () => void
}

/**
 * [SX1] Reads the record where it is ahead of the index, incident by incident, from the place that is noted for each.
 * An index that cannot be used is deleted and rebuilt: the record is only read, through a connection of its own.
 */
export async function runIndex(order: IndexOrder, context: JobContext<IndexProgress>): Promise<IndexProgress> {
  if (order.anew) removeSearchIndex(order.index)
  try {
    return await catchUp(order, context)
  } catch (cause) {
    if (!(cause instanceof Erased || isUnusable(cause))) throw cause
    removeSearchIndex(order.index)
    return catchUp({ ...order, incidents: null }, context)
  }
}

async function catchUp(
  { database, index, incidents }: IndexOrder,
  { report, cancelled }: JobContext<IndexProgress>,
): Promise<IndexProgress> {
  const goOn = () => {
    if (cancelled()) throw new Error('Nobody wants the index any more')
  }
  const record = openForReading(database)
  let db: WritableDb | undefined
  try {
    db = openSearchIndex(index)
    const behind = incidents === null ? allBehind(record, db) : (incidents as readonly IncidentId[])
    const total = behind.length
    for (const [done, incident] of behind.entries()) {
      goOn()
      if (done % 10 === 0 || total < 100) await report({ done, total })
      catchUpOn({ record, db, goOn }, incident)
    }
    return { done: total, total }
  } finally {
    db?.close()
    record.close()
  }
}

/** Those that the index has not read to their end, and drops those that the record does not have. */
function allBehind(record: ReadableDb, db: WritableDb): readonly IncidentId[] {
  const ends = logEnds(record)
  for (const incident of indexedIncidents(db))
    if (!ends.has(incident)) inTransaction(db, () => dropIndexed(db, incident))
  const incidents = [...ends].filter(([incident, { seq }]) => {
    const known = indexedTo(db, incident)
    return !isNoIncident(record, incident) && (known?.seq !== seq || known.hash !== hashAt(record, incident, seq))
  })
  // The newest last: what came last is found first.
  return incidents.sort(([, a], [, b]) => a.seq - b.seq).map(([incident]) => incident)
}

function catchUpOn(indexing: Indexing, incident: IncidentId): void {
  const { record, db } = indexing
  const end = logEnd(record, incident)
  if (isNoIncident(record, incident) || end === undefined) return
  const from = indexedTo(db, incident)
  const goesOn = from !== undefined && hashAt(record, incident, from.seq) === from.hash
  const kinds = goesOn ? kindsAfter(record, incident, from.seq) : []
  if (kinds.includes(ERASING)) throw new Erased('Something was erased')
  if (goesOn && kinds.every(kind => kind === 'entry-added')) addLines(indexing, incident, from.seq)
  else replaceDocs(indexing, incident)
  inTransaction(db, () => markIndexed(db, incident, end))
}

/** By far the most of what is written adds a line and changes nothing else. */
function addLines(indexing: Indexing, incident: IncidentId, after: number): void {
  // An erasure of one of them is a later event, which rebuilds the index.
  const from = { people: peopleNamedIn(indexing.record, incident), erasures: new Erasures() }
  const events = eventsAfter(indexing.record, incident, after, Number.MAX_SAFE_INTEGER, from)
  const changes = lineChanges(events, { unfolded: [] })
  const docs = changes.flatMap(change => (change.change === 'added' ? [lineDoc(change.entry)] : []))
  // Of before a crash, which came after these and before their place was noted.
  const added = docs.filter(doc => doc.text !== '' && !hasDoc(indexing.db, incident, doc))
  write(indexing, incident, added, [])
  putLines(indexing.db, incident, docs, textCount(indexing.db, incident))
}

/** Folds the whole incident, and writes what differs from what is there. */
function replaceDocs(indexing: Indexing, incident: IncidentId): void {
  const { events } = readLog(indexing.record, incident)
  const folded = foldEvents(undefined, events)
  const known = new Map(docsIn(indexing.db, incident))
  const added: Doc[] = []
  for (const doc of folded === undefined ? [] : docsOf(folded.incident, folded.timeline, draftedAt(events))) {
    const key = docKey(doc)
    const same = known.get(key)
    if (same?.text === doc.text && same.at === doc.at) known.delete(key)
    else added.push(doc)
  }
  const dropped = [...known.values()].map(({ id }) => id)
  write(indexing, incident, added, dropped)
  if (folded === undefined) return
  const row = archivedOf(folded.incident, folded.timeline)
  const archived = archivedEntry(indexing.db, incident)
  const isSame = added.length + dropped.length === 0 && JSON.stringify(archived?.row) === JSON.stringify(row)
  if (!isSame) putWhole(indexing.db, row)
}

function write({ db, goOn }: Indexing, incident: IncidentId, added: readonly Doc[], dropped: readonly number[]): void {
  inSlices(dropped, slice => {
    goOn()
    inTransaction(db, () => {
      for (const id of slice) dropDoc(db, id)
    })
  })
  inSlices(added, slice => {
    goOn()
    inTransaction(db, () => {
      for (const doc of slice) addDoc(db, incident, doc, indexed(doc.text))
    })
  })
}

function inSlices<T>(all: readonly T[], take: (slice: readonly T[]) => void): void {
  for (let at = 0; at < all.length; at += AT_ONCE) take(all.slice(at, at + AT_ONCE))
}

/** Between two names or lines, so that no phrase is found across them. A letter that nobody types. */
const BETWEEN = '\n\ue000\n'

/** [AV1] Brings an incident of the archive to its row and the texts of it that are in the index. */
function putWhole(db: WritableDb, row: ArchivedIncident): void {
  const lines = [...indexedTexts(db, row.id)]
  const { title, services, alerts, people, impact, ending } = row
  const words: ArchivedWords = {
    title: indexed(title),
    services: joined(services),
    alerts: joined(alerts),
    people: joined(people),
    ending: joined([impact, ending.worked, ending.cause, ending.words]),
    lines: joined(lines),
  }
  inTransaction(db, () => putArchived(db, { row, texts: lines.length }, words))
}

function joined(texts: readonly string[]): string {
  return texts.map(indexed).join(BETWEEN)
}

/** All of an incident's words are indexed again with each of these parts that came to it. */
const PART = 0.01

/**
 * [AV1] After lines were added and nothing else changed. A line of a long incident is in the archive once a hundredth
 * more was written, or something else happened; the search of lines has it at once.
 */
function putLines(db: WritableDb, incident: IncidentId, added: readonly Doc[], texts: number): void {
  const known = archivedEntry(db, incident)
  if (known === undefined) return
  const people = once([...known.row.people, ...added.map(({ by }) => by)])
  if (people.length === known.row.people.length && texts - known.texts < known.texts * PART) return
  putWhole(db, { ...known.row, people })
}
