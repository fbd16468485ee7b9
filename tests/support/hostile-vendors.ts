import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as bodyOf } from 'node:stream/consumers'
import { endless, hostileTexts, wordy } from './hostile-texts'

/** One server that stands in for every vendor, in their own shapes, with hostile text wherever text may stand. */
export interface HostileVendors {
  readonly baseUrl: string
  stop(): Promise<void>
}

const texts = [...Object.values(hostileTexts), endless, wordy]
const now = () => new Date().toISOString()

export async function startHostileVendors(): Promise<HostileVendors> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://vendor').pathname
    const answer = answers[path]
    const form = new URLSearchParams(await bodyOf(request))
    response.statusCode = answer === undefined ? 403 : 200
    response.setHeader('content-type', 'application/json')
    // What no vendor answers is refused, in words that are hostile too.
    response.end(JSON.stringify(answer?.(form) ?? { message: Object.values(hostileTexts).join(' ') }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const answers: Readonly<Record<string, (form: URLSearchParams) => unknown>> = {
  '/incidents': () => ({ incidents: texts.map(page), more: false }),
  '/change_events': () => ({ change_events: texts.map(change), more: false }),
  '/api/v2/silences': () => texts.map((comment, n) => ({ id: `s${n}`, endsAt: now(), createdBy: comment, comment })),
  '/api/v2/alerts': () => texts.map(alertmanagerAlert),
  '/api/v1/alerts': () => ({ status: 'success', data: { alerts: texts.map(prometheusAlert) } }),
  '/api/v1/rules': () => ruleGroups(),
  '/api/alertmanager/grafana/api/v2/alerts': () => texts.map(alertmanagerAlert),
  '/api/alertmanager/grafana/api/v2/silences': () => [],
  '/api/prometheus/grafana/api/v1/rules': () => ruleGroups(),
  '/api/annotations': () => texts.map((text, n) => ({ id: n, time: Date.now() - n * 60_000, text, tags: [text] })),
  '/api/v1/query_range': form => ({
    status: 'success',
    warnings: texts,
    data: { resultType: 'matrix', result: series(Number(form.get('step'))) },
  }),
  '/v1/pages/p1': () => ({ id: 'p1', name: hostileTexts.image }),
  '/v1/pages/p1/components': () =>
    texts.map((name, n) => ({ id: `c${n}`, name, group: false, status: 'major_outage' })),
  '/v1/pages/p1/incidents/unresolved': () => texts.map(publicIncident),
  '/v1/pages/p1/incidents/scheduled': () => texts.map(publicIncident),
}

function page(title: string, n: number): object {
  return {
    id: `P${n}`,
    title,
    summary: title,
    status: 'triggered',
    urgency: 'high',
    created_at: now(),
    html_url: hostileTexts.address,
    service: { summary: title },
    priority: { summary: title },
  }
}

function change(text: string, n: number): object {
  const services = [{ id: 'PS', summary: text }]
  return {
    id: `CE${n}`,
    summary: text,
    timestamp: now(),
    source: text,
    services,
    links: [{ href: hostileTexts.address }],
  }
}

function alertmanagerAlert(text: string, n: number): object {
  return {
    fingerprint: `f${n}`,
    labels: { alertname: text, service: text, severity: text, [text.slice(0, 1_000)]: text },
    annotations: { summary: text, description: text },
    startsAt: now(),
    generatorURL: hostileTexts.address,
    status: { state: 'suppressed', silencedBy: [`s${n}`] },
  }
}

function prometheusAlert(text: string, n: number): object {
  return { labels: { alertname: text, job: text, n: String(n) }, annotations: {}, state: 'firing', activeAt: now() }
}

function ruleGroups(): object {
  const rules = texts.map((name, n) => ({ type: 'alerting', uid: `u${n}`, name, health: 'error', lastError: name }))
  // The endless ones once: each in each group would be an answer of 76 MB, which a busy machine does not read in time.
  const short = rules.filter(({ name }) => name.length < 10_000)
  const groups = texts.map((text, n) => ({ name: text, file: text, rules: n === 0 ? rules : short }))
  return { status: 'success', data: { groups } }
}

/** @param step seconds between two points, as they were asked for */
function series(step: number): readonly object[] {
  const at = Math.floor(Date.now() / 1000)
  const values = Array.from({ length: 60 }, (_, n) => [at - step * n, String(n % 7)]).reverse()
  return texts.map((text, n) => ({ metric: { __name__: 'up', job: text, n: String(n) }, values }))
}

function publicIncident(text: string, n: number): object {
  return {
    id: `i${n}`,
    name: text,
    status: text,
    shortlink: hostileTexts.address,
    created_at: now(),
    updated_at: now(),
    scheduled_for: now(),
    scheduled_until: now(),
    incident_updates: [{ body: text, created_at: now() }],
  }
}
