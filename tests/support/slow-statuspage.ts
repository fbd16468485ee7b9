import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A status page that takes an update and then says nothing: what a vendor looks like when it dies in the middle. */
export interface SlowStatuspage {
  readonly baseUrl: string
  /** Every request so far, such as `POST /v1/pages/p1/incidents`. */
  readonly requests: readonly string[]
  /** Settles when the first update has come in whole. */
  readonly posted: Promise<void>
  stop(): Promise<void>
}

/** @param keeps whether an update that came in is there when it is looked for */
export async function startSlowStatuspage(keeps: boolean): Promise<SlowStatuspage> {
  const requests: string[] = []
  const incidents: object[] = []
  const { promise: posted, resolve: whenPosted } = Promise.withResolvers<void>()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests.push(`${request.method} ${request.url?.split('?')[0]}`)
    const body = await text(request)
    if (request.method === 'POST') {
      if (keeps) incidents.push(incidentFrom(body))
      whenPosted()
      return // and never an answer
    }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(request.url?.includes('/incidents') ? incidents : []))
  }

  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    posted,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function incidentFrom(body: string): object {
  const { incident } = JSON.parse(body) as { readonly incident: object }
  const times = { created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' }
  return {
    id: 'sp-1',
    page_id: 'p1',
    shortlink: 'http://stspg.io/1',
    ...times,
    ...incident,
    incident_updates: [],
    // Asked with a map of ids, answered with a list of parts.
    components: [],
  }
}
