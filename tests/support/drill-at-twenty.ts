import { setImmediate } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { realTimeClock } from '../../src/main/engine/clock/clock'
import { startDrill } from '../../src/main/engine/drill/drill'
import {
  type CheckpointId,
  type EntryId,
  type EventId,
  type HandoffId,
  type IncidentId,
  type LinkId,
  newId,
  type StrategyId,
  type UpdateId,
} from '../../src/shared/domain/ids'
import type { Channel } from '../../src/shared/domain/update'
import type { IncidentEvent } from '../../src/shared/events/registry'
import { MINUTE, SECOND } from '../../src/shared/lib/time'
import { handWall } from '../main/drill/hand-wall'
import { paymentsOutage } from '../main/drill/playing'
import { scratchFolder } from './folders'
import { keptLogger } from './kept-logger'
import { type RunningEngine, runEngine } from './running-engine'

const START = Date.parse('2026-11-20T12:00:00Z')
const minute = (count: number) => START + count * MINUTE

export interface HandedOver {
  readonly engine: RunningEngine
  readonly incident: IncidentId
  readonly handoff: HandoffId
}

/** The shipped drill, commanded for twenty minutes by calls to a real engine with the drill's own vendors, then handed over. */
export async function drillAtTwenty(): Promise<HandedOver> {
  const wall = handWall(START)
  const clock = realTimeClock(wall)
  const scenario = paymentsOutage()
  const vendors = await startDrill({
    ...{ scenario, clock, startedAt: START, folder: scratchFolder(), random: Math.random, logger: keptLogger() },
  })
  onTestFinished(() => vendors.stop())
  const { connections, panels, secrets } = vendors
  const world = { name: scenario.name, title: scenario.title, briefing: scenario.briefing, length: scenario.length }
  const engine = runEngine(
    scratchFolder(),
    { connections, panels, cancelWindow: 0, approvalFor: [] },
    clock,
    { kind: 'drill', startedAt: START, speed: 1, ...world },
    { secrets },
  )
  /** Lets time pass in small steps, each with the vendors' answers. */
  const goTo = async (to: number, isThere: () => boolean = () => true) => {
    while (wall.now() < minute(to) || !isThere()) {
      wall.pass(5 * SECOND)
      for (let turn = 0; turn < 20; turn += 1) await setImmediate()
    }
  }
  await engine.hello()
  const incident = newId<IncidentId>()
  await goTo(3, () => (engine.pushed('alerts')?.first.length ?? 0) > 0)
  await declare(engine, incident)
  await goTo(6)
  await firstUpdate(engine, incident)
  await goTo(10)
  await work(engine, incident)
  await goTo(12)
  await stateShare(engine, incident, 40, await lastStatement(engine, incident))
  await goTo(15)
  await checkpoint(engine, incident)
  await goTo(20)
  const handoff = newId<HandoffId>()
  await engine.ask('handoff:write', { incident, handoff })
  return { engine, incident, handoff }
}

async function declare(engine: RunningEngine, incident: IncidentId): Promise<void> {
  const alert = engine.pushed('alerts')?.first.find(({ id }) => id.includes('pagerduty'))?.id ?? ''
  await engine.ask('incident:take', {
    ...{ incident, alert, severity: 'SEV-1', impact: 'Four in ten card payments fail at checkout in all countries.' },
    started: { at: minute(1), source: { kind: 'person', name: '' } },
    services: ['payments-api', 'checkout'],
  })
  for (const [role, name] of [
    ['ic', 'Ada Lovelace'],
    ['tech', 'Grace Hopper'],
    ['comms', 'Katherine Johnson'],
    ['scribe', 'Annie Easley'],
  ] as const)
    await engine.ask('roles:assign', { incident, role, name })
  await engine.ask('roles:deputise', { incident, role: 'ic', name: 'Mary Jackson' })
  const link = (kind: 'war-room' | 'bridge', label: string, address: string) =>
    engine.ask('incident:add-link', { incident, link: newId<LinkId>(), kind, label, address })
  await link('war-room', '#inc-payments', 'https://drill.slack.com/archives/C1')
  await link('bridge', 'Payments bridge', 'https://meet.example.com/payments')
}

async function firstUpdate(engine: RunningEngine, incident: IncidentId): Promise<void> {
  const channel: Channel = {
    ...{ vendor: 'statuspage', connection: 'drill-statuspage' as Channel['connection'] },
    ...{ target: 'drillshop001', label: 'Shop Status' },
  }
  const update = newId<UpdateId>()
  await engine.ask('comms:draft', {
    ...{ incident, update },
    content: {
      ...({ stage: 'initial', channel, title: 'Card payments fail', status: 'investigating', components: {} } as const),
      body: 'Some card payments fail at checkout. We are looking for the cause. Next update by 12:26 UTC.',
      ...{ notify: false, nextUpdateAt: minute(26) },
    },
  })
  await engine.ask('comms:publish', { incident, update })
}

async function work(engine: RunningEngine, incident: IncidentId): Promise<void> {
  const put = (item: Parameters<typeof engine.ask<'strategy:put'>>[1]['item']) => {
    const id = newId<StrategyId>()
    return engine.ask('strategy:put', { incident, id, item }).then(() => id)
  }
  await stateShare(engine, incident, 30, null)
  const release = await put({ kind: 'hypothesis', text: 'Release 4.2 exhausts the connection pool' })
  await put({ kind: 'evidence', hypothesis: release, side: 'for', text: 'errors began two minutes after it' })
  const network = await put({ kind: 'hypothesis', text: 'The card network is down' })
  await engine.ask('strategy:settle-hypothesis', {
    ...{ incident, hypothesis: network, state: 'eliminated', reason: 'their status page is green' },
  })
  await put({ kind: 'attempt', text: 'Turn off the new checkout by flag', result: 'no-change' })
  await put({ kind: 'attempt', text: 'Restart the payment workers', result: 'worse' })
  await put({ kind: 'risk', text: 'Do not fail over: the replica is 40 minutes behind', owner: null })
  await put({ kind: 'question', text: 'Were failed payments charged?', owner: 'Finance' })
  await put({ kind: 'task', text: 'Roll back payments-api to 4.1', owner: 'Grace Hopper', dueAt: minute(22) })
  const decided = { kind: 'decision', revisit: null, now: true } as const
  await put({ ...decided, text: 'Roll back in all regions at once', reason: 'one by one takes 40 minutes' })
  await put({
    ...{ kind: 'decision', text: 'Switch to maintenance mode', reason: 'customers pay twice otherwise', now: true },
    revisit: { at: minute(30), condition: null, soon: false, instead: 'maintenance mode for checkout' },
  })
  const entry = newId<EntryId>()
  const text = 'Pool of payments-db is at 100 %'
  await engine.ask('timeline:append', { incident, entry, kind: 'finding', text, occurredAt: null, pinned: true })
}

/** [IM1] How many of the customers it concerns, as a person read it. */
async function stateShare(engine: RunningEngine, incident: IncidentId, value: number, was: EventId | null) {
  const source = 'checkout dashboard'
  const stated = { figure: 'users-share', value, currency: null, since: minute(4), source, was } as const
  await engine.ask('incident:state-figure', { incident, ...stated })
}

async function checkpoint(engine: RunningEngine, incident: IncidentId): Promise<void> {
  const answer = (question: string, text: string) => ({ question, asks: question, text })
  await engine.ask('checkpoint:hold', {
    ...{ incident, checkpoint: await waitingCheckpoint(engine, incident), verdict: 'pivot' as const },
    answers: [
      answer('tried', 'Flag off: errors stayed'),
      answer('trying', 'Roll back payments-api to 4.1 (Grace)'),
      answer('rollback-plan', 'Forward to 4.2 with the old pool size'),
      answer('still-impacted', 'Yes: half of all checkouts'),
      answer('more-people', 'Database on-call is here'),
    ],
  })
}

/** All that the incident's log has until now. */
async function logOf(engine: RunningEngine, incident: IncidentId): Promise<readonly IncidentEvent[]> {
  await engine.ask('log:follow', { incident, after: 0 })
  return engine.pushed('log')?.events ?? []
}

/** [CP3] The one that the screens show. */
async function waitingCheckpoint(engine: RunningEngine, incident: IncidentId): Promise<CheckpointId> {
  const events = await logOf(engine, incident)
  const armed = events.findLast(event => event.kind === 'checkpoint-armed')
  if (armed?.kind !== 'checkpoint-armed') throw new Error('No checkpoint is due')
  return armed.body.checkpoint
}

async function lastStatement(engine: RunningEngine, incident: IncidentId): Promise<EventId> {
  const stated = (await logOf(engine, incident)).findLast(({ kind }) => kind === 'figure-stated')
  if (stated === undefined) throw new Error('Nobody stated a figure')
  return stated.id
}
