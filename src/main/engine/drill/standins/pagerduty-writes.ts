import type { z } from 'zod/mini'
import { madeId } from '../scene'
import { invalid } from './pagerduty-answers'
import type { PagerDutyState } from './pagerduty-desk'
import type { NoteFact, PagerDutyUser, PageState } from './pagerduty-facts'
import { pageStates } from './pagerduty-incidents'
import { newIncident, noteInput, respondersInput, statusUpdateInput } from './pagerduty-inputs'
import { noteJson, pagerDutyIncidentJson, responderRequestJson } from './pagerduty-json'
import { userReference } from './pagerduty-references'
import { readJson } from './routes'
import type { StandInAnswer } from './server'

/** What is added to pages. Each answer leaves after its fact is on disk, and the same request twice adds it twice. */

export function addIncidentNote(
  desk: PagerDutyState,
  state: PageState,
  user: PagerDutyUser,
  body: string,
): StandInAnswer {
  const parsed = noteInput.safeParse(readJson(body))
  if (!parsed.success) return invalid('Content cannot be empty')
  const note = recordNote(desk, state, user, parsed.data.note.content)
  return { status: 200, body: { note: noteJson(desk.scene, note) } }
}

export function recordNote(desk: PagerDutyState, state: PageState, user: PagerDutyUser, content: string): NoteFact {
  const note = { kind: 'note', ...begun(desk, state.page.id, user.id), id: ownId(desk), content } as const
  desk.record(note)
  return note
}

export function addStatusUpdate(
  desk: PagerDutyState,
  state: PageState,
  user: PagerDutyUser,
  body: string,
): StandInAnswer {
  const parsed = statusUpdateInput.safeParse(readJson(body))
  if (!parsed.success) return invalid('Message cannot be empty')
  const { message } = parsed.data
  const id = ownId(desk)
  desk.record({ kind: 'status-update', ...begun(desk, state.page.id, user.id), id, message })
  const sender = userReference(desk.scene, user.id)
  return { status: 200, body: { status_update: { id, message, sender, subject: null, html_message: null } } }
}

/** Has no `From`: the requester is in the body. */
export function requestResponders(desk: PagerDutyState, state: PageState, body: string): StandInAnswer {
  const parsed = respondersInput.safeParse(readJson(body))
  if (!parsed.success) return invalid(complaintOf(parsed.error))
  const { requester_id: by, message, responder_request_targets: targets } = parsed.data
  const users = targets.map(target => target.responder_request_target.id)
  const known = desk.scene.scenario.pagerduty.users.map(({ id }) => id)
  const strange = [by, ...users].find(id => !known.includes(id))
  if (strange !== undefined) return invalid(`User ${strange} was not found`)
  const fact = { kind: 'responders', ...begun(desk, state.page.id, by), id: ownId(desk), message, users } as const
  desk.record(fact)
  return { status: 200, body: { responder_request: responderRequestJson(desk.scene, fact) } }
}

function complaintOf(error: z.core.$ZodError): string {
  return `${String(error.issues[0]?.path[0] ?? 'Body')} is missing or invalid`
}

/** Refuses the key of an open incident of the same service: this is how PagerDuty prevents that a retry pages twice. */
export function createIncident(desk: PagerDutyState, user: PagerDutyUser, body: string): StandInAnswer {
  const parsed = newIncident.safeParse(readJson(body))
  if (!parsed.success) return invalid('Title cannot be empty')
  const { title, service, urgency, incident_key, escalation_policy: policy, body: details } = parsed.data.incident
  const { services } = desk.scene.scenario.pagerduty
  if (!services.some(({ id }) => id === service.id)) return invalid('Service was not found')
  const policyOf = policy && services.find(({ id }) => `E${id}` === policy.id)?.id
  if (policy !== undefined && policyOf === undefined) return invalid('Escalation policy was not found')
  const states = pageStates(desk.scene, desk.facts)
  const taken = states.some(
    state => state.key === incident_key && state.page.service === service.id && state.status !== 'resolved',
  )
  if (taken) return invalid('Open incident with matching dedup key already exists on this service')
  const id = `Q${madeId(desk.scene.random, 13)}`
  const rest = { service: service.id, title, urgency, details: details?.details ?? '', policyOf }
  desk.record({ kind: 'created', ...begun(desk, id, user.id), key: incident_key ?? id, ...rest })
  const made = pageStates(desk.scene, desk.facts).find(state => state.page.id === id)
  return made === undefined
    ? invalid('Incident could not be created')
    : { status: 201, body: { incident: pagerDutyIncidentJson(desk.scene, made, ['body']) } }
}

function begun({ scene }: PagerDutyState, incident: string, by: string) {
  return { at: scene.clock.now(), incident, by }
}

function ownId({ scene }: PagerDutyState): string {
  return `P${madeId(scene.random, 6)}`
}
