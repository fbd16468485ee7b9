import type { EntryId, IncidentId } from '../../../shared/domain/ids'
import { personKey } from '../../../shared/domain/people'
import { lineOf } from '../../../shared/events/line-of'
import type { IncidentEvent } from '../../../shared/events/registry'
import type { ReadableDb } from './database'
import { findEvent } from './event-log'
import { readLog } from './log-reading'

/** All that a line of the timeline was made of, its corrections included, or all that names somebody. */
export type ErasedThing = { readonly line: EntryId } | { readonly name: string }

/** An event that has its body. */
export interface Erasable {
  readonly event: IncidentEvent
  /** Its envelope: a row of the first cannot lose its body. */
  readonly env: number
}

/** [ER1] The events of which the bodies are to be erased. @throws on a failing disk */
export function erasableOf(db: ReadableDb, incident: IncidentId, what: ErasedThing): readonly Erasable[] {
  const isMeant = 'line' in what ? isOfLine(what.line) : isNaming(what.name)
  const events = readLog(db, incident).arrived.filter(event => event.erased === undefined && isMeant(event))
  return events.map(event => ({ event, env: findEvent(db, event.id)?.env ?? 1 }))
}

function isOfLine(line: EntryId): (event: IncidentEvent) => boolean {
  return event => {
    const change = lineOf(event, undefined)
    return (change?.change === 'added' ? change.entry.id : change?.id) === line
  }
}

function isNaming(name: string): (event: IncidentEvent) => boolean {
  const key = personKey(name)
  return event => event.kind === 'person-named' && personKey(event.body.name) === key
}
