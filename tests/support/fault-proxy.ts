import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as after } from 'node:timers/promises'
import { acting, type Delays, forward, type Line } from './fault-acting'
import { type FaultPlan, faultPlan, type LineFault } from './fault-plan'

export interface FaultProxyOptions {
  /** Origin of the server behind it. */
  readonly target: string
  readonly seed: string
  /** Share of faulty exchanges, from 0 to 1. */
  readonly rate: number
  /** Those that may happen; all where absent. */
  readonly faults?: readonly LineFault[]
  readonly delays: Delays
  /**
   * Asked with method, address and body. A promise: the client never gets an answer, and the server gets the request once
   * it is settled, behind all that was sent meanwhile.
   */
  readonly heldBack?: ((request: string) => Promise<void> | undefined) | undefined
}

export interface FaultProxy {
  readonly origin: string
  /** What happened how often, for whoever reads a failure. */
  readonly counts: Readonly<Partial<Record<LineFault, number>>>
  stop(): Promise<void>
}

/**
 * A faulty line in front of a server on loopback. Which fault happens is decided by the seed, see `faultPlan`. Nothing is
 * later than `tooLate` and yet behind what was sent after that, however busy the machine is. The server sees itself as `Host`. Nothing is kept: whether something was done is asked of the server.
 */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const { target, delays } = options
  const plan: FaultPlan = faultPlan(options.seed, options.rate, options.faults)
  const counts: Partial<Record<LineFault, number>> = {}
  const stopping = new AbortController()

  const server = createServer((request, response) => {
    // A test that ended in the midst of an exchange is no failure of the line.
    serve(request, response).catch(() => response.destroy())
  })

  /** Exchanges under way, by the instant from which they are overdue. */
  const underWay = new Map<Promise<void>, number>()

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    const until = options.heldBack?.(`${request.method} ${request.url}\n${body}`)
    if (until !== undefined) {
      await until
      await forward(target, request, body)
      return
    }
    const before = overdue()
    const work = before.then(() => exchange(request, response, body))
    underWay.set(work, Date.now() + delays.tooLate)
    await work.finally(() => underWay.delete(work))
  }

  async function overdue(): Promise<void> {
    const now = Date.now()
    await Promise.allSettled([...underWay].flatMap(([work, due]) => (due <= now ? [work] : [])))
  }

  async function exchange(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const { fault, random } = plan.next(`${request.method} ${request.url}\n${body}`)
    counts[fault] = (counts[fault] ?? 0) + 1
    const line: Line = {
      forward: () => forward(target, request, body),
      wait: span => after(span, undefined, { signal: stopping.signal }),
      response,
      random,
      delays,
    }
    await acting[fault](line)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    async stop() {
      stopping.abort()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
