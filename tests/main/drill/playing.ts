import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { realTimeClock } from '../../../src/main/engine/clock/clock'
import { type RunningDrill, startDrill } from '../../../src/main/engine/drill/drill'
import { loadScenario, type Scenario } from '../../../src/main/engine/drill/scenario'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { handWall } from './hand-wall'

export const START = Date.parse('2026-11-20T12:00:00Z')

export function paymentsOutage(): Scenario {
  return shippedScenario('payments-outage')
}

export function shippedScenario(name: string): Scenario {
  const reply = loadScenario(`resources/drills/${name}.yaml`)
  if (!reply.ok) throw new Error(reply.fault.message)
  return reply.value
}

/** Answer of a stand-in: status, parsed body (or its text), headers. */
export interface Answered {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into vendors' bodies of any shape
  readonly body: any
  readonly headers: Headers
}

export interface Playing {
  readonly drill: RunningDrill
  readonly errors: readonly string[]
  /** Sets the story to a minute; only forward. */
  goTo(minutes: number): void
  /** Calls the stand-in behind a connection with the drill's own token in the vendor's form. */
  call(connection: string, method: string, path: string, options?: CallOptions): Promise<Answered>
  /** Ends the process as far as the drill can tell, and starts it anew on the same folder. */
  restart(): Promise<void>
  readonly folder: string
  stop(): Promise<void>
}

export interface CallOptions {
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  /** Header name → value; null leaves a header out. */
  readonly headers?: Readonly<Record<string, string | null>>
}

const logins: Readonly<Record<string, (token: string) => string>> = {
  'drill-pagerduty': token => `Token token=${token}`,
  'drill-grafana': token => `Bearer ${token}`,
  'drill-prometheus': token => `Bearer ${token}`,
  'drill-statuspage': token => `OAuth ${token}`,
  'drill-slack': token => `Bearer ${token}`,
}

/** A drill that listens, its clock in the test's hand, in a folder of its own. */
export async function play(startedAt = START): Promise<Playing> {
  const folder = mkdtempSync(join(tmpdir(), 'drill-'))
  const wall = handWall(START)
  const errors: string[] = []
  const logger = { info: () => undefined, warn: () => undefined, error: (message: string) => errors.push(message) }
  const scenario = paymentsOutage()
  const start = () =>
    startDrill({ scenario, clock: realTimeClock(wall), startedAt, folder, random: Math.random, logger })
  let drill = await start()

  async function call(connection: string, method: string, path: string, options: CallOptions = {}): Promise<Answered> {
    const found = drill.connections.find(one => one.id === connection)
    const token = drill.secrets.read(connection as ConnectionId) ?? ''
    const type = options.json !== undefined ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded'
    const headers = new Headers({ authorization: logins[connection]?.(token) ?? '', 'content-type': type })
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      if (value === null) headers.delete(name)
      else headers.set(name, value)
    }
    const sent =
      options.json !== undefined ? JSON.stringify(options.json) : new URLSearchParams(options.form).toString()
    const body = method === 'GET' ? {} : { body: sent }
    const response = await fetch(`${found?.baseUrl}${path}`, { method, headers, ...body })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers }
  }

  return {
    get drill() {
      return drill
    },
    errors,
    folder,
    goTo: minutes => wall.pass(START + minutes * MINUTE - wall.now()),
    call,
    restart: async () => {
      await drill.stop()
      drill = await start()
    },
    stop: async () => {
      await drill.stop()
      rmSync(folder, { recursive: true })
    },
  }
}
