import { type ConnectionId, type IncidentId, newId, type OutboxItemId } from '../../../src/shared/domain/ids'
import type { Desk } from './desk'

/** A war room with each kind of step, and what it repeats. */
export function roomStory(desk: Desk, incident: IncidentId): void {
  const connection = 'slack' as ConnectionId
  const act = () => newId<OutboxItemId>()
  const steps = [
    { kind: 'post', act: act(), text: 'SEV-1: payments fail' },
    { kind: 'pin', act: act(), pin: act(), text: 'Ticket: T-1 https://example.com/T-1' },
    { kind: 'invite', act: act(), person: { id: 'grace@example.com', name: 'Grace' } },
    { kind: 'public-line', act: act(), connection, channel: { id: 'C9', name: 'incidents' }, text: 'SEV-1' },
  ] as const
  desk.run('room:open', {
    incident,
    plan: { act: act(), connection, steps },
    name: 'incident-payments',
    private: false,
  })
  desk.run('room:set', { incident, mirror: 'decisions' })
}
