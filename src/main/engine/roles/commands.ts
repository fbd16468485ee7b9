import { responderNamed } from '../../../shared/domain/people'
import { roleAssigned } from '../../../shared/events/role-assigned'
import { roleReleased } from '../../../shared/events/role-released'
import { type Commands, decided, onIncident, refused } from '../decision'

export const roleCommands: Commands<'roles:assign' | 'roles:release'> = {
  'roles:assign': onIncident<'roles:assign'>(({ role, name }, { record, now, by }) => {
    const responder = responderNamed(name)
    if (responder === undefined) return refused('Say who takes the role.')
    if (record.incident.roles[role]?.responder.id === responder.id)
      return refused(`${responder.name} has that role already.`)
    return decided(roleAssigned.draft({ role, responder }, now, by))
  }),

  'roles:release': onIncident<'roles:release'>(({ role }, { record, now, by }) => {
    const holder = record.incident.roles[role]
    if (holder === null) return refused('Nobody has that role.')
    return decided(roleReleased.draft({ role, responder: holder.responder }, now, by))
  }),
}
