import type { Routes } from './routes'
import type { Answer } from './server'
import { componentAnswer, type Desk, incidentAnswer, onePage, PAGE } from './statuspage-answers'
import { componentJson, incidentJson, pageJson, templateJson } from './statuspage-json'
import { postmortemAnswer } from './statuspage-postmortem'
import { type PostedIncident, pageRecord } from './statuspage-record'

export function readingRoutes(desk: Desk): Routes {
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
    [`GET ${PAGE}/incidents/{id}`]: (_request, { id = '' }) => incidentAnswer(desk, id, 200),
  }
}

const underWay: readonly string[] = ['in_progress', 'verifying']
const over: readonly string[] = ['resolved', 'scheduled', 'completed', ...underWay]

/** Newest first. */
function listIncidents(
  { scene, facts }: Desk,
  query: URLSearchParams,
  size: string,
  keep: (incident: PostedIncident) => boolean,
): Answer {
  const record = pageRecord(scene, facts)
  const found = [...record.incidents.values()].filter(keep).reverse()
  return { status: 200, body: onePage(found, query, size).map(incident => incidentJson(scene, record, incident)) }
}

function isAbout({ name, status, updates }: PostedIncident, text: string): boolean {
  return [name, status, ...updates.map(update => update.body)].some(field => field.toLowerCase().includes(text))
}
