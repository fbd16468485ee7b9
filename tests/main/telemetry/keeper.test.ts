import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { TELEMETRY } from '../../../src/main/engine/record/bundle/format'
import { readBundle } from '../../../src/main/engine/record/bundle/read-bundle'
import { takeBundle } from '../../../src/main/engine/record/bundle/take-bundle'
import { telemetryIn } from '../../../src/main/engine/record/bundle/telemetry-file'
import { writeBundle } from '../../../src/main/engine/record/bundle/write-bundle'
import { openStore } from '../../../src/main/engine/storage/store'
import { keptTelemetry, readTelemetry, telemetryBytes } from '../../../src/main/engine/storage/telemetry'
import { keepTelemetry } from '../../../src/main/engine/telemetry/keeper'
import { openWorkers } from '../../../src/main/engine/workers/workers'
import type { PanelReading } from '../../../src/shared/contract/metrics'
import { MOST_KEPT_POINTS } from '../../../src/shared/contract/telemetry'
import { type ConnectionId, type IncidentId, newId } from '../../../src/shared/domain/ids'
import { keptBounds } from '../../../src/shared/domain/kept-samples'
import { HOUR, MINUTE, SECOND } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'
import { handClock } from '../../support/hand-clock'
import { keptLogger } from '../../support/kept-logger'
import { sendJson } from '../../support/open-loopback'
import { replicaOf } from '../../support/replica'
import { runEngine } from '../../support/running-engine'
import { workerSource } from '../../support/worker-source'
import { startLoopback } from '../http/loopback'

const everything = { from: 0, to: 8e15 }
const begin = 1_790_000_000_000 - (1_790_000_000_000 % HOUR)

/** A machine with a real folder, whose source has an hour of each panel. */
function machine(folder = scratchFolder(), clock = handClock(begin)) {
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.fault.message)
  const store = opened.value
  let closed = false
  const close = () => {
    if (!closed) store.close()
    closed = true
  }
  onTestFinished(close)
  const replica = replicaOf(store)
  const shown = { panels: ['errors'], lines: 1, open: true }
  const panels = () => shown.panels.map(id => reading(id, clock.now(), shown.lines))
  const summaries = () =>
    replica.ledger
      .summaries()
      .map(one => ({ ...one, declaredAt: begin, status: shown.open ? ('open' as never) : ('resolved' as const) }))
  const logger = keptLogger()
  const keeper = keepTelemetry({ db: store.db, clock, logger, panels, summaries })
  return { ...replica, store, folder, clock, keeper, shown, close, logger }
}

function reading(id: string, now: number, lines: number): PanelReading {
  const times = Array.from({ length: 361 }, (_, n) => now - HOUR + n * 10 * SECOND)
  const series = Array.from({ length: lines }, (_, n) => ({
    name: `pod ${n}`,
    times,
    values: times.map(t => (t / SECOND) % 60),
  }))
  return {
    ...{ id, title: `Panel ${id}`, unit: 'percent', thresholds: [{ at: 5, level: 'critical' }], series },
    ...{ feed: 'f', trueAt: now, problem: '', reason: '', warnings: [] },
  } as PanelReading
}

function declared(on: ReturnType<typeof machine>): IncidentId {
  const incident = newId<IncidentId>()
  on.declare(incident)
  return incident
}

describe('[KT1] the panels of an open incident', () => {
  it('are kept with their unit and thresholds from an hour before, and go on after a crash', () => {
    const first = machine()
    const incident = declared(first)
    first.clock.advance(10 * MINUTE)
    // Nothing is told: the process is gone.
    first.close()
    const again = machine(first.folder, handClock(begin + 30 * MINUTE))
    again.clock.advance(5 * MINUTE)
    const { panels } = keptTelemetry(again.store.db, incident, everything)
    expect(panels).toMatchObject([
      { panel: 'errors', title: 'Panel errors', unit: 'percent', thresholds: [{ at: 5, level: 'critical' }] },
    ])
    const [line] = panels[0]?.series ?? []
    expect(line?.times[0]).toBeLessThanOrEqual(begin - HOUR + 2 * MINUTE)
    expect(line?.times[(line?.times.length ?? 0) - 1]).toBeGreaterThan(begin + 34 * MINUTE)
    // The source still had what was between.
    expect(line?.values).not.toContain(null)
    expect(again.logger.lines).toEqual([])
  })

  it('say since when they are pinned and since when no more, and nothing is kept after the end', () => {
    const on = machine()
    const incident = declared(on)
    on.clock.advance(5 * MINUTE)
    on.shown.panels = ['latency']
    on.clock.advance(5 * MINUTE)
    on.shown.open = false
    on.clock.advance(30 * MINUTE)
    const byName = Object.fromEntries(
      keptTelemetry(on.store.db, incident, everything).panels.map(one => [one.panel, one]),
    )
    expect(byName.errors?.pinned).toEqual([{ from: begin + MINUTE, to: begin + 6 * MINUTE }])
    expect(byName.latency?.pinned).toEqual([{ from: begin + 6 * MINUTE, to: begin + 11 * MINUTE }])
    const times = byName.latency?.series[0]?.times ?? []
    expect(times[times.length - 1]).toBeLessThanOrEqual(begin + 11 * MINUTE)
  })

  it('[KT2] [KT5] are at most as many panels, lines and bytes as is said, and an answer has a bound', () => {
    const on = machine()
    const incident = declared(on)
    on.shown.panels = Array.from({ length: 40 }, (_, n) => `p${n}`)
    on.shown.lines = 20
    on.clock.advance(3 * MINUTE)
    const kept = readTelemetry(on.store.db, incident)
    expect(kept).toHaveLength(keptBounds.panels)
    expect(kept.every(({ lines, facts }) => lines.length === keptBounds.lines && facts.leftOut === 8)).toBe(true)
    expect(telemetryBytes(on.store.db, incident)).toBeLessThan(10 * 1024 * 1024)
    const { panels } = keptTelemetry(on.store.db, incident, everything)
    const points = panels.flatMap(({ series }) => series.map(({ times }) => times.length))
    expect(points.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(MOST_KEPT_POINTS)
    const one = keptTelemetry(on.store.db, incident, { ...everything, panel: 'p3' })
    expect(one.panels.map(({ panel }) => panel)).toEqual(['p3'])
  })
})

describe('[KT7] [KT8] in a bundle', () => {
  it('they travel, and are on the other machine what they were', async () => {
    const [a, b] = [machine(), machine()]
    b.shown.panels = []
    const incident = declared(a)
    a.clock.advance(10 * MINUTE)
    const file = join(a.folder, 'one.quarterdeck')
    expect(await writeBundle(a.store, { incident, file, drill: false })).toMatchObject({ ok: true })
    const workers = openWorkers(workerSource)
    onTestFinished(() => workers.stop())
    const merge = (batch: Parameters<typeof b.ledger.merge>[0]) => b.ledger.merge(batch, 9)
    for (let times = 0; times < 2; times += 1)
      expect(await takeBundle(file, { workers, drill: false, merge })).toMatchObject({ ok: true })
    expect(keptTelemetry(b.store.db, incident, everything)).toEqual(keptTelemetry(a.store.db, incident, everything))
    const read = await readBundle(file)
    expect(read.ok && Object.keys(read.value.manifest.files)).toContain(TELEMETRY)
    // What this machine does not pin itself is not unpinned by it.
    b.clock.advance(5 * MINUTE)
    expect(readTelemetry(b.store.db, incident)[0]).toMatchObject({ here: false, facts: { pinned: [{ to: null }] } })
  })

  it('a stranger’s are refused where they are none, without an end, or run backwards', () => {
    const good = {
      format: 'quarterdeck-telemetry',
      version: 1,
      panels: [
        {
          panel: 'p',
          facts: { title: 'P', unit: 'percent', thresholds: [], pinned: [], lines: [{ name: 'a' }], leftOut: 0 },
          lines: [{ older: { step: MINUTE, times: [], values: [] }, recent: { times: [1, 2], values: [3, null] } }],
        },
      ],
    }
    const taken = (change: (file: typeof good) => unknown) => {
      const file = structuredClone(good)
      return telemetryIn(Buffer.from(JSON.stringify(change(file) ?? file))).ok
    }
    expect(taken(() => undefined)).toBe(true)
    const recent = (file: typeof good) => file.panels[0]?.lines[0]?.recent ?? { times: [], values: [] }
    const hostile: readonly ((file: typeof good) => unknown)[] = [
      file => void recent(file).times.reverse(),
      file => void recent(file).values.pop(),
      file => Object.assign(recent(file), { times: Array(9_000).fill(1), values: Array(9_000).fill(1) }),
      file => void file.panels[0]?.lines.pop(),
      file => void file.panels.push(...file.panels),
      file => Object.assign(file.panels[0]?.facts ?? {}, { unit: '<script>' }) && undefined,
      () => ({ ...good, version: 2 }),
      () => [],
      () => 'null',
    ]
    for (const change of hostile) expect([taken(change), String(change)]).toEqual([false, String(change)])
    expect(telemetryIn(Buffer.from('{"panels":')).ok).toBe(false)
  })
})

it('[KT1] [KT5] an engine that polls Prometheus has them for whoever asks, also after it was started again', async () => {
  const vendor = await startLoopback(({ url, body }, response) => {
    const asked = new URLSearchParams(url.search || body)
    const [start, end, step] = ['start', 'end', 'step'].map(name => Number(asked.get(name)) || 15) as [
      number,
      number,
      number,
    ]
    const values = Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, n) => [start + n * step, '60'])
    const range = url.pathname === '/api/v1/query_range'
    const data = { resultType: 'matrix', result: [{ metric: { job: 'api' }, values }] }
    sendJson(response, range ? { status: 'success', data } : { status: 'error' }, range ? 200 : 404)
  })
  const connection = 'prom' as ConnectionId
  const settings = {
    connections: [{ id: connection, vendor: 'prometheus', name: 'prom', baseUrl: vendor.origin, everySeconds: 15 }],
    panels: [
      {
        ...{ id: 'e', title: 'Error rate', unit: 'percent', thresholds: [], connection },
        queries: [{ legend: 'all', expr: 'errors' }],
      },
    ],
  } as unknown as Parameters<typeof runEngine>[1]
  const folder = scratchFolder()
  const engine = runEngine(folder, settings)
  const incident = newId<IncidentId>()
  await expect.poll(() => engine.pushed('panels')?.[0]?.trueAt ?? null, { timeout: 20_000 }).not.toBeNull()
  await engine.ask('incident:declare', { incident, title: 'Cards fail', severity: 'SEV-3', impact: '' })
  const asked = { incident, ...everything }
  const kept = async () => (await engine.ask('telemetry:read', asked)).panels
  await expect
    .poll(kept, { timeout: 20_000 })
    .toMatchObject([
      { panel: 'e', title: 'Error rate', unit: 'percent', series: [{ name: 'all' }], pinned: [{ to: null }] },
    ])
  await engine.stop()
  await vendor.stop()
  const again = runEngine(folder, settings)
  const { panels } = await again.ask('telemetry:read', asked)
  expect(panels[0]?.series[0]?.times.length).toBeGreaterThan(200)
  expect(new Set(Array.from(panels[0]?.series[0]?.values ?? []))).toEqual(new Set([60]))
})
