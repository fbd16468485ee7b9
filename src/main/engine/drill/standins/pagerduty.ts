import * as z from 'zod/mini'
import { isoSeconds, madeId, type Scene } from '../scene'
import { invalid, notFound, paged, refused } from './pagerduty-answers'
import { directoryRoutes } from './pagerduty-directory'
import { type PagerDutyFact, type PagerDutyUser, type PageState, pagerDutyFact } from './pagerduty-facts'
import { incidentJson, noteJson, pageStates } from './pagerduty-incidents'
import { startRecordingStandIn } from './recording'
import { byRoute, type Route, type Routes, readJson } from './routes'
import type { Answer, StandIn, StandInRequest } from './server'
import { isToken } from './token'

/** Stand-in of PagerDuty's REST API v2. It plays pages, acknowledging, resolving and notes; nothing else is there. */
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

interface Desk {
  readonly scene: Scene
  readonly facts: readonly PagerDutyFact[]
  readonly record: (fact: PagerDutyFact) => void
}

const statuses = ['triggered', 'acknowledged', 'resolved'] as const

const incidentChange = z.object({
  incident: z.object({
    type: z.enum(['incident', 'incident_reference']),
    status: z.string(),
    resolution: z.optional(z.string()),
  }),
})
const noteInput = z.object({ note: z.object({ content: z.string().check(z.trim(), z.minLength(1)) }) })

function incidentRoutes(desk: Desk): Routes {
  const page = (id: string | undefined) => pageStates(desk.scene, desk.facts).find(state => state.page.id === id)
  const onPage = (act: (state: PageState, request: StandInRequest) => Answer): Route => {
    return (request, { id }) => {
      const state = page(id)
      return state === undefined ? notFound : act(state, request)
    }
  }
  return {
    'GET /incidents': request => listIncidents(desk, request.query),
    'GET /incidents/{id}': onPage((state, { query }) => ({
      status: 200,
      body: { incident: incidentJson(desk.scene, state, query.getAll('include[]')) },
    })),
    'PUT /incidents/{id}': onPage((state, request) =>
      asUser(desk, request, user => {
        const answer = changeStatus(desk, state, user, request.body)
        const changed = page(state.page.id)
        return answer ?? { status: 200, body: { incident: incidentJson(desk.scene, changed ?? state, []) } }
      }),
    ),
    'GET /incidents/{id}/log_entries': onPage((state, { query }) =>
      paged('log_entries', query, stepsOf(desk, state), step => step),
    ),
    'GET /incidents/{id}/alerts': onPage((_, { query }) => paged('alerts', query, [], () => ({}))),
    'GET /incidents/{id}/notes': onPage(state => ({
      status: 200,
      body: { notes: state.notes.map(note => noteJson(desk.scene, note)) },
    })),
    'POST /incidents/{id}/notes': onPage((state, request) =>
      asUser(desk, request, user => addNote(desk, state, user, request.body)),
    ),
  }
}

function listIncidents({ scene, facts }: Desk, query: URLSearchParams): Answer {
  const wanted = query.getAll('statuses[]')
  const strange = wanted.find(status => !statuses.some(known => known === status))
  if (strange !== undefined) return invalid(`Statuses ${strange} is not one of ${statuses.join(', ')}`)
  const isWanted = (name: string, value: string) => !query.has(name) || query.getAll(name).includes(value)
  const found = pageStates(scene, facts)
    .filter(({ status, page }) => isWanted('statuses[]', status) && isWanted('urgencies[]', page.urgency))
    .filter(({ page }) => isWanted('service_ids[]', page.service))
    .sort((a, b) => b.createdAt - a.createdAt)
  if (query.get('sort_by') === 'created_at:asc') found.reverse()
  const include = query.getAll('include[]')
  return paged('incidents', query, found, state => incidentJson(scene, state, include))
}

/** Writes are done for a user, named by their e-mail in `From`. */
function asUser({ scene }: Desk, request: StandInRequest, act: (user: PagerDutyUser) => Answer): Answer {
  const from = request.header('from').trim().toLowerCase()
  if (from === '') return invalid('From header is required and must be the e-mail address of a user')
  const user = scene.scenario.pagerduty.users.find(known => known.email.toLowerCase() === from)
  return user === undefined ? refused(400, 1008, 'Requester User Not Found') : act(user)
}

/** Undefined: done. */
function changeStatus(desk: Desk, state: PageState, user: PagerDutyUser, body: string): Answer | undefined {
  const parsed = incidentChange.safeParse(readJson(body))
  if (!parsed.success) return invalid('Incident must have a type and a status; nothing else is played here')
  const { status: asked, resolution } = parsed.data.incident
  const status = statuses.find(known => known === asked)
  if (status === undefined) return refused(400, 1003, 'Invalid Status Provided')
  if (status === state.status && status === 'resolved') return refused(400, 1001, 'Incident Already Resolved')
  if (status === state.status && status === 'acknowledged') return refused(400, 1002, 'Incident Already Acknowledged')
  const { scene, record } = desk
  record({ kind: 'status', at: scene.clock.now(), incident: state.page.id, status, by: user.id })
  if (resolution !== undefined && status === 'resolved') recordNote(desk, state, user, resolution)
  return undefined
}

function addNote(desk: Desk, state: PageState, user: PagerDutyUser, body: string): Answer {
  const parsed = noteInput.safeParse(readJson(body))
  if (!parsed.success) return invalid('Content cannot be empty')
  const note = recordNote(desk, state, user, parsed.data.note.content)
  return { status: 200, body: { note: noteJson(desk.scene, note) } }
}

function recordNote({ scene, record }: Desk, state: PageState, user: PagerDutyUser, content: string) {
  const note = {
    kind: 'note',
    at: scene.clock.now(),
    incident: state.page.id,
    id: `P${madeId(scene.random, 6)}`,
    content,
    by: user.id,
  } as const
  record(note)
  return note
}

/** The page's own history, the newest first. */
function stepsOf({ scene, facts }: Desk, { page, createdAt }: PageState): readonly object[] {
  const changes = facts.flatMap(fact =>
    fact.kind === 'status' && fact.incident === page.id ? [{ at: fact.at, summary: stepWords(scene, fact) }] : [],
  )
  return [{ at: createdAt, summary: 'Triggered by the monitoring' }, ...changes]
    .map(({ at, summary }, number) => ({
      id: `R${page.id}${number}`,
      type: 'log_entry',
      summary,
      created_at: isoSeconds(at),
    }))
    .reverse()
}

function stepWords({ scenario }: Scene, { status, by }: Extract<PagerDutyFact, { kind: 'status' }>): string {
  const name = scenario.pagerduty.users.find(({ id }) => id === by)?.name ?? by
  return `${status[0]?.toUpperCase()}${status.slice(1)} by ${name}`
}
