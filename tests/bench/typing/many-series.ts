import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

const SERIES = 4

/** A server that speaks Prometheus' HTTP and answers every range query with four series over the asked window. */
export interface ManySeries {
  readonly origin: string
  /** Range queries that were answered so far. */
  answered(): number
  stop(): Promise<void>
}

export async function startManySeries(): Promise<ManySeries> {
  let ranges = 0
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await bodyOf(request))
    const isRange = request.url?.startsWith('/api/v1/query_range') === true
    if (isRange) ranges += 1
    const data = isRange ? rangeOf(form) : { alerts: [], groups: [], version: '3.0.0' }
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ status: 'success', data }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answered: () => ranges,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function rangeOf(form: URLSearchParams) {
  const [start, end, step] = ['start', 'end', 'step'].map(name => Number(form.get(name))) as [number, number, number]
  const length = Math.floor((end - start) / step) + 1
  const result = Array.from({ length: SERIES }, (_, at) => ({
    metric: { __name__: 'load', service: `service-${at}` },
    values: Array.from({ length }, (_, point) => [start + point * step, valueAt(at, start + point * step)]),
  }))
  return { resultType: 'matrix', result }
}

/** The same instant has the same value in every answer, as in a real store. */
function valueAt(series: number, second: number): string {
  return (50 + 12 * series + 20 * Math.sin(second / 90 + series) + 5 * Math.sin(second * 7.3)).toFixed(3)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
