import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

/**
 * PagerDuty and Grafana as far as one poll reads them, in a process of its own, so that its CPU is not counted as the
 * engine's. `/grafana-N` answers N points a series. Answers are written beforehand and come in turns, so that the
 * values differ from tick to tick and cost nothing here. Tells its port by IPC.
 */
const INCIDENTS = 200
const SERIES = 4
const TURNS = 8
const begun = Date.now() - 3_600_000

/** @param {number} turn @param {number} n */
function incident(turn, n) {
  const id = `Q${String(n).padStart(6, '0')}`
  const service = { id: `PSVC${n % 40}`, type: 'service_reference', summary: `service-${n % 40}`, html_url: null }
  const somebody = {
    id: 'PUSER01',
    type: 'user_reference',
    summary: 'Dana Scully',
    html_url: 'https://acme.pagerduty.com/users/PUSER01',
  }
  return {
    ...{ id, type: 'incident', incident_number: n, title: `High error rate on service-${n % 40}, shard ${n}` },
    // Each tick a tenth of them is acknowledged that was not, or the other way round.
    status: n % 10 === turn ? 'acknowledged' : 'triggered',
    ...{ urgency: n % 3 === 0 ? 'high' : 'low', created_at: new Date(begun + n * 1_000).toISOString() },
    ...{ html_url: `https://acme.pagerduty.com/incidents/${id}`, service, priority: null, incident_key: `key-${n}` },
    assignments: [{ at: new Date(begun).toISOString(), assignee: somebody }],
    acknowledgements: [],
    last_status_change_by: somebody,
    escalation_policy: { id: 'PPOL001', type: 'escalation_policy_reference', summary: 'Payments', html_url: null },
    teams: [{ id: 'PTEAM01', type: 'team_reference', summary: 'Payments', html_url: null }],
    body: {
      type: 'incident_body',
      details: 'The share of failed requests has been above 5 % for 5 minutes. '.repeat(8),
    },
  }
}

/** @type {Map<string, string>} */
const written = new Map()

/** @param {string} key @param {() => object} make */
function once(key, make) {
  const known = written.get(key) ?? JSON.stringify(make())
  written.set(key, known)
  return known
}

/** @param {number} turn @param {string} ref @param {number} points */
function frames(turn, ref, points) {
  const now = Math.floor(Date.now() / 15_000) * 15_000
  const times = Array.from({ length: points }, (_, at) => now - (points - at) * 15_000)
  return Array.from({ length: SERIES }, (_, series) => {
    const labels = { instance: `10.0.0.${series}:9100`, job: ref }
    const fields = [
      { name: 'Time', type: 'time' },
      { name: 'Value', type: 'number', labels },
    ]
    const values = times.map((_time, at) => Math.round(1e6 * (2 + Math.sin((at + turn) / 9 + series))) / 1e4)
    return { schema: { refId: ref, fields }, data: { values: [times, values] } }
  })
}

/** @param {number} turn @param {string} body @param {number} points */
function queried(turn, body, points) {
  const { queries } = JSON.parse(body)
  return once(`${turn} ${points} ${queries.length}`, () => {
    const results = queries.map((/** @type {{ refId: string }} */ { refId }) => [
      refId,
      { status: 200, frames: frames(turn, refId, points) },
    ])
    return { results: Object.fromEntries(results) }
  })
}

let tick = 0

/** @param {URL} url @param {string} body */
function answer({ pathname, searchParams }, body) {
  const points = Number(/^\/grafana-(\d+)\//.exec(pathname)?.[1] ?? 0)
  if (pathname.endsWith('/ds/query')) return queried(tick % TURNS, body, points)
  if (pathname.endsWith('/incidents')) {
    const [offset, limit] = [Number(searchParams.get('offset')), Number(searchParams.get('limit'))]
    if (offset === 0) tick += 1
    const more = offset + limit < INCIDENTS
    const turn = tick % TURNS
    return once(`incidents ${turn} ${offset} ${limit}`, () => {
      const count = Math.min(limit, INCIDENTS - offset)
      return {
        incidents: Array.from({ length: count }, (_, n) => incident(turn, offset + n)),
        offset,
        limit,
        more,
        total: null,
      }
    })
  }
  if (pathname.endsWith('/change_events')) return '{"change_events":[],"more":false}'
  if (pathname.endsWith('/rules')) return '{"status":"success","data":{"groups":[]}}'
  return '[]'
}

const server = createServer(async (request, response) => {
  const told = answer(new URL(request.url ?? '/', 'http://loopback'), await text(request))
  response.writeHead(200, { 'content-type': 'application/json' }).end(told)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') process.send?.(address?.port)
})
process.on('disconnect', () => process.exit())
