import type { EntryId, IncidentId, StrategyId } from '../../../shared/domain/ids'
import { personKey } from '../../../shared/domain/people'
import { lineOf } from '../../../shared/events/line-of'
import type { IncidentEvent } from '../../../shared/events/registry'
import { itemsRaisedBy, strategyItemOf } from '../../../shared/events/strategy-items'
import type { ReadableDb } from './database'
import { findEvent } from './event-log'
import { readLog } from './log-reading'

/** All that a line of the timeline was made of, its corrections included, or all that names a person. */
export type ErasedThing = { readonly line: EntryId } | { readonly name: string }

/** An event that has its body. */
export interface Erasable {
  readonly event: IncidentEvent
  /** Its envelope: a row of the first cannot lose its body. */
  readonly env: number
}

/** [ER1] The events of which the bodies are to be erased. @throws on a failing disk */
export function erasableOf(db: ReadableDb, incident: IncidentId, what: ErasedThing): readonly Erasable[] {
  const events = readLog(db, incident).arrived.filter(event => event.erased === undefined)
  const meant = 'line' in what ? ofLine(events, what.line) : events.filter(isNaming(what.name))
  return meant.map(event => ({ event, env: findEvent(db, event.id)?.env ?? 1 }))
}

/** [SG7] With all that repeats the text of what the line put on the strategy board. */
function ofLine(events: readonly IncidentEvent[], line: EntryId): readonly IncidentEvent[] {
  const own = events.filter(isOfLine(line))
  const items = itemsRaisedBy(own)
  return items.size === 0
    ? own
    : events.filter(event => own.includes(event) || items.has(strategyItemOf(event) ?? NO_ITEM))
}

const NO_ITEM = '' as StrategyId

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
