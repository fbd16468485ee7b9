import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { realTimeClock } from '../../../src/main/engine/clock/clock'
import { WALL_FLOOR } from '../../../src/main/engine/feeds/waits'
import { createHttpClient } from '../../../src/main/engine/http/client'
import type { HttpClient, HttpRequest } from '../../../src/main/engine/http/types'
import { pushEncoder } from '../../../src/main/hosts/web/encoded-push'
import { openSecrets } from '../../../src/main/hosts/web/secrets'
import { openSettings } from '../../../src/main/hosts/web/settings'
import type { Connection, PanelSpec } from '../../../src/shared/contract/connections'
import type { Pushes } from '../../../src/shared/contract/pushes'
import { type ConnectionId, newId } from '../../../src/shared/domain/ids'
import { quietEngine } from '../quiet-engine'

const PANELS = 24

export interface PolledEngine {
  /** Lets the feeds' shortest wait pass, so that the next tick is not refused. */
  rest(): Promise<unknown>
  /** Settles when the charts have been read so many times in all, as the feeds do by themselves. */
  polled(times: number): Promise<void>
  /** Asks every feed anew; settles when all have been answered and told to the one screen. */
  tick(): Promise<void>
  /** Bytes pushed to the screen so far, as a host writes them. */
  pushed(): number
  /** What the last tick asked. */
  asked(): readonly HttpRequest[]
  stop(): Promise<void>
}

const nothing = () => undefined

/** @param points of each of the 24 × 4 series */
export async function polledEngine(folder: string, points: number, clock = realTimeClock()): Promise<PolledEngine> {
  const vendors = fork(join(process.cwd(), 'tests/bench/tick/vendors.mjs'), { execArgv: [] })
  const [port] = (await once(vendors, 'message')) as [number]
  mkdirSync(folder, { recursive: true })
  for (const id of ['pd', 'gf']) openSecrets(folder, {}).write(id as ConnectionId, 'token')
  openSettings(folder).write({ connections: connections(port, points), panels: panels() })
  let [asked, noting, pushed, readings]: [HttpRequest[], boolean, number, number] = [[], false, 0, 0]
  const http = createHttpClient({})
  const noted: HttpClient = {
    request: (request, signal) => {
      if (noting) asked.push(request)
      return http.request(request, signal)
    },
  }
  const engine = quietEngine(folder, { http: noted, clock })
  const encode = pushEncoder()
  let feeds: Pushes['feeds'] = []
  let whenTold: () => void = nothing
  let whenPolled: () => void = nothing
  const session = engine.openSession((name, payload) => {
    pushed += encode(name as keyof Pushes, payload as never).data.length
    if (name === 'panels') {
      readings += 1
      whenPolled()
    }
    if (name !== 'feeds') return
    // The name says which payload it is, which the compiler cannot follow.
    feeds = payload as Pushes['feeds']
    whenTold()
  }, 'host')

  /** Settles when every feed was told of an answer other than the one it had. */
  function allTold(): Promise<void> {
    const before = new Map(feeds.map(({ id, trueAt }) => [id, trueAt]))
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    whenTold = () => {
      const bad = feeds.find(({ reason }) => reason !== '')
      if (bad !== undefined) reject(new Error(`${bad.id}: ${bad.reason}`))
      if (feeds.every(({ id, trueAt }) => trueAt !== null && trueAt !== before.get(id))) resolve()
    }
    return promise
  }
  await allTold()

  return {
    rest: () => pause(WALL_FLOOR + 10),
    polled(times) {
      const { promise, resolve } = Promise.withResolvers<void>()
      whenPolled = () => readings >= times && resolve()
      return promise
    },
    async tick() {
      asked = []
      noting = true
      const told = allTold()
      const reply = await session.call(newId(), 'feeds:refresh', {})
      if (!reply.ok) throw new Error(reply.fault.message)
      await told
      noting = false
    },
    pushed: () => pushed,
    asked: () => asked,
    async stop() {
      session.close()
      await engine.stop()
      await ended(vendors)
    },
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.disconnect()
  await exit
}

function connections(port: number, points: number): readonly Connection[] {
  const origin = `http://127.0.0.1:${port}`
  return [
    { id: 'pd' as ConnectionId, vendor: 'pagerduty', name: 'PagerDuty', baseUrl: `${origin}/pagerduty` },
    { id: 'gf' as ConnectionId, vendor: 'grafana', name: 'Grafana', baseUrl: `${origin}/grafana-${points}` },
  ]
}

function panels(): readonly PanelSpec[] {
  return Array.from({ length: PANELS }, (_, n) => ({
    ...{ id: `panel-${n}`, title: `Panel ${n}`, unit: 'count', thresholds: [], connection: 'gf' as ConnectionId },
    ...{ datasourceUid: 'prom', queries: [{ expr: `rate(metric_${n}[5m])`, legend: '{{instance}}' }] },
  }))
}
