import { HOUSE_LOG } from '../../../../src/shared/domain/house-log'
import type { ConnectionId, IncidentId, OutboxItemId, UpdateId } from '../../../../src/shared/domain/ids'
import { type Channel, channelKey, type UpdateContent } from '../../../../src/shared/domain/update'
import { requestLane, type VendorRequest, type VendorThing } from '../../../../src/shared/domain/vendor-request'
import { HOUR, MINUTE } from '../../../../src/shared/lib/time'
import { pick, seededId } from '../../../support/seeded'
import { CHANNELS, COMPONENTS, componentId, numbered, PAGES, pageId, UPDATES } from './busy-scenario'

const pagerduty = 'drill-pagerduty' as ConnectionId
const grafana = 'drill-grafana' as ConnectionId
const slack = 'drill-slack' as ConnectionId
const statuspage = 'drill-statuspage' as ConnectionId

/** One outward act of the run: an act, or an update to publish. */
export type Order =
  | { readonly id: OutboxItemId; readonly incident: IncidentId; readonly target: string; readonly what: VendorRequest }
  | {
      readonly id: UpdateId
      readonly incident: IncidentId
      readonly target: string
      readonly content: UpdateContent
    }

interface Plan {
  readonly random: () => number
  readonly incidents: readonly IncidentId[]
  readonly channels: readonly Channel[]
  /** The story's messages by channel; each is pinned once at most. */
  readonly messages: ReadonlyMap<string, readonly string[]>
  /** Resolved ones, each of which gets a postmortem. */
  readonly publicIncidents: readonly VendorThing[]
  /** Announced ones, each of which is begun and ended. */
  readonly maintenances: readonly VendorThing[]
  /** The drill's start, epoch milliseconds. */
  readonly at: number
}

const HOUSE_PAGES = numbered(12, pageId)

/** `count` acts of every kind, mixed; each with texts, names or places of its own, so that it is known at the vendor. */
export function orders(plan: Plan, count: number): readonly Order[] {
  const acts = [...onPages(plan), ...inChat(plan), ...onStatusPage(plan)]
  const made = [
    ...acts.map(what => actOrder(plan, what)),
    ...plan.channels.flatMap(channel => numbered(UPDATES, n => updateOrder(plan, channel, n))),
  ]
  const filling = numbered(Math.max(0, count - made.length), n => actOrder(plan, filler(plan, n)))
  return shuffled(plan.random, [...made, ...filling]).slice(0, count)
}

function actOrder(plan: Plan, what: VendorRequest): Order {
  // What concerns one place belongs to one incident, as in life.
  const id = seededId<OutboxItemId>(plan.random)
  const incident = pick(plan.random, plan.incidents)
  // [HL1] Some pages are nobody's incident yet.
  const house = 'page' in what && HOUSE_PAGES.includes(what.page.id)
  return { id, incident: house ? HOUSE_LOG : incident, target: requestLane(what), what }
}

function updateOrder(plan: Plan, channel: Channel, n: number): Order {
  const content: UpdateContent = {
    ...{
      stage: 'progress',
      channel,
      title: `Update ${n}`,
      body: `Payments fail. We know ${n} things more. Next update within the hour.`,
      status: 'identified',
    },
    ...{ components: componentsOf(channel, n), notify: false, nextUpdateAt: null },
  }
  const target = channelKey(channel)
  // Of few incidents, so that each has many: what became of its first decides where the others go.
  const incident = pick(plan.random, plan.incidents.slice(0, 8))
  return { id: seededId<UpdateId>(plan.random), incident, target, content }
}

/** Every third update to the page changes a component that no other act sets. */
function componentsOf({ vendor }: Channel, n: number): UpdateContent['components'] {
  return vendor === 'statuspage' && n % 3 === 0 ? { [componentId(COMPONENTS + n)]: 'degraded_performance' } : {}
}

/** Once a page each, so that its journal can tell them apart; what comes after its resolution must be refused. */
function onPages({ random, at }: Plan): readonly VendorRequest[] {
  return numbered(PAGES, (n): readonly VendorRequest[] => {
    const on = { connection: pagerduty, page: { id: pageId(n), name: `Page ${n}` } }
    const to =
      random() < 0.5
        ? ({ id: 'PUNADIA', name: 'Nadia', type: 'user' } as const)
        : ({ id: 'EPCHECK1', name: 'checkout', type: 'policy' } as const)
    return [
      // A page that is snoozed is acknowledged by that.
      n % 4 === 3 ? { kind: 'page-snooze', ...on, until: at + 20 * HOUR } : { kind: 'page-acknowledge', ...on },
      { kind: 'page-reassign', ...on, to },
      { kind: 'page-escalate', ...on, level: 2 },
      ...(random() < 0.5 ? [{ kind: 'page-resolve', ...on, resolution: 'Over' } as const] : []),
    ]
  }).flat()
}

function inChat({ messages }: Plan): readonly VendorRequest[] {
  const pins = [...messages].flatMap(([id, all]) =>
    all.map(message => ({ kind: 'chat-pin', connection: slack, channel: { id, name: id }, message }) as const),
  )
  const opened = numbered(
    60,
    n => ({ kind: 'chat-open', connection: slack, name: `room-${n}`, private: n % 2 === 0 }) as const,
  )
  return [...pins, ...opened]
}

function onStatusPage({ at, publicIncidents, maintenances }: Plan): readonly VendorRequest[] {
  const sets = numbered(
    COMPONENTS / 3,
    n =>
      ({
        kind: 'components-set',
        connection: statuspage,
        components: numbered(1 + (n % 3), m => {
          const id = componentId(n * 3 + m)
          return { id, name: id, status: 'partial_outage' as const }
        }),
      }) as const,
  )
  const maintenance = numbered(
    20,
    (n): VendorRequest => ({
      ...({ kind: 'maintenance-schedule', connection: statuspage, title: `Work ${n}` } as const),
      ...{ body: 'We work on it.', from: at + HOUR, until: at + 2 * HOUR, components: [], notify: false },
    }),
  )
  const postmortems = publicIncidents.map(
    (publicIncident, n): VendorRequest => ({
      ...{ kind: 'postmortem-publish', connection: statuspage, publicIncident, body: `What happened, ${n}` },
      ...{ notify: n % 2 === 0 },
    }),
  )
  const moves = maintenances.flatMap((work, n): readonly VendorRequest[] => {
    const id = componentId(COMPONENTS + UPDATES + n)
    const about = { connection: statuspage, maintenance: work, components: [{ id, name: id }], notify: false }
    return [
      { kind: 'maintenance-move', ...about, to: 'in_progress', body: 'We begin.' },
      { kind: 'maintenance-move', ...about, to: 'completed', body: 'It is done.' },
    ]
  })
  const points = numbered(
    10,
    (n): VendorRequest => ({
      ...{ kind: 'metric-point', connection: statuspage, metric: { id: 'mtrc00000001', name: 'Response time' } },
      ...{ at: at + n * MINUTE, value: 400 + n },
    }),
  )
  return [...sets, ...maintenance, ...postmortems, ...moves, ...points]
}

/** Acts of which there may be any number. */
function filler({ random, at }: Plan, n: number): VendorRequest {
  const page = Math.floor(random() * PAGES)
  const on = { connection: pagerduty, page: { id: pageId(page), name: `Page ${page}` } }
  const room = `C0BUSY${Math.floor(random() * CHANNELS)}`
  const chat = { connection: slack, channel: { id: room, name: room } }
  const users = [{ id: 'PUJONAS', name: 'Jonas' }]
  return pick<VendorRequest>(random, [
    { kind: 'page-note', ...on, text: `Note ${n}` },
    { kind: 'page-status-update', ...on, message: `Status ${n}` },
    { kind: 'page-add-responders', ...on, users, message: `Come ${n}` },
    { kind: 'chat-post', ...chat, text: `Said <${n}>` },
    { kind: 'chat-post', ...chat, text: `Told & ${n}` },
    { kind: 'chat-topic', ...chat, topic: `Topic ${n}` },
    { kind: 'page-note', ...on, text: `Also ${n}` },
    { kind: 'chat-post', ...chat, text: `And ${n}` },
    { kind: 'chat-topic', ...chat, topic: `Topic: ${n}` },
    { kind: 'annotation', connection: grafana, text: `Decision ${n}`, at: at + n },
    {
      ...{ kind: 'page-create', connection: pagerduty, service: { id: 'PCHECK1', name: 'checkout' } },
      ...{ title: `New ${n}`, urgency: 'low', details: '' },
    } as VendorRequest,
  ])
}

function shuffled<Item>(random: () => number, items: readonly Item[]): readonly Item[] {
  return items
    .map(item => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
}
