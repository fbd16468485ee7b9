import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { Incident } from '../../../shared/domain/incident'
import { termOf } from '../../../shared/domain/owner'
import type { Update } from '../../../shared/domain/update'
import type { RecordedRequest } from '../../../shared/domain/vendor-request'
import type { EventDraft } from '../../../shared/events/define'
import { ownerReleased } from '../../../shared/events/owner-released'
import { ownerTaken } from '../../../shared/events/owner-taken'
import { ok } from '../../../shared/lib/reply'
import { eventsOf } from '../outbox/handlers/handlers'
import { newItem, requestToSend } from '../outbox/item'
import { type CommandDecisions, conflict, onIncident, refused } from '../record/decision'
import type { NewQueuedItem, QueuedItem } from '../storage/queued-items'

/** [OW2] Why an item that another machine may have begun is of unknown outcome here. */
export const ANOTHER_MACHINE: FaultValue = { code: 'outbox-another-machine' }

export const ownerCommands: CommandDecisions<'owner:take' | 'owner:release'> = {
  'owner:take': onIncident<'owner:take'>(({ term: seen }, situation) => {
    const { record, now, by, origin } = situation
    const { incident } = record
    const term = termOf(incident.owner)
    if (seen !== term) return conflict('owner-changed')
    const rows = situation.openItems().filter(row => row.incident === incident.id)
    const known = new Set(rows.map(({ id }) => id))
    const unseen = itemsWithoutRow(incident, now).filter(({ id }) => !known.has(id))
    const doubtful = rows.filter(({ state }) => state !== 'held' && state !== 'left')
    const told = [...doubtful, ...unseen.map(item => ({ ...item, place: 0, origin }))].filter(
      row => !isUnknownIn(incident, row),
    )
    return ok({
      events: [
        ownerTaken.draft({ origin, term: term + 1 }, now, by),
        ...told.flatMap((row): readonly EventDraft[] =>
          eventsOf(row, { outcome: 'unknown', reason: ANOTHER_MACHINE }, now),
        ),
      ],
      newItems: unseen,
      changedItems: [
        ...doubtful.map(row => ({ ...row, state: 'left' as const, looks: 0, reason: ANOTHER_MACHINE })),
        // What was asked for here meanwhile has left from nowhere.
        ...rows
          .filter(({ state }) => state === 'held')
          .map(row => ({ ...row, state: 'waiting' as const, notBefore: now })),
      ],
    })
  }),
  // [OW5] What was not begun is held here, and sent from here if it is taken back. Whoever takes over verifies it first.
  'owner:release': onIncident<'owner:release'>(({ term: seen, to }, { record, now, by, origin, sends, openItems }) => {
    const { id, owner } = record.incident
    const term = termOf(owner)
    if (seen !== term) return conflict('owner-changed')
    if (!sends) return refused('owner-not-here')
    const waiting = openItems().filter(row => row.incident === id && row.state === 'waiting')
    return ok({
      events: [ownerReleased.draft({ origin, term, ...(to !== undefined && { to }) }, now, by)],
      changedItems: waiting.map(row => ({ ...row, state: 'held' as const })),
    })
  }),
}

/** What is on its way according to the log, as rows that nothing here has begun. */
function itemsWithoutRow({ id: incident, acts, updates }: Incident, now: number): readonly NewQueuedItem[] {
  const left = (item: NewQueuedItem): NewQueuedItem => ({ ...item, state: 'left', reason: ANOTHER_MACHINE })
  const at = { incident, now, leavesAt: now }
  return [
    ...acts.filter(isUnderWay).map(({ id, what }) => left(newItem({ id, ...at }, requestToSend(what)))),
    ...updates.flatMap(({ id: update, content, delivery }) => {
      if (!isOnItsWay(delivery)) return []
      return [left(newItem({ id: delivery.act, ...at }, { kind: 'update', update, content }))]
    }),
  ]
}

/** [OW3] Whether the log has the outcome of an item, from any machine. */
export function isSettledIn({ acts, updates }: Incident, { id }: Pick<QueuedItem, 'id'>): boolean {
  const act = acts.find(known => known.id === id)
  if (act !== undefined) return !isUnderWay(act)
  return !updates.some(({ delivery }) => isOnItsWay(delivery) && delivery.act === id)
}

export function isUnknownIn({ acts, updates }: Incident, { id }: Pick<QueuedItem, 'id'>): boolean {
  const act = acts.find(known => known.id === id)
  if (act !== undefined) return act.standing.state === 'unknown'
  return updates.some(({ delivery }) => delivery.state === 'unknown' && delivery.act === id)
}

function isUnderWay({ standing }: RecordedRequest): boolean {
  return standing.state === 'waiting' || standing.state === 'unknown'
}

function isOnItsWay(delivery: Update['delivery']): delivery is Extract<Update['delivery'], { readonly act: unknown }> {
  return delivery.state === 'publishing' || delivery.state === 'asking' || delivery.state === 'unknown'
}
