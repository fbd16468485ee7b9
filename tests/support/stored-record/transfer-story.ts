import { sectionAt } from '../../../src/main/engine/handoff/transfer-sections'
import { type IncidentId, newId, type TransferId } from '../../../src/shared/domain/ids'
import type { Desk } from './desk'

/** Command is offered, declined, offered again, read back, accepted and released: by whoever sits at the desk. */
export function transferStory(desk: Desk, incident: IncidentId): void {
  const { by } = desk
  if (by.kind !== 'person') return
  const commander = () => desk.ledger.record(incident)?.incident.roles.ic?.responder.name ?? ''
  if (desk.ledger.record(incident)?.incident.roles.ic?.responder.id === by.responder.id)
    desk.run('roles:assign', { incident, role: 'ic', name: 'Annie Easley' })
  const [first, second] = [newId<TransferId>(), newId<TransferId>()]
  const prepare = (transfer: TransferId) => {
    const words = { to: by.responder.name, note: 'the failover runs', incidents: [incident], zone: 'Europe/Berlin' }
    desk.run('transfer:prepare', { incident, transfer, ...words, was: commander() })
  }
  prepare(first)
  desk.run('transfer:end', { incident, transfer: first, as: 'declined', reason: 'in ten minutes' })
  prepare(second)
  const record = desk.ledger.record(incident)
  const drawnAt = desk.clock.now()
  const drawn = record && sectionAt(record, 'strategy', drawnAt)
  if (!drawn) throw new Error('No section was drawn')
  const read = { section: drawn.section, drawnAt, digest: drawn.digest, zone: 'Europe/Berlin' }
  desk.run('transfer:read', { incident, transfer: second, ...read })
  desk.run('transfer:accept', { incident, transfer: second, anyway: 'the giver has to go', zone: 'Europe/Berlin' })
  desk.run('transfer:release', { incident, transfer: second })
}
