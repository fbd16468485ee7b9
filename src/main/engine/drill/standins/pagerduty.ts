import { type Scene, storyTime } from '../scene'
import { invalid, paged, pagerDutyNotFound, pagerDutyRefusal } from './pagerduty-answers'
import { changeIncident, pagerDutyStatuses, snoozeIncident } from './pagerduty-changes'
import { asUser, type PagerDutyState } from './pagerduty-desk'
import { directoryRoutes } from './pagerduty-directory'
import { type NoteFact, type PageState, pagerDutyFact } from './pagerduty-facts'
import { pageStates } from './pagerduty-incidents'
import { logEntries, noteJson, pagerDutyIncidentJson } from './pagerduty-json'
import { addIncidentNote, addStatusUpdate, createIncident, requestResponders } from './pagerduty-writes'
import { startRecordingStandIn } from './recording'
import { byRoute, type Route, type Routes } from './routes'
import type { StandInAnswer, StandInRequest, StandInServer } from './server'
import { isToken } from './token'

/** Stand-in of PagerDuty's REST API v2. It plays pages and all that Quarterdeck does to them; nothing else is there. */
export function startPagerDuty(scene: Scene, token: string): Promise<StandInServer> {
  const options = { name: 'PagerDuty', file: 'pagerduty.jsonl', fact: pagerDutyFact }
  return startRecordingStandIn(scene, options, journal => {
    const desk: PagerDutyState = { scene, facts: journal.facts, record: journal.append }
    const routes = { ...directoryRoutes(scene), ...incidentRoutes(desk) }
    return request => {
      const [, key = ''] = /^Token token=(.+)$/.exec(request.header('authorization')) ?? []
      if (!isToken(key, token)) return pagerDutyRefusal(401, 2006, 'Authentication failed')
      return byRoute(routes, request) ?? pagerDutyNotFound
    }
  })
}

function incidentRoutes(desk: PagerDutyState): Routes {
  const page = (id: string | undefined) => pageStates(desk.scene, desk.facts).find(state => state.page.id === id)
  const onPage = (act: (state: PageState, request: StandInRequest) => StandInAnswer): Route => {
    return (request, { id }) => {
      const state = page(id)
      return state === undefined ? pagerDutyNotFound : act(state, request)
    }
  }
  /** Answers what is wrong, or the page as it is then. */
  const changed = (change: typeof changeIncident) => (state: PageState, request: StandInRequest) =>
    asUser(desk, request, user => {
      const answer = change(desk, state, user, request.body)
      const now = page(state.page.id) ?? state
      return answer ?? { status: 200, body: { incident: pagerDutyIncidentJson(desk.scene, now, []) } }
    })
  return {
    'GET /incidents': request => listIncidents(desk, request.query),
    'POST /incidents': request => asUser(desk, request, user => createIncident(desk, user, request.body)),
    'GET /incidents/{id}': onPage((state, { query }) => ({
      status: 200,
      body: { incident: pagerDutyIncidentJson(desk.scene, state, query.getAll('include[]')) },
    })),
    'PUT /incidents/{id}': onPage(changed(changeIncident)),
    'POST /incidents/{id}/snooze': onPage(changed(snoozeIncident)),
    'GET /incidents/{id}/alerts': onPage((_, { query }) => paged('alerts', query, [], () => ({}))),
    'GET /incidents/{id}/notes': onPage(({ page, facts }) => {
      const own = facts.filter(fact => fact.kind === 'note')
      const all = [...storyNotes(desk.scene, page.id), ...own].sort((a, b) => b.at - a.at)
      return { status: 200, body: { notes: all.map(note => noteJson(desk.scene, note)) } }
    }),
    'POST /incidents/{id}/notes': onPage((state, request) =>
      asUser(desk, request, user => addIncidentNote(desk, state, user, request.body)),
    ),
    'POST /incidents/{id}/status_updates': onPage((state, request) =>
      asUser(desk, request, user => addStatusUpdate(desk, state, user, request.body)),
    ),
    'POST /incidents/{id}/responder_requests': onPage((state, { body }) => requestResponders(desk, state, body)),
    'GET /incidents/{id}/log_entries': onPage((state, { query }) =>
      paged('log_entries', query, logEntries(desk.scene, state), entry => entry),
    ),
  }
}

/** What the story's people have written on a page by now. */
function storyNotes(scene: Scene, incident: string): readonly NoteFact[] {
  const now = storyTime(scene)
  return scene.scenario.pagerduty.notes.flatMap(({ at, page, by, text }, place) => {
    const instant = scene.startedAt + at
    const note = { kind: 'note', at: instant, incident, by, id: `NOTE${place + 1}`, content: text } as const
    return page === incident && at <= now ? [note] : []
  })
}

function listIncidents({ scene, facts }: PagerDutyState, query: URLSearchParams): StandInAnswer {
  const wanted = query.getAll('statuses[]')
  const strange = wanted.find(status => !pagerDutyStatuses.some(known => known === status))
  if (strange !== undefined) return invalid(`Statuses ${strange} is not one of ${pagerDutyStatuses.join(', ')}`)
  const isWanted = (name: string, value: string) => !query.has(name) || query.getAll(name).includes(value)
  const found = pageStates(scene, facts)
    .filter(({ status, page }) => isWanted('statuses[]', status) && isWanted('urgencies[]', page.urgency))
    .filter(({ key, page }) => isWanted('service_ids[]', page.service) && isWanted('incident_key', key))
    .sort((a, b) => b.createdAt - a.createdAt)
  if (query.get('sort_by') === 'created_at:asc') found.reverse()
  const include = query.getAll('include[]')
  return paged('incidents', query, found, state => pagerDutyIncidentJson(scene, state, include))
}
