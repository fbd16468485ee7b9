import { madeId } from '../scene'
import type { Routes } from './routes'
import type { StandInAnswer } from './server'
import {
  componentAnswer,
  incidentAnswer,
  noBody,
  PAGE,
  pageMetrics,
  type StatuspageState,
  statuspageNotFound,
  unprocessable,
  unwrapped,
  updateAnswer,
} from './statuspage-answers'
import {
  componentChange,
  metricPoint,
  type StatuspageIncidentChange,
  statuspageIncidentChange,
  updateChange,
} from './statuspage-facts'
import { draftPostmortem, storePostmortem } from './statuspage-postmortem'
import { pageRecord } from './statuspage-record'

/** Each answer leaves after its fact is on disk. */
export function writingRoutes(desk: StatuspageState): Routes {
  const patchIncident: Routes[string] = (request, { id = '' }) => changeIncident(desk, id, request.body)
  const patchComponent: Routes[string] = (request, { id = '' }) => changeComponent(desk, id, request.body)
  return {
    [`POST ${PAGE}/incidents`]: request => postIncident(desk, request.body),
    [`PATCH ${PAGE}/incidents/{id}`]: patchIncident,
    [`PUT ${PAGE}/incidents/{id}`]: patchIncident,
    [`PUT ${PAGE}/incidents/{id}/postmortem`]: (request, { id = '' }) => draftPostmortem(desk, id, request.body),
    [`PUT ${PAGE}/incidents/{id}/postmortem/publish`]: (request, { id = '' }) =>
      storePostmortem(desk, id, request.body),
    [`PATCH ${PAGE}/incidents/{id}/incident_updates/{update}`]: (request, { id = '', update = '' }) =>
      editUpdate(desk, id, update, request.body),
    [`POST ${PAGE}/metrics/{id}/data`]: (request, { id = '' }) => postPoint(desk, id, request.body),
    [`PATCH ${PAGE}/components/{id}`]: patchComponent,
    [`PUT ${PAGE}/components/{id}`]: patchComponent,
  }
}

function postIncident(desk: StatuspageState, body: string): StandInAnswer {
  return withIncident(desk, body, change => {
    if (change.name === undefined) return unprocessable([{ path: ['name'], message: "can't be blank" }])
    const incident = ownId(desk)
    recordIncident(desk, incident, change, ownId(desk))
    return incidentAnswer(desk, incident, 201)
  })
}

function postPoint(desk: StatuspageState, metric: string, body: string): StandInAnswer {
  if (!pageMetrics.some(({ id }) => id === metric)) return statuspageNotFound
  const sent = unwrapped('data', body)
  if (sent === undefined) return noBody
  const parsed = metricPoint.safeParse(sent)
  if (!parsed.success) return unprocessable(parsed.error.issues)
  desk.record({ kind: 'point', at: desk.scene.clock.now(), metric, point: parsed.data })
  return { status: 201, body: { data: parsed.data } }
}

/** A change that has a body or a status writes an update that customers see. */
function changeIncident(desk: StatuspageState, incident: string, body: string): StandInAnswer {
  if (!pageRecord(desk.scene, desk.facts).incidents.has(incident)) return statuspageNotFound
  return withIncident(desk, body, change => {
    const speaks = change.body !== undefined || change.status !== undefined
    recordIncident(desk, incident, change, speaks ? ownId(desk) : null)
    return incidentAnswer(desk, incident, 200)
  })
}

/** Mails nobody, whatever the flag says: the mails of an update left with it. */
function editUpdate(desk: StatuspageState, incident: string, update: string, body: string): StandInAnswer {
  const known = pageRecord(desk.scene, desk.facts).incidents.get(incident)
  if (known === undefined || known.updates.every(({ id }) => id !== update)) return statuspageNotFound
  const sent = unwrapped('incident_update', body)
  if (sent === undefined) return noBody
  const parsed = updateChange.safeParse(sent)
  if (!parsed.success) return unprocessable(parsed.error.issues)
  desk.record({ kind: 'edit', at: desk.scene.clock.now(), incident, update, change: parsed.data })
  return updateAnswer(desk, incident, update)
}

function withIncident(
  desk: StatuspageState,
  body: string,
  act: (change: StatuspageIncidentChange) => StandInAnswer,
): StandInAnswer {
  const sent = unwrapped('incident', body)
  if (sent === undefined) return noBody
  const parsed = statuspageIncidentChange.safeParse(sent)
  if (!parsed.success) return unprocessable(parsed.error.issues)
  const { components } = pageRecord(desk.scene, desk.facts)
  const named = [...Object.keys(parsed.data.components ?? {}), ...(parsed.data.component_ids ?? [])]
  const strange = named.find(id => !components.has(id))
  if (strange === undefined) return act(parsed.data)
  return unprocessable([{ path: ['components'], message: `has no component ${strange}` }])
}

function changeComponent(desk: StatuspageState, component: string, body: string): StandInAnswer {
  if (!pageRecord(desk.scene, desk.facts).components.has(component)) return statuspageNotFound
  const sent = unwrapped('component', body)
  if (sent === undefined) return noBody
  const parsed = componentChange.safeParse(sent)
  if (!parsed.success) return unprocessable(parsed.error.issues)
  desk.record({ kind: 'component', at: desk.scene.clock.now(), component, change: parsed.data })
  return componentAnswer(desk, component)
}

function recordIncident(
  { scene, record }: StatuspageState,
  incident: string,
  change: StatuspageIncidentChange,
  update: string | null,
): void {
  record({ kind: 'incident', at: scene.clock.now(), incident, update, change })
}

function ownId({ scene }: StatuspageState): string {
  return madeId(scene.random, 12, 'abcdefghjkmnpqrstvwxyz0123456789')
}
