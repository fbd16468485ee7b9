import type { Scene } from '../scene'
import { startRecordingStandIn } from './recording'
import type { Routes } from './routes'
import { byRoute } from './routes'
import type { StandInAnswer, StandInServer } from './server'
import {
  componentAnswer,
  incidentAnswer,
  onePage,
  PAGE,
  pageMetrics,
  type StatuspageState,
  statuspageNotFound,
} from './statuspage-answers'
import { statuspageFact } from './statuspage-facts'
import { componentJson, pageJson, statuspageIncidentJson, templateJson } from './statuspage-json'
import { postmortemAnswer } from './statuspage-postmortem'
import { type PostedIncident, pageRecord } from './statuspage-record'
import { writingRoutes } from './statuspage-writes'
import { isToken } from './token'

function readingRoutes(desk: StatuspageState): Routes {
  const { scene } = desk
  return {
    [`GET ${PAGE}`]: () => ({ status: 200, body: pageJson(scene) }),
    [`GET ${PAGE}/components`]: ({ query }) => {
      const components = [...pageRecord(scene, desk.facts).components.values()]
      return { status: 200, body: onePage(components, query, 'per_page').map(one => componentJson(scene, one)) }
    },
    [`GET ${PAGE}/components/{id}`]: (_request, { id = '' }) => componentAnswer(desk, id),
    [`GET ${PAGE}/incidents`]: ({ query }) => {
      const text = (query.get('q') ?? '').toLowerCase()
      return listIncidents(desk, query, 'limit', incident => isAbout(incident, text))
    },
    [`GET ${PAGE}/incidents/unresolved`]: ({ query }) =>
      listIncidents(desk, query, 'per_page', ({ status }) => !over.includes(status)),
    [`GET ${PAGE}/incidents/scheduled`]: ({ query }) =>
      listIncidents(desk, query, 'per_page', ({ status }) => status === 'scheduled'),
    [`GET ${PAGE}/incidents/active_maintenance`]: ({ query }) =>
      listIncidents(desk, query, 'per_page', ({ status }) => underWay.includes(status)),
    [`GET ${PAGE}/incidents/{id}/postmortem`]: (_request, { id = '' }) => postmortemAnswer(desk, id),
    [`GET ${PAGE}/incident_templates`]: ({ query }) => {
      const templates = scene.scenario.statuspage.templates ?? []
      return { status: 200, body: onePage(templates, query, 'per_page').map(one => templateJson(scene, one)) }
    },
    [`GET ${PAGE}/metrics`]: ({ query }) => ({ status: 200, body: onePage(pageMetrics, query, 'per_page') }),
    [`GET ${PAGE}/incidents/{id}`]: (_request, { id = '' }) => incidentAnswer(desk, id, 200),
  }
}

const underWay: readonly string[] = ['in_progress', 'verifying']
const over: readonly string[] = ['resolved', 'scheduled', 'completed', ...underWay]

/** Newest first. */
function listIncidents(
  { scene, facts }: StatuspageState,
  query: URLSearchParams,
  size: string,
  keep: (incident: PostedIncident) => boolean,
): StandInAnswer {
  const record = pageRecord(scene, facts)
  const found = [...record.incidents.values()].filter(keep).reverse()
  return {
    status: 200,
    body: onePage(found, query, size).map(incident => statuspageIncidentJson(scene, record, incident)),
  }
}

function isAbout({ name, status, updates }: PostedIncident, text: string): boolean {
  return [name, status, ...updates.map(update => update.body)].some(field => field.toLowerCase().includes(text))
}

/**
 * Stand-in of Statuspage's API v1, with JSON bodies. The vendor's limit of one request a second is not enforced: a
 * drill is there to be played, and can run faster than the wall clock.
 */
export function startStatuspage(scene: Scene, token: string): Promise<StandInServer> {
  const page = `/v1/pages/${scene.scenario.statuspage.id}`
  const options = { name: 'Statuspage', file: 'statuspage.jsonl', fact: statuspageFact }
  return startRecordingStandIn(scene, options, journal => {
    const desk = { scene, facts: journal.facts, record: journal.append }
    const routes = { ...readingRoutes(desk), ...writingRoutes(desk) }
    return request => {
      const [, key = ''] = /^OAuth (.+)$/.exec(request.header('authorization')) ?? []
      if (!isToken(key, token)) return { status: 401, body: { error: 'Could not authenticate' } }
      if (request.path !== page && !request.path.startsWith(`${page}/`)) return statuspageNotFound
      return byRoute(routes, request) ?? statuspageNotFound
    }
  })
}
