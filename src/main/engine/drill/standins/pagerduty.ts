import { type Scene, storyTime } from '../scene'
import { invalid, notFound, paged, refused } from './pagerduty-answers'
import { changePage, snoozePage, statuses } from './pagerduty-changes'
import { asUser, type Desk } from './pagerduty-desk'
import { directoryRoutes } from './pagerduty-directory'
import { type NoteFact, type PageState, pagerDutyFact } from './pagerduty-facts'
import { pageStates } from './pagerduty-incidents'
import { incidentJson, logEntries, noteJson } from './pagerduty-json'
import { addNote, addStatusUpdate, createIncident, requestResponders } from './pagerduty-writes'
import { startRecordingStandIn } from './recording'
import { byRoute, type Route, type Routes } from './routes'
import type { Answer, StandIn, StandInRequest } from './server'
import { isToken } from './token'

/** Stand-in of PagerDuty's REST API v2. It plays pages and all that Quarterdeck does to them; nothing else is there. */
export function startPagerDuty(scene: Scene, token: string): Promise<StandIn> {
  const options = { name: 'PagerDuty', file: 'pagerduty.jsonl', fact: pagerDutyFact }
  return startRecordingStandIn(scene, options, journal => {
    const desk: Desk = { scene, facts: journal.facts, record: journal.append }
    const routes = { ...directoryRoutes(scene), ...incidentRoutes(desk) }
    return request => {
      const [, key = ''] = /^Token token=(.+)$/.exec(request.header('authorization')) ?? []
      if (!isToken(key, token)) return refused(401, 2006, 'Authentication failed')
      return byRoute(routes, request) ?? notFound
    }
  })
}

function incidentRoutes(desk: Desk): Routes {
  const page = (id: string | undefined) => pageStates(desk.scene, desk.facts).find(state => state.page.id === id)
  const onPage = (act: (state: PageState, request: StandInRequest) => Answer): Route => {
    return (request, { id }) => {
      const state = page(id)
      return state === undefined ? notFound : act(state, request)
    }
  }
  /** Answers what is wrong, or the page as it is then. */
  const changed = (change: typeof changePage) => (state: PageState, request: StandInRequest) =>
    asUser(desk, request, user => {
      const answer = change(desk, state, user, request.body)
      const now = page(state.page.id) ?? state
      return answer ?? { status: 200, body: { incident: incidentJson(desk.scene, now, []) } }
    })
  return {
    'GET /incidents': request => listIncidents(desk, request.query),
    'POST /incidents': request => asUser(desk, request, user => createIncident(desk, user, request.body)),
    'GET /incidents/{id}': onPage((state, { query }) => ({
      status: 200,
      body: { incident: incidentJson(desk.scene, state, query.getAll('include[]')) },
    })),
    'PUT /incidents/{id}': onPage(changed(changePage)),
    'POST /incidents/{id}/snooze': onPage(changed(snoozePage)),
    'GET /incidents/{id}/alerts': onPage((_, { query }) => paged('alerts', query, [], () => ({}))),
    'GET /incidents/{id}/notes': onPage(({ page, facts }) => {
      const own = facts.filter(fact => fact.kind === 'note')
      const all = [...storyNotes(desk.scene, page.id), ...own].sort((a, b) => b.at - a.at)
      return { status: 200, body: { notes: all.map(note => noteJson(desk.scene, note)) } }
    }),
    'POST /incidents/{id}/notes': onPage((state, request) =>
      asUser(desk, request, user => addNote(desk, state, user, request.body)),
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

function listIncidents({ scene, facts }: Desk, query: URLSearchParams): Answer {
  const wanted = query.getAll('statuses[]')
  const strange = wanted.find(status => !statuses.some(known => known === status))
  if (strange !== undefined) return invalid(`Statuses ${strange} is not one of ${statuses.join(', ')}`)
  const isWanted = (name: string, value: string) => !query.has(name) || query.getAll(name).includes(value)
  const found = pageStates(scene, facts)
    .filter(({ status, page }) => isWanted('statuses[]', status) && isWanted('urgencies[]', page.urgency))
    .filter(({ key, page }) => isWanted('service_ids[]', page.service) && isWanted('incident_key', key))
    .sort((a, b) => b.createdAt - a.createdAt)
  if (query.get('sort_by') === 'created_at:asc') found.reverse()
  const include = query.getAll('include[]')
  return paged('incidents', query, found, state => incidentJson(scene, state, include))
}
