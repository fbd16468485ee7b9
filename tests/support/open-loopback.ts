import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as a loopback vendor saw it. */
export interface Seen {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Loopback {
  readonly origin: string
  /** In the order of arrival. */
  readonly seen: readonly Seen[]
  stop(): Promise<void>
}

/** A real HTTP server on a free port of 127.0.0.1, for any test runner: whoever opens it stops it. */
export async function openLoopback(answer: (seen: Seen, response: ServerResponse) => void): Promise<Loopback> {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += String(part)
    const url = new URL(request.url ?? '/', 'http://loopback')
    const one = { method: request.method ?? '', url, headers: request.headers, body }
    seen.push(one)
    answer(one, response)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const stop = () =>
    new Promise<void>(done => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, stop }
}

export function sendJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
}
