import { mkdirSync } from 'node:fs'
import { startDrill } from '../../../../src/main/engine/drill/drill'
import { createHttpClient } from '../../../../src/main/engine/http/client'
import type { Clock } from '../../../../src/main/engine/ports'
import { openAccount } from '../../../../src/main/engine/vendors/registry'
import type { Connection } from '../../../../src/shared/contract/connections'
import type { IncidentId, OutboxItemId, UpdateId } from '../../../../src/shared/domain/ids'
import type { Channel } from '../../../../src/shared/domain/update'
import type { VendorThing } from '../../../../src/shared/domain/vendor-request'
import { HOUR } from '../../../../src/shared/lib/time'
import { type FaultProxy, type FaultProxyOptions, startFaultProxy } from '../../../support/fault-proxy'
import { keptLogger } from '../../../support/kept-logger'
import { seeded, seededId } from '../../../support/seeded'
import { busyScenario, CHANNELS, MESSAGES_A_CHANNEL, numbered, WORKS } from './busy-scenario'

const PUBLIC_INCIDENTS = 30

export interface VendorsOptions {
  /** Where the stand-ins keep their journals. */
  readonly folder: string
  readonly seed: string
  readonly clock: Clock
  /** Share of faulty exchanges, from 0 to 1. */
  readonly rate: number
  readonly delays: { readonly inTime: number; readonly tooLate: number }
  readonly heldBack?: FaultProxyOptions['heldBack']
}

/** The drill's stand-ins of all vendors, each behind a faulty line of its own. */
export interface Vendors {
  readonly connections: readonly Connection[]
  readonly tokens: Readonly<Record<string, string>>
  readonly channels: readonly Channel[]
  readonly publicIncidents: readonly VendorThing[]
  /** Announced ones that have not begun. */
  readonly maintenances: readonly VendorThing[]
  /** The story's messages by channel. */
  readonly messages: ReadonlyMap<string, readonly string[]>
  readonly lines: ReadonlyMap<string, FaultProxy>
  stop(): Promise<void>
}

export async function startVendors({ folder, seed, clock, rate, delays, heldBack }: VendorsOptions): Promise<Vendors> {
  mkdirSync(folder)
  const startedAt = clock.now()
  const random = seeded(seed, 'ids')
  const scenario = busyScenario()
  const drill = await startDrill({ scenario, clock, startedAt, folder, random, logger: keptLogger() })
  const lines = new Map<string, FaultProxy>()
  for (const { id, baseUrl } of drill.connections) {
    lines.set(id, await startFaultProxy({ target: baseUrl, seed: `${seed}${id}`, rate, delays, heldBack }))
  }
  const [statuspage, slack] = [channelOf(drill.connections, 'statuspage'), channelOf(drill.connections, 'slack')]
  return {
    connections: drill.connections.map(one => ({ ...one, baseUrl: lines.get(one.id)?.origin ?? one.baseUrl })),
    tokens: Object.fromEntries(drill.connections.map(({ id }) => [id, drill.secrets.read(id) ?? ''])),
    channels: [statuspage, slack],
    publicIncidents: await resolvedIncidents(drill, statuspage, seeded(seed, 'public')),
    maintenances: await announced(drill, statuspage, startedAt, seeded(seed, 'works')),
    messages: messages(startedAt),
    lines,
    async stop() {
      await Promise.all([...lines.values()].map(line => line.stop()))
      await drill.stop()
    },
  }
}

function channelOf(connections: readonly Connection[], vendor: Channel['vendor']): Channel {
  const connection = connections.find(one => one.vendor === vendor)
  if (connection === undefined) throw new Error(`The drill has no ${vendor}`)
  const target = vendor === 'statuspage' ? 'drillshop001' : 'C0UPDATES1'
  return { vendor, connection: connection.id, target, label: vendor }
}

type Drill = Awaited<ReturnType<typeof startDrill>>

/** The way to the stand-in itself, past the faulty line. */
function straightTo({ connections, secrets }: Drill, channel: Channel) {
  const connection = connections.find(({ id }) => id === channel.connection)
  return connection && openAccount(connection, secrets.read(connection.id), createHttpClient())
}

/** Planned for later than the run takes: only an act begins one. */
function announced(drill: Drill, channel: Channel, at: number, random: () => number): Promise<readonly VendorThing[]> {
  const account = straightTo(drill, channel)
  return Promise.all(
    numbered(WORKS, async n => {
      const what = {
        ...({ kind: 'maintenance-schedule', connection: channel.connection, title: `Planned ${n}` } as const),
        ...{ body: 'We work on it.', from: at + 20 * HOUR, until: at + 21 * HOUR, components: [], notify: false },
      }
      const ids = { incident: seededId<IncidentId>(random), item: seededId<OutboxItemId>(random) }
      const sent = await account?.acts?.send({ ...ids, what, now: at }, new AbortController().signal)
      if (sent?.outcome !== 'delivered') throw new Error(`The stand-in did not take ${what.title}`)
      return { id: sent.delivered.externalId, name: what.title }
    }),
  )
}

async function resolvedIncidents(
  drill: Drill,
  channel: Channel,
  random: () => number,
): Promise<readonly VendorThing[]> {
  const account = straightTo(drill, channel)
  return Promise.all(
    numbered(PUBLIC_INCIDENTS, async n => {
      const title = `Over ${n}`
      const content = {
        ...({ stage: 'resolution', channel, title, body: 'It is over.', status: 'resolved' } as const),
        ...{ components: {}, notify: false, nextUpdateAt: null },
      }
      const ids = { incident: seededId<IncidentId>(random), update: seededId<UpdateId>(random) }
      const sent = await account?.updates?.send({ ...ids, content, externalId: null }, new AbortController().signal)
      if (sent?.outcome !== 'delivered') throw new Error(`The stand-in did not take ${title}`)
      return { id: sent.delivered.externalId, name: title }
    }),
  )
}

/** The `ts` of the story's messages: microseconds after the start, with their place in the scenario as the last digits. */
function messages(startedAt: number): ReadonlyMap<string, readonly string[]> {
  const { slack } = busyScenario()
  const all = slack.messages.map(({ at, channel }, index) => {
    const micro = (startedAt + at) * 1_000 + index
    return { channel, ts: `${Math.floor(micro / 1_000_000)}.${String(micro % 1_000_000).padStart(6, '0')}` }
  })
  if (all.length !== CHANNELS * MESSAGES_A_CHANNEL) throw new Error('The scenario has other messages')
  const found = Map.groupBy(all, message => message.channel)
  return new Map([...found].map(([channel, told]) => [channel, told.map(({ ts }) => ts)]))
}
