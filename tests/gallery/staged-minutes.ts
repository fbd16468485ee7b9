import type { CommandName, Input } from '../../src/shared/contract/calls'
import {
  type CheckpointId,
  type ConnectionId,
  type EntryId,
  type IncidentId,
  newId,
  type StrategyId,
  type UpdateId,
} from '../../src/shared/domain/ids'
import { MINUTE } from '../../src/shared/lib/time'
import { whenOpen } from '../support/followed-log'
import type { RunningCockpit } from '../support/running-cockpit'

interface Scene {
  readonly incident: IncidentId
  readonly minute: number
  readonly title: string
}

type Ask = <Name extends CommandName>(name: Name, input: Omit<Input<Name>, 'incident'>) => Promise<void>

const crew = [
  ['ic', 'Dana Scully'],
  ['tech', 'Amara Osei'],
  ['comms', 'Rafael Duarte'],
  ['scribe', 'Mei Tanaka'],
] as const

/** What a team did by this minute. @throws with the engine's word where it refuses */
export async function stageMinute(cockpit: RunningCockpit, { incident, minute, title }: Scene): Promise<void> {
  const link = await cockpit.link()
  await whenOpen(link)
  await link.call('session:hello', { name: 'Dana Scully', screen: 'gallery' })
  const ask: Ask = async (name, input) => {
    const reply = await link.call(name, { ...input, incident } as never)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.fault)}`)
  }
  const now = (await clockOf(link)) ?? Date.now()
  await acts[minute]?.(ask, { title, now })
  link.close()
}

async function clockOf(link: Awaited<ReturnType<RunningCockpit['link']>>): Promise<number | null> {
  return await new Promise(resolve => {
    const stop = link.on('clock', reading => {
      stop()
      resolve(reading.now)
    })
  })
}

const acts: Readonly<Record<number, (ask: Ask, scene: { title: string; now: number }) => Promise<void>>> = {
  async 0(ask, { title }) {
    await ask('incident:declare', { title, severity: 'SEV-1', impact: '' })
  },
  async 5(ask, { now }) {
    for (const [role, name] of crew) await ask('roles:assign', { role, name })
    await ask('incident:state-services', { services: ['payments-api'] })
    await ask('incident:state-impact', { impact: 'One card payment in four is declined, in all countries' })
    await say(ask, 'finding', 'Connections of payments-db are all taken since v2.41.0 went out')
    await task(ask, 'Amara Osei', 'roll payments-api back to v2.40.3', now + 8 * MINUTE)
    await ask('strategy:put', { id: newId<StrategyId>(), item: { kind: 'hypothesis', text: 'the pool leaks' } })
    await update(ask, 'investigating', 'Some card payments are declined. We are looking for the cause.', now)
  },
  async 15(ask, { now }) {
    const answers = [{ question: 'tried', asks: 'What did we try?', text: 'flag new-ledger off: no change' }]
    await ask('checkpoint:hold', { checkpoint: newId<CheckpointId>(), answers, verdict: 'continue' })
    await ask('incident:change-status', { to: 'identified', reason: 'v2.41.0 leaks connections' })
    await decide(ask, 'Roll back rather than raise the pool', 'the pool hides the leak')
    await task(ask, 'Jonas Lindqvist', 'end queries older than five minutes', now + 10 * MINUTE)
    await say(ask, 'todo', 'Ask finance which settlements are late')
  },
  async 40(ask, { now }) {
    await ask('incident:change-status', { to: 'monitoring', reason: 'errors are back at 0.4 %' })
    await update(ask, 'monitoring', 'Card payments work again. We are watching them.', now)
    await ask('checkpoint:hold', { checkpoint: newId<CheckpointId>(), answers: [], verdict: 'continue' })
  },
  async 120(ask) {
    await say(ask, 'note', 'Support counts no new declined cards')
  },
}

async function say(ask: Ask, kind: 'note' | 'finding' | 'todo', text: string): Promise<void> {
  await ask('timeline:append', { entry: newId<EntryId>(), kind, text, occurredAt: null, pinned: false })
}

async function task(ask: Ask, owner: string, text: string, dueAt: number): Promise<void> {
  await ask('strategy:put', { id: newId<StrategyId>(), item: { kind: 'task', text, owner, dueAt } })
}

async function decide(ask: Ask, text: string, reason: string): Promise<void> {
  const item = { kind: 'decision', text, reason, revisit: null, now: true } as const
  await ask('strategy:put', { id: newId<StrategyId>(), item })
}

async function update(ask: Ask, status: 'investigating' | 'monitoring', body: string, now: number): Promise<void> {
  const update = newId<UpdateId>()
  const channel = {
    ...{ vendor: 'statuspage', connection: 'drill-statuspage' as ConnectionId },
    ...{ target: 'drillshop001', label: 'Drill shop status' },
  } as const
  const stage = status === 'investigating' ? 'initial' : 'progress'
  const content = {
    ...{ stage, channel, title: 'Card payments are declined', body, status, components: {}, notify: false },
    nextUpdateAt: now + 30 * MINUTE,
  } as const
  await ask('comms:draft', { update, content })
  await ask('comms:publish', { update })
}
