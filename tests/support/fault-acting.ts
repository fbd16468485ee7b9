import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LineFault } from './fault-plan'

/** What each fault does to one exchange. */

interface Forwarded {
  readonly status: number
  readonly headers: Record<string, string>
  readonly text: string
}

const HOUR = 3_600_000

/** Wall milliseconds: longest delay that is still in time, and the delay of what comes too late. */
export interface Delays {
  readonly inTime: number
  readonly tooLate: number
}

export interface Line {
  readonly response: ServerResponse
  readonly random: () => number
  readonly delays: Delays
  forward(): Promise<Forwarded>
  wait(span: number): Promise<unknown>
}

export const acting: Readonly<Record<LineFault, (line: Line) => Promise<void>>> = {
  none: async ({ forward, response }) => answer(response, await forward()),
  latency: async line => {
    await line.wait((line.random() * line.delays.inTime) / 2)
    const answered = await line.forward()
    await line.wait((line.random() * line.delays.inTime) / 2)
    answer(line.response, answered)
  },
  'reset-before': async ({ response }) => reset(response),
  'reset-after': async ({ forward, response }) => {
    await forward()
    reset(response)
  },
  'reset-mid-body': async ({ forward, response }) => {
    const answered = await forward()
    const bytes = Buffer.from(answered.text)
    response.writeHead(answered.status, { ...answered.headers, 'content-length': bytes.length })
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => reset(response))
  },
  'half-open': async ({ forward }) => void (await forward()),
  late: async ({ forward, wait, delays }) => {
    await wait(delays.tooLate)
    await forward()
  },
  silence: async () => undefined,
  storm: async ({ response, random }) => slowDown(response, { 'retry-after': String(Math.floor(random() * 3)) }),
  'storm-by-date': async ({ response, random }) => {
    // Both by the same wrong clock: only their difference says anything.
    const wrong = Date.now() + (random() - 0.5) * 10 * HOUR
    const date = new Date(wrong).toUTCString()
    slowDown(response, { date, 'retry-after': new Date(wrong + 2_000).toUTCString() })
  },
  'storm-silent': async ({ response }) => void response.writeHead(429).end(),
  'failed-before': async ({ response, random }) => gatewayFails(response, random),
  'failed-after': async ({ forward, response, random }) => {
    await forward()
    gatewayFails(response, random)
  },
  truncated: async ({ forward, response }) => {
    const answered = await forward()
    answer(response, { ...answered, text: answered.text.slice(0, Math.max(1, answered.text.length - 7)) })
  },
  'html-before': async ({ response, random }) => webPage(response, random),
  'html-after': async ({ forward, response, random }) => {
    await forward()
    webPage(response, random)
  },
  skew: async ({ forward, response, random }) => {
    const answered = await forward()
    const date = new Date(Date.now() + (random() - 0.5) * 48 * HOUR).toUTCString()
    answer(response, { ...answered, headers: { ...answered.headers, date } })
  },
}

/** A new connection for each: what became of one exchange must not depend on another. */
export async function forward(target: string, request: IncomingMessage, body: string): Promise<Forwarded> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && !ownHeaders.includes(name)) headers.set(name, value)
  }
  const method = request.method ?? 'GET'
  const response = await fetch(`${target}${request.url}`, { method, headers, ...(body !== '' && { body }) })
  const type = response.headers.get('content-type') ?? 'text/plain'
  return { status: response.status, headers: { 'content-type': type }, text: await response.text() }
}

const ownHeaders = ['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive', 'accept-encoding']

function answer(response: ServerResponse, { status, headers, text: body }: Forwarded): void {
  response.writeHead(status, headers).end(body)
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy()
}

function slowDown(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  const body = JSON.stringify({ ok: false, error: 'ratelimited' })
  response.writeHead(429, { 'content-type': 'application/json', ...headers }).end(body)
}

function gatewayFails(response: ServerResponse, random: () => number): void {
  const status = [500, 502, 503, 504][Math.floor(random() * 4)] ?? 500
  response.writeHead(status, { 'content-type': 'application/json' }).end('{"message":"Internal server error"}')
}

function webPage(response: ServerResponse, random: () => number): void {
  const html =
    '<!doctype html><html><head><title>Welcome to the guest network</title></head><body>Sign in</body></html>'
  response.writeHead(random() < 0.5 ? 200 : 502, { 'content-type': 'text/html' }).end(html)
}
