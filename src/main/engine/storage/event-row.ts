import * as z from 'zod/mini'
import type { EventId, IncidentId } from '../../../shared/domain/ids'
import { definitionOf, type IncidentEvent, isEventKind } from '../../../shared/events/registry'
import type { ChainedFields } from './hash-chain'

export interface EventRow extends ChainedFields {
  readonly seq: number
  readonly hash: string
}

/** A row that we wrote. @throws on a kind that this version does not know, and on JSON that is none */
export function eventOf(row: EventRow): IncidentEvent {
  if (!isEventKind(row.kind))
    throw new Error(`Event ${row.seq} is of a kind that this version does not know: ${row.kind}`)
  const { seq, version, at, recordedAt } = row
  const known = { seq, version, at, recordedAt, by: JSON.parse(row.by), body: JSON.parse(row.body) }
  return { ...known, id: row.id as EventId, incident: row.incident as IncidentId, kind: row.kind } as IncidentEvent
}

const numbers = z.object({ seq: z.int(), version: z.int(), at: z.int(), recordedAt: z.int() })
const person = z.object({ id: z.string(), name: z.string() })
const actor = z.union([
  z.object({ kind: z.literal('person'), responder: person, screen: z.optional(z.string()) }),
  z.object({ kind: z.literal('engine') }),
  z.object({ kind: z.literal('vendor'), name: z.string() }),
])

/** A row that anybody may have written. @throws where it does not have the shape of its kind */
export function strictEventOf(row: EventRow): IncidentEvent {
  const event = eventOf(row)
  numbers.parse(event)
  actor.parse(event.by)
  definitionOf(event.kind).body.parse(event.body)
  return event
}
