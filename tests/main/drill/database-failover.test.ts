import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { realTimeClock } from '../../../src/main/engine/clock/clock'
import { startDrill } from '../../../src/main/engine/drill/drill'
import { openServices } from '../../../src/main/engine/services/services'
import type { StrategyItem } from '../../../src/shared/contract/inputs/strategy'
import type { Pushes } from '../../../src/shared/contract/pushes'
import { type IncidentId, newId, type Seq, type StrategyId, type TeamId } from '../../../src/shared/domain/ids'
import { foldEvents } from '../../../src/shared/events/fold'
import type { IncidentEvent } from '../../../src/shared/events/registry'
import { MINUTE, type Millis, SECOND } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { type RunningEngine, runEngine } from '../../support/running-engine'
import { handWall } from './hand-wall'
import { START, shippedScenario } from './playing'

/** Panels are polled so often, and nothing more often than each second. */
const LAST = 5 * SECOND
const story = (minute: number): Millis => START + Math.round(minute * MINUTE)

/** The whole drill with the real engine over real HTTP, its clock in the test's hand. */
async function played() {
  const folder = scratchFolder()
  const scenario = shippedScenario('database-failover')
  const wall = handWall(START)
  const clock = realTimeClock(wall)
  const logger = keptLogger()
  const scene = { scenario, clock, startedAt: START, folder: join(folder, 'vendors'), random: () => 0.5, logger }
  const drill = await startDrill(scene)
  onTestFinished(() => drill.stop())
  const called: (readonly [minute: number, said: string])[] = []
  const events = new Map<Seq, IncidentEvent>()
  const start = () =>
    runEngine(folder, { connections: drill.connections, panels: drill.panels }, clock, undefined, {
      secrets: drill.secrets,
      services: openServices('resources/drills/services/database-failover.yaml', logger),
      notify: title => called.push([Math.round(((clock.now() - START) / MINUTE) * 10) / 10, title]),
      push: (name, payload) => {
        if (name !== 'log') return
        for (const event of (payload as Pushes['log']).events) events.set(event.seq, event)
      },
    })
  let engine = start()

  /** Until all that is polled of alerts and panels was asked for after this instant, and nothing is on its way. */
  const readSince = (since: Millis) =>
    vi.waitFor(
      async () => {
        await engine.ask('feeds:refresh', {})
        wall.pass(0)
        const feeds = engine.pushed('feeds')?.filter(({ what }) => what === 'alerts' || what === 'panels') ?? []
        expect(feeds.map(({ trueAt }) => (trueAt ?? 0) > since)).toEqual(feeds.map(() => true))
        expect(feeds).toHaveLength(4)
      },
      { timeout: 30_000, interval: 10 },
    )
  /** Minute by minute, and in the end all of it is of now. */
  const goTo = async (minute: number) => {
    while (clock.now() < story(minute)) {
      const before = clock.now()
      const next = Math.min(before + MINUTE, story(minute))
      wall.pass(next - before - LAST)
      await readSince(before)
      wall.pass(LAST)
      await readSince(next - LAST)
    }
  }
  const record = () => {
    const folded = foldEvents(undefined, [...events.values()])
    if (folded === undefined) throw new Error('Nothing is declared yet')
    return folded
  }
  return {
    ...{ goTo, called, head: () => record().incident, said: () => record().timeline.map(({ text }) => text) },
    engine: () => engine,
    restart: async () => {
      await engine.stop()
      engine = start()
      await engine.hello()
    },
  }
}

it('[DS9] [DN7] [RC2] [GT6] is played with its two teams: a suspicion is ruled out, what was decided on is missed, each clock is called when it is due, and the gate once', async () => {
  const { engine, goTo, called, head, said, restart } = await played()
  const incident = newId<IncidentId>()
  const ask: RunningEngine['ask'] = (name, input) => engine().ask(name, input)
  const put = async (item: StrategyItem) => {
    const id = newId<StrategyId>()
    await ask('strategy:put', { incident, id, item })
    return id
  }
  const team = async (name: string, lead: string) => {
    const id = newId<TeamId>()
    await ask('teams:set', { incident, team: id, name, lead, members: [] })
    return id
  }
  await engine().hello()
  await ask('session:visible', { visible: true })
  await goTo(1.8)
  await ask('log:follow', { incident, after: 0 })
  await ask('incident:take', { incident, alert: 'drill-pagerduty/Q1ORDERDB1', severity: 'SEV-2' })
  for (const role of ['ic', 'tech'] as const) await ask('roles:assign', { incident, role, name: 'Dana Scully' })
  const databases = await team('databases', 'Ingrid Moen')
  await goTo(3.5)
  await ask('incident:link-page', { incident, alert: 'drill-pagerduty/Q1ORDERAP1' })
  const orders = await team('orders', 'Priya Raman')
  const report = await put({ kind: 'hypothesis', text: 'the revenue report holds locks' })
  await goTo(7.2)
  await put({ kind: 'evidence', text: 'it was ended: writes are as slow', hypothesis: report, side: 'against' })
  await ask('strategy:settle-hypothesis', { incident, hypothesis: report, state: 'eliminated', reason: '' })
  await goTo(8)
  const condition = { panel: 'replication-lag', title: 'Replica', is: 'below', value: 10, unit: 'count' } as const
  const revisit = { at: story(13), soon: false, instead: 'fail over', condition: { ...condition, typed: '10' } }
  await put({ kind: 'decision', text: 'wait for the replica', reason: '', now: true, revisit })
  const maintenance = await put({ kind: 'task', text: 'maintenance mode', owner: 'Priya Raman', dueAt: story(14) })
  await goTo(12.98)
  await vi.waitFor(() => expect(head().decisions[0]?.called?.outcome).toBe('not-met'), { timeout: 20_000 })
  await goTo(14.2)
  await ask('strategy:settle-task', { incident, task: maintenance, state: 'done', result: 'no new orders' })
  await goTo(18.6)
  expect(called).toEqual([
    [14, 'Task due (Priya Raman): maintenance mode'],
    [16.8, 'Checkpoint due'],
    [16.8, 'Report of a sub-team due (Ingrid Moen): databases'],
    [18.5, 'Report of a sub-team due (Priya Raman): orders'],
  ])
  for (const id of [databases, orders]) await put({ kind: 'lead', team: id, text: '' })

  await goTo(21)
  expect(head().pages.map(({ service }) => service)).toEqual(['orders-db', 'orders-api'])
  await ask('incident:link-page', { incident, alert: 'drill-pagerduty/Q1ORDERAP2' })
  await ask('incident:change-status', { incident, to: 'monitoring', reason: '', was: 'investigating' })
  const gate = () =>
    engine()
      .pushed('gates')
      ?.find(one => one.incident === incident)
  const state = (id: string) => gate()?.criteria.find(one => one.id === id)?.state
  expect([state('alerts'), state('error-rate')]).toEqual(['red', 'red'])
  await goTo(66)
  for (const { id, state: now } of gate()?.criteria ?? [])
    if (now === 'say') await ask('gate:answer', { incident, criterion: id, answer: 'met', note: '' })
  const complete = 'Resolution gate: all 13 hold, it can be resolved'
  await vi.waitFor(() => expect(said()).toContain(complete), { timeout: 20_000 })
  await restart()
  await goTo(67)
  await vi.waitFor(() => expect(gate()?.green).toBe(13), { timeout: 20_000 })
  expect(called.slice(4)).toEqual([
    [31.8, 'Customer update due'],
    [33.6, 'Report of a sub-team due (Ingrid Moen): databases'],
    [33.6, 'Report of a sub-team due (Priya Raman): orders'],
    [66, 'Can be resolved'],
  ])
  expect(said().filter(text => text === complete)).toHaveLength(1)
}, 180_000)
