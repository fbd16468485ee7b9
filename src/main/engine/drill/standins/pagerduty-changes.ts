import { invalid, pagerDutyRefusal } from './pagerduty-answers'
import type { PagerDutyState } from './pagerduty-desk'
import type { PagerDutyUser, PageState } from './pagerduty-facts'
import { escalationLevelOf } from './pagerduty-incidents'
import { type PagerDutyIncidentChange, pagerDutyIncidentChange, snoozeInput } from './pagerduty-inputs'
import { recordNote } from './pagerduty-writes'
import { readJson } from './routes'
import type { StandInAnswer } from './server'

export const pagerDutyStatuses = ['triggered', 'acknowledged', 'resolved'] as const

/** `PUT /incidents/{id}`. Undefined: done, or nothing was asked. */
export function changeIncident(
  desk: PagerDutyState,
  state: PageState,
  user: PagerDutyUser,
  body: string,
): StandInAnswer | undefined {
  const parsed = pagerDutyIncidentChange.safeParse(readJson(body))
  if (!parsed.success) return invalid('Incident must have a type, and a change that is played here')
  const change = parsed.data.incident
  if (change.status !== undefined) return changeStatus(desk, state, user, change.status, change.resolution)
  if (state.status === 'resolved') return pagerDutyRefusal(400, 1001, 'Incident Already Resolved')
  return assign(desk, state, user, change)
}

/** `POST /incidents/{id}/snooze`. Undefined: done. */
export function snoozeIncident(
  desk: PagerDutyState,
  state: PageState,
  user: PagerDutyUser,
  body: string,
): StandInAnswer | undefined {
  const parsed = snoozeInput.safeParse(readJson(body))
  if (!parsed.success) return invalid('Duration must be between 1 second and 1 week')
  if (state.status === 'resolved') return pagerDutyRefusal(400, 1001, 'Incident Already Resolved')
  const at = desk.scene.clock.now()
  desk.record({ kind: 'snooze', at, incident: state.page.id, by: user.id, until: at + parsed.data.duration * 1_000 })
  return undefined
}

function changeStatus(
  desk: PagerDutyState,
  state: PageState,
  user: PagerDutyUser,
  asked: string,
  resolution: string | undefined,
): StandInAnswer | undefined {
  const status = pagerDutyStatuses.find(known => known === asked)
  if (status === undefined) return pagerDutyRefusal(400, 1003, 'Invalid Status Provided')
  if (status === state.status && status === 'resolved') return pagerDutyRefusal(400, 1001, 'Incident Already Resolved')
  if (status === state.status && status === 'acknowledged')
    return pagerDutyRefusal(400, 1002, 'Incident Already Acknowledged')
  const { scene, record } = desk
  record({ kind: 'status', at: scene.clock.now(), incident: state.page.id, status, by: user.id })
  if (resolution !== undefined && status === 'resolved') recordNote(desk, state, user, resolution)
  return undefined
}

function assign(
  desk: PagerDutyState,
  state: PageState,
  user: PagerDutyUser,
  change: PagerDutyIncidentChange,
): StandInAnswer | undefined {
  const { scene, record } = desk
  const common = { kind: 'assign', at: scene.clock.now(), incident: state.page.id, by: user.id } as const
  const { assignments, escalation_policy: policy, escalation_level: level } = change
  if (assignments !== undefined) {
    const users = assignments.map(({ assignee }) => assignee.id)
    const strange = users.find(id => !scene.scenario.pagerduty.users.some(known => known.id === id))
    if (strange !== undefined) return invalid(`Assignee ${strange} was not found`)
    record({ ...common, users, policyOf: null, level: null })
  } else if (policy !== undefined) {
    const service = scene.scenario.pagerduty.services.find(({ id }) => `E${id}` === policy.id)
    if (service === undefined) return invalid('Escalation policy was not found')
    record({ ...common, users: [], policyOf: service.id, level: null })
  } else if (level !== undefined) {
    if (escalationLevelOf(scene, state.policyOf, level).length === 0)
      return pagerDutyRefusal(400, 1006, 'Incident Cannot Be Escalated')
    record({ ...common, users: [], policyOf: state.policyOf, level })
  } else return invalid('Incident must have a change that is played here')
  return undefined
}
