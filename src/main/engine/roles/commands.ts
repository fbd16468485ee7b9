import { hasContinued, nextDue, runningDeadlines } from '../../../shared/domain/deadlines'
import { isRole, type Responder, type RoleKey, responderNamed } from '../../../shared/domain/people'
import { type RoleSlot, roleSlot, roleSlots, type Staffed } from '../../../shared/domain/responders'
import { seenHolder, seenRole } from '../../../shared/domain/seen-roles'
import { commandContinued } from '../../../shared/events/command-continued'
import { deputyNamed } from '../../../shared/events/deputy-named'
import { deputyReleased } from '../../../shared/events/deputy-released'
import { firstStepMarked } from '../../../shared/events/first-step-marked'
import { roleAssigned } from '../../../shared/events/role-assigned'
import { roleDefined } from '../../../shared/events/role-defined'
import { roleDropped } from '../../../shared/events/role-dropped'
import { roleReleased } from '../../../shared/events/role-released'
import { type CommandDecisions, changedSince, decided, onIncident, refused } from '../record/decision'

type Names =
  | 'roles:assign'
  | 'roles:continue'
  | 'roles:release'
  | 'roles:deputise'
  | 'roles:define'
  | 'roles:drop'
  | 'roles:mark-step'

const noSuchRole = refused('no-such-role')

export const roleCommands: CommandDecisions<Names> = {
  'roles:assign': onIncident<'roles:assign'>(({ role, name, was }, { record, now, by }) => {
    const seat = roleSlot(record.incident, role)
    const responder = responderNamed(name)
    if (seat === undefined) return noSuchRole
    if (responder === undefined) return refused('role-for-whom')
    if (seat.held?.responder.id === responder.id) return refused('role-held', { name: responder.name })
    const changed = changedSince(was, seenHolder(record.incident, role, false))
    if (changed !== undefined) return changed
    return decided(roleAssigned.draft(titled(seat, responder), now, by))
  }),

  // [FT3]
  'roles:continue': onIncident<'roles:continue'>(({ since }, { record, now, by }) => {
    const { incident } = record
    const command = roleSlot(incident, 'ic')
    if (command?.held == null) return refused('role-empty')
    const changed = changedSince(since, command.held.since)
    if (changed !== undefined) return changed
    if (hasContinued(incident)) return refused('command-answered')
    const askedAt = nextDue(runningDeadlines(incident), 'relief')
    if (askedAt === null || askedAt > now) return refused('command-not-asked')
    const deputy = command.deputy?.responder ?? null
    return decided(commandContinued.draft({ responder: command.held.responder, since, deputy }, now, by))
  }),

  'roles:release': onIncident<'roles:release'>(({ role, was }, { record, now, by }) => {
    const seat = roleSlot(record.incident, role)
    if (seat?.held == null) return refused('role-empty')
    const changed = changedSince(was, seat.held.responder.name)
    if (changed !== undefined) return changed
    return decided(roleReleased.draft(titled(seat, seat.held.responder), now, by))
  }),

  // [RO6]
  'roles:deputise': onIncident<'roles:deputise'>(({ role, name, was }, { record, now, by }) => {
    const seat = roleSlot(record.incident, role)
    if (seat === undefined) return noSuchRole
    const changed = changedSince(was, seenHolder(record.incident, role, true))
    if (name === null) {
      if (seat.deputy === null) return refused('no-deputy')
      if (changed !== undefined) return changed
      return decided(deputyReleased.draft(titled(seat, seat.deputy.responder), now, by))
    }
    const responder = responderNamed(name)
    if (responder === undefined) return refused('deputy-who')
    if (seat.held?.responder.id === responder.id) return refused('deputy-holds-role', { name: responder.name })
    if (seat.deputy?.responder.id === responder.id) return refused('deputy-already', { name: responder.name })
    if (changed !== undefined) return changed
    return decided(deputyNamed.draft(titled(seat, responder), now, by))
  }),

  // [RO2]
  'roles:define': onIncident<'roles:define'>(({ role, name, letters, duties, operates, was }, { record, now, by }) => {
    const before = record.incident.crew.customRoles.find(({ id }) => id === role)
    const changed = changedSince(was, seenRole(before))
    if (changed !== undefined) return changed
    const twin = sameWords(record.incident, role, { name, letters })
    if (twin !== undefined) return refused('role-name-taken', { name: twin.name, letters: twin.letters })
    return decided(roleDefined.draft({ role, name, letters, duties, operates }, now, by))
  }),

  'roles:drop': onIncident<'roles:drop'>(({ role, was }, { record, now, by }) => {
    const seat = roleSlot(record.incident, role)
    if (seat === undefined) return noSuchRole
    const changed = changedSince(was, seenHolder(record.incident, role, false))
    if (changed !== undefined) return changed
    return decided(roleDropped.draft({ role, title: seat.name }, now, by))
  }),

  // [RO8]
  'roles:mark-step': onIncident<'roles:mark-step'>(({ role, step, done }, { record, now, by }) => {
    if (roleSlot(record.incident, role) === undefined) return noSuchRole
    const before = record.incident.crew.stepsDone[role]?.includes(step) ?? false
    return before === done ? decided() : decided(firstStepMarked.draft({ role, step, done }, now, by))
  }),
}

/** A line is made from its event alone, so a role of the incident's own says its name there. */
function titled(seat: RoleSlot, responder: Responder) {
  return isRole(seat.key) ? { role: seat.key, responder } : { role: seat.key, responder, title: seat.name }
}

function sameWords(incident: Staffed, role: RoleKey, words: Pick<RoleSlot, 'name' | 'letters'>): RoleSlot | undefined {
  return roleSlots(incident).find(
    ({ key, name, letters }) =>
      key !== role && (letters === words.letters || name.toLowerCase() === words.name.toLowerCase()),
  )
}
