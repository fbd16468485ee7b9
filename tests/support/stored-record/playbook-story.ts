import type { IncidentId } from '../../../src/shared/domain/ids'
import { shippedPlaybooks } from '../shipped-method'
import type { Desk } from './desk'

/** A playbook begun, worked by, moved, and ended. */
export function playbookStory(desk: Desk, incident: IncidentId): void {
  const [known] = shippedPlaybooks.filter(({ key }) => key === 'third-party')
  if (known === undefined) throw new Error('There is no such playbook')
  const { key: playbook, version } = known
  desk.run('playbook:start', { incident, playbook, version })
  desk.run('playbook:mark', { incident, playbook, item: 'own', mark: 'done', was: 'open' })
  desk.run('playbook:mark', { incident, playbook, item: 'call', mark: 'unneeded', was: 'open' })
  desk.run('playbook:move', { incident, playbook, phase: 'back' })
  desk.run('playbook:end', { incident, playbook, reason: 'it was ours' })
}
