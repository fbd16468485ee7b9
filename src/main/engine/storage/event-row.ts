import * as z from 'zod/mini'
import type { EventId, IncidentId } from '../../../shared/domain/ids'
import type { Actor } from '../../../shared/domain/people'
import { type ErasedReplacement, erasedEvent } from '../../../shared/events/erased-event'
import { readEvent, type StoredEvent } from '../../../shared/events/read-event'
import { definitionOf, type IncidentEvent, isEventKind } from '../../../shared/events/registry'
import { type ChainedFields, chainHash, hashOfBody, type OriginFields, originChainHash } from './hash-chain'
import { NamedPeople } from './named-people'

/** An event as it lies in the table. Rows of envelope 1 have null in what envelope 2 added. */
export interface EventRow extends ChainedFields, Nullable<OriginFields> {
  readonly seq: number
  readonly env: number
  readonly hash: string
  readonly salt: string | null
  readonly summary: string | null
}

type Nullable<Fields> = { readonly [Name in keyof Fields]: Fields[Name] | null }

export type OriginRow = EventRow & OriginFields & { readonly salt: string; readonly summary: string }

export function isOriginRow(row: EventRow): row is OriginRow {
  return row.env === 2
}

/** Whether a row follows that hash, and is what it was when it was written. */
export function fitsChain(previous: string, row: EventRow): boolean {
  if (!isOriginRow(row)) return row.env === 1 && chainHash(previous, row) === row.hash
  return originChainHash(previous, row) === row.hash && (isErased(row) || hashOfBody(row) === row.bodyHash)
}

/** Whether everything in it that can be erased is gone. */
export function isErased({ env, body, salt, summary }: EventRow): boolean {
  return env === 2 && body === '' && salt === '' && summary === ''
}

/**
 * [RK5] Whether this version can read its body: otherwise it is stored unchanged, forwarded, and shown by its summary.
 */
export function isKnown({ kind, version }: Pick<EventRow, 'kind' | 'version'>): boolean {
  return isEventKind(kind) && version <= definitionOf(kind).version
}

/** A row that we wrote, or that a newer version did. @throws on JSON that is none */
export function eventOf(row: EventRow, people: NamedPeople): IncidentEvent {
  return readEvent(storedEventOf(row, people.actorOf(row.by)), false)
}

/** [ER1] A row whose body was erased, and what replaces it. */
export function erasedEventOf(row: EventRow, people: NamedPeople, standIn: ErasedReplacement): IncidentEvent {
  return erasedEvent(envelopeOf(row, people.actorOf(row.by)), standIn)
}

function storedEventOf(row: EventRow, by: Actor): StoredEvent {
  // The body of an unknown kind is stored unchanged; we do not interpret it.
  const body = isKnown(row) ? JSON.parse(row.body) : null
  return { ...envelopeOf(row, by), body, summary: row.summary ?? '' }
}

function envelopeOf(row: EventRow, by: Actor): Omit<StoredEvent, 'body' | 'summary'> {
  const { kind, seq, version, at, recordedAt } = row
  return {
    ...{ kind, seq, version, at, recordedAt, by },
    ...{ id: row.id as EventId, incident: row.incident as IncidentId },
    effect: effectField.safeParse(row.effect).data ?? 'head',
  }
}

const effectField = z.enum(['none', 'line', 'head'])
const numbers = z.object({ seq: z.int(), version: z.int(), at: z.int(), recordedAt: z.int() })
const person = z.object({ id: z.string(), name: z.string() })
const actor = z.union([
  z.object({ kind: z.literal('person'), person: z.string(), session: z.string() }),
  z.object({ kind: z.literal('person'), responder: person, screen: z.optional(z.string()) }),
  z.object({ kind: z.literal('engine') }),
  z.object({ kind: z.literal('vendor'), name: z.string() }),
])

/** A row that anybody may have written. @throws where it does not have the shape of its kind */
export function strictEventOf(row: EventRow, people = new NamedPeople()): IncidentEvent {
  const event = readEvent(storedEventOf(row, people.actorOf(row.by)), true)
  if (event.kind === 'unread') throw new Error(`Event ${row.seq} is not an event of the kind ${row.kind}`)
  numbers.parse(event)
  actor.parse(JSON.parse(row.by))
  return event
}
