import type { IncidentId, RequestId } from '../../../shared/domain/ids'
import type { Actor } from '../../../shared/domain/people'
import type { EventDraft, EventStamp } from '../../../shared/events/define'
import { personNamed } from '../../../shared/events/person-named'
import { definitionOf, type IncidentEvent, isEventKind, mayStandIn } from '../../../shared/events/registry'
import type { Millis } from '../../../shared/lib/time'
import type { WritableDb } from '../storage/database'
import { insertEvent } from '../storage/event-log'
import { hashOfBody, type OriginFields, originChainHash } from '../storage/hash-chain'
import { NO_TIP, type StreamEnd, seenOf } from '../storage/log-reader'
import type { NamedPeople, StoredPerson } from '../storage/named-people'
import { personRef } from '../storage/people'
import { tick } from '../storage/stamp'
import { newSalt } from './salt'
import { effectOf, summaryLine } from './summary-line'

/** A draft as it will be written: `by` is the text that the chain covers. */
interface Signed {
  readonly draft: EventDraft
  readonly by: string
  /** Its place in its request, from which its id derives. */
  readonly ordinal: number
}

/**
 * [NP1] Drafts with ids in place of names, and with them an event for each name that the incident's log does not have
 * yet. A declaration stays the first event of its log. Ids of the drafts do not depend on who is named already.
 */
function signedDrafts(
  db: WritableDb,
  { drafts, now }: { readonly drafts: readonly EventDraft[]; readonly now: Millis },
  known: NamedPeople,
): { readonly signed: readonly Signed[]; readonly people: NamedPeople } {
  const namings = new Map<string, EventDraft>()
  const signed = drafts.map((draft, ordinal) => {
    const by = signature(db, draft.by)
    if (by.ref !== undefined && !known.has(by.ref)) namings.set(by.text, naming(by.ref, draft.by, now))
    return { draft, by: by.text, ordinal }
  })
  if (namings.size === 0) return { signed, people: known }
  const named = [...namings].map(([by, draft], n) => ({ draft, by, ordinal: drafts.length + n }))
  const first = signed[0]?.draft.kind === 'incident-declared' ? 1 : 0
  return {
    signed: [...signed.slice(0, first), ...named, ...signed.slice(first)],
    people: known.with(named.map(({ draft }) => personNamed.body.parse(draft.body))),
  }
}

function signature(db: WritableDb, by: Actor): { readonly text: string; readonly ref?: StoredPerson } {
  if (by.kind !== 'person') return { text: JSON.stringify(by) }
  const ref: StoredPerson = { kind: 'person', ...personRef(db, by.responder.name, by.screen ?? '') }
  return { text: JSON.stringify(ref), ref }
}

function naming({ person, session }: StoredPerson, by: Actor, now: Millis): EventDraft {
  const { name, screen = '' } = by.kind === 'person' ? { name: by.responder.name, screen: by.screen } : { name: '' }
  return personNamed.draft({ person, session, name, screen }, now, by)
}

export interface Append {
  readonly incident: IncidentId
  readonly drafts: readonly EventDraft[]
  /** Ids of the events are derived from it: appending one request twice is refused by the unique index. */
  readonly request: RequestId
  /** By the engine's clock, which may be a drill's. */
  readonly now: Millis
  /** By the system's, which orders what several machines wrote. */
  readonly systemNow: Millis
  /** Who writes. */
  readonly origin: string
  /** [WS2] Whose log it is; absent: an incident's. */
  readonly stream?: 'incident' | 'workspace'
}

export interface Appended {
  readonly events: readonly IncidentEvent[]
  readonly end: StreamEnd
}

/**
 * [RK1] Appends events in their order; call it inside a transaction, which is what makes them durable.
 * @param end where the incident's log continues, as it was read or as the last append left it
 * @throws on an unknown kind, one that is not allowed in this log [WS2], a body that its own kind refuses, a request
 *   that was appended before, or a failing disk
 */
export function appendEvents(db: WritableDb, append: Append, end: StreamEnd): Appended {
  const { origin, systemNow } = append
  refuseMisplaced(append)
  let { time, moved } = end
  let tip = end.tips.get(origin) ?? NO_TIP
  const { signed, people } = signedDrafts(db, append, end.people)
  const events = signed.map(one => {
    time = tick(time, systemNow)
    const place = { origin, counter: tip.counter + 1, hlcMs: time.ms, hlcN: time.n, seen: seenText(moved) }
    const { row, event } = writtenAs(one, append, people, place)
    const hash = originChainHash(tip.hash, row)
    const seq = insertEvent(db, { ...row, env: 2, hash })
    tip = { counter: place.counter, hash, time }
    moved = {}
    return end.merged ? { ...event, seq, stamp: stampOf(place) } : { ...event, seq }
  })
  return { events, end: { ...end, time, moved, tips: new Map(end.tips).set(origin, tip), people } }
}

function refuseMisplaced({ drafts, stream = 'incident' }: Append): void {
  for (const { kind } of drafts)
    if (isEventKind(kind) && !mayStandIn(kind, stream))
      throw new Error(`${kind} has no place in the log of the ${stream}`)
}

type Place = Omit<OriginFields, 'effect' | 'bodyHash'>

function writtenAs({ draft, by, ordinal }: Signed, append: Append, people: NamedPeople, place: Place) {
  const { incident, request, now } = append
  if (!isEventKind(draft.kind)) throw new Error(`Unknown kind of event: ${draft.kind}`)
  const { kind, at } = draft
  const { version, body: parser } = definitionOf(kind)
  const envelope = { id: `${request}.${ordinal}`, incident, kind, version, at, recordedAt: now }
  const texts = { by, body: JSON.stringify(parser.parse(draft.body)) }
  // As it will be read, so that what is shown now and after a restart is the same.
  const event = { ...envelope, by: people.actorOf(by), body: JSON.parse(texts.body), seq: 0 } as IncidentEvent
  const erasable = { salt: newSalt(), summary: summaryLine(event), body: texts.body }
  const covered = { ...envelope, ...texts, ...place, effect: effectOf(kind), bodyHash: hashOfBody(erasable) }
  return { event, row: { ...covered, ...erasable } }
}

function stampOf({ hlcMs, hlcN, origin, counter, seen }: Place): EventStamp {
  return { ms: hlcMs, n: hlcN, origin, counter, seen: seenOf(seen) }
}

/** [RK2] Keys in order, so that the same knowledge is the same text. */
function seenText(moved: Readonly<Record<string, number>>): string {
  const origins = Object.keys(moved)
  return origins.length === 0 ? '{}' : JSON.stringify(Object.fromEntries(origins.sort().map(one => [one, moved[one]])))
}
