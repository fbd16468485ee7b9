import type { CommandName, Input } from '../../src/shared/contract/calls'
import type { EngineLink } from '../../src/shared/contract/link'
import {
  type ConnectionId,
  type EntryId,
  type IncidentId,
  newId,
  type StrategyId,
  type UpdateId,
} from '../../src/shared/domain/ids'
import { MINUTE, type Millis } from '../../src/shared/lib/time'
import { readRecord } from '../support/followed-log'

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
export async function stageMinute(link: EngineLink, { incident, minute, title }: Scene): Promise<void> {
  await link.call('session:hello', { name: 'Dana Scully', screen: 'gallery' })
  const ask: Ask = async (name, input) => {
    const reply = await link.call(name, { ...input, incident } as never)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.fault)}`)
  }
  const hold = async (answers: Held['answers']) => {
    const { checkpoint } = (await readRecord(link, incident)).incident
    if (checkpoint.state === 'off') throw new Error('No checkpoint is due')
    await ask('checkpoint:hold', { checkpoint: checkpoint.id, answers, verdict: 'continue' })
  }
  await acts[minute]?.({ ask, hold, title, now: await clockOf(link) })
}

function clockOf(link: EngineLink): Promise<Millis> {
  return new Promise(resolve => {
    const stop = link.on('clock', reading => {
      stop()
      resolve(reading.now)
    })
  })
}

type Held = Input<'checkpoint:hold'>

interface Act {
  readonly ask: Ask
  readonly hold: (answers: Held['answers']) => Promise<void>
  readonly title: string
  readonly now: Millis
}

const acts: Readonly<Record<number, (act: Act) => Promise<void>>> = {
  async 0({ ask, title }) {
    await ask('incident:declare', { title, severity: 'SEV-1', impact: '' })
  },
  async 5({ ask, now }) {
    for (const [role, name] of crew) await ask('roles:assign', { role, name })
    await ask('incident:state-services', { services: ['payments-api'] })
    await ask('incident:state-impact', { impact: 'One card payment in four is declined, in all countries' })
    await say(ask, 'finding', 'Connections of payments-db are all taken since v2.41.0 went out')
    await task(ask, 'Amara Osei', 'roll payments-api back to v2.40.3', now + 8 * MINUTE)
    await ask('strategy:put', { id: newId<StrategyId>(), item: { kind: 'hypothesis', text: 'the pool leaks' } })
    await update(
      ask,
      'investigating',
      'Some card payments are declined. We are looking for the cause. Next update within the hour.',
      now,
    )
  },
  async 15({ ask, hold, now }) {
    const answers = [{ question: 'tried', asks: 'What did we try?', text: 'flag new-ledger off: no change' }]
    await hold(answers)
    await ask('incident:change-status', { to: 'identified', reason: 'v2.41.0 leaks connections' })
    await decide(ask, 'Roll back rather than raise the pool', 'the pool hides the leak')
    await task(ask, 'Jonas Lindqvist', 'end queries older than five minutes', now + 10 * MINUTE)
    await say(ask, 'todo', 'Ask finance which settlements are late')
  },
  async 40({ ask, hold, now }) {
    await ask('incident:change-status', { to: 'monitoring', reason: 'errors are back at 0.4 %' })
    await update(
      ask,
      'monitoring',
      'Some card payments were declined; they work again. We are watching them. Next update within the hour.',
      now,
    )
    await hold([])
  },
  async 120({ ask }) {
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
    ...{ vendor: 'statuspage' as const, connection: 'drill-statuspage' as ConnectionId },
    ...{ target: 'drillshop001', label: 'Drill shop status' },
  }
  const stage = status === 'investigating' ? ('initial' as const) : ('progress' as const)
  const content = {
    ...{ stage, channel, title: 'Card payments are declined', body, status, components: {}, notify: false },
    nextUpdateAt: now + 30 * MINUTE,
  } as const
  await ask('comms:draft', { update, content })
  await ask('comms:publish', { update })
}
