import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from '../../ports'

export interface StandInRequest {
  readonly method: string
  /** Percent-encoding as it came. */
  readonly path: string
  readonly query: URLSearchParams
  /** Value of a header, its name in lower case; empty where absent. */
  header(name: string): string
  readonly body: string
}

/** An object or array is sent as JSON, text as plain text. */
export interface StandInAnswer {
  readonly status: number
  readonly body: object | string
  readonly headers?: Readonly<Record<string, string>>
}

export interface StandInServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  stop(): Promise<void>
}

const BODY_LIMIT = 1_048_576
const tooLarge: StandInAnswer = { status: 413, body: 'Request body is too large' }

/**
 * Serves `answer` on a free port of 127.0.0.1. Any other Host is refused before the request is read further: a web page
 * that made its name point at this computer must not reach a drill. Rejects when no port can be had.
 */
export async function startStandIn(
  name: string,
  answer: (request: StandInRequest) => StandInAnswer,
  logger: Logger,
): Promise<StandInServer> {
  const server = createServer((request, response) => {
    serve(request, answer).then(
      good => send(response, good),
      (error: unknown) => {
        logger.error(`The drill's ${name} failed`, { error: String(error), path: request.url })
        send(response, { status: 500, body: { message: 'Internal server error' } })
      },
    )
  })
  await listening(server)
  return { origin: `http://${ownHost(server)}`, stop: () => stopped(server) }

  async function serve(
    request: IncomingMessage,
    handle: (request: StandInRequest) => StandInAnswer,
  ): Promise<StandInAnswer> {
    if (request.headers.host !== ownHost(server)) return { status: 421, body: 'This address serves a drill only' }
    const body = await readBody(request)
    return body === null ? tooLarge : handle(readRequest(request, body))
  }
}

function ownHost(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo | null)?.port}`
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
}

function stopped(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function readRequest(request: IncomingMessage, body: string): StandInRequest {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  return {
    method: request.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    header: name => [request.headers[name] ?? []].flat().join(', '),
    body,
  }
}

/** Null: longer than the limit. Read to its end even so: breaking off would tear the line before the answer. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= BODY_LIMIT) chunks.push(chunk)
  }
  return size > BODY_LIMIT ? null : Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, answer: StandInAnswer): void {
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
  const type = typeof answer.body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  response.writeHead(answer.status, { 'content-type': type, 'cache-control': 'no-store', ...answer.headers })
  response.end(text)
}
