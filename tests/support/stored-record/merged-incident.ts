import type { Store } from '../../../src/main/engine/storage/store'
import { openConflicts } from '../../../src/shared/domain/claims'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { conflictSettled } from '../../../src/shared/events/conflict-settled'
import { ownerReleased } from '../../../src/shared/events/owner-released'
import { HOUR } from '../../../src/shared/lib/time'
import { type Desk, slackRoom } from './desk'
import { besideOther, note, type OtherMachine } from './other-machine'
import { moveItem, newestItem } from './outbox-ends'

/** An incident that two machines wrote at the same time, each of which then took what the other had. */
export function mergedIncident(store: Store, desk: Desk): IncidentId {
  const incident = newId<IncidentId>()
  return besideOther(store, desk, ({ desk: other, fetch, bring }) => {
    desk.run('incident:declare', { incident, title: 'Two rooms, one outage', severity: 'SEV-3', impact: '' })
    fetch(incident)
    note(desk, incident, 'written here')
    other.run('incident:change-severity', { incident, to: 'SEV-2', reason: 'seen from there' })
    note(other, incident, 'written there')
    desk.run('roles:assign', { incident, role: 'ic', name: 'Dana Scully' })
    desk.run('incident:rename', { incident, title: 'Checkout fails' })
    other.run('incident:rename', { incident, title: 'Payments fail' })
    bring(incident)
    settleTitle(desk, incident)
    note(desk, incident, 'after both')
    return incident
  })
}

function settleTitle(desk: Desk, incident: IncidentId): void {
  const head = desk.ledger.record(incident)?.incident
  const side = head && openConflicts(head).find(({ about }) => about === 'title')?.sides[0]
  if (side === undefined) throw new Error('Nobody disagrees about the title')
  const body = { about: 'title', chosen: side.event, text: side.value, reason: 'as customers call it' } as const
  desk.write(incident, conflictSettled.draft(body, desk.clock.now(), side.by))
}

/** An incident of another machine that this one sent for, and the other one again, so that a request waits here. */
export function takenOverIncident(store: Store, desk: Desk): IncidentId {
  const incident = newId<IncidentId>()
  const ask = (text: string) => {
    const channel = { id: slackRoom.target, name: slackRoom.label }
    const what = { kind: 'chat-post', connection: slackRoom.connection, channel, text } as const
    desk.run('acts:ask', { incident, act: newId(), what })
  }
  return besideOther(store, desk, ({ desk: other, fetch, bring }) => {
    other.run('incident:declare', { incident, title: 'Mail bounces', severity: 'SEV-2', impact: '' })
    bring(incident)
    ask('asked for before this machine sends')
    desk.run('owner:take', { incident, term: 1 })
    const delivered = { externalId: 'p1', url: null }
    moveItem(desk, newestItem(store), { state: 'sent' }, { outcome: 'delivered', delivered })
    // No command releases it yet.
    desk.write(incident, ownerReleased.draft({ origin: store.origin.id, term: 2 }, desk.clock.now(), desk.by))
    fetch(incident)
    other.run('owner:take', { incident, term: 2 })
    bring(incident)
    ask('asked for while the other machine sends')
    return incident
  })
}

/** An incident of which events are held, because the clock of who wrote them is more than a day ahead. */
export function heldIncident(store: Store, desk: Desk): IncidentId {
  const incident = newId<IncidentId>()
  const tomorrow = () => Date.now() + 25 * HOUR
  desk.run('incident:declare', { incident, title: 'Reports are late', severity: 'SEV-4', impact: '' })
  const work = ({ desk: other, fetch, bring }: OtherMachine) => {
    fetch(incident)
    for (const text of ['from tomorrow', 'and on']) note(other, incident, text)
    bring(incident)
  }
  besideOther(store, desk, work, tomorrow)
  desk.run('handoff:write', { incident, handoff: newId() })
  return incident
}
