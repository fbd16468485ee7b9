import type { Millis } from '../../../shared/lib/time'

/** What no single field can show: names that must exist elsewhere in the file, and instants that must be in order. */

interface Referring {
  readonly signals: Readonly<Record<string, { readonly keyframes: readonly (readonly [Millis, number])[] }>>
  readonly panels: readonly { readonly id: string; readonly queries: readonly Query[] }[]
  readonly alerts: readonly Alert[]
  readonly pagerduty: {
    readonly actAs: string
    readonly services: readonly Named[]
    readonly users: readonly { readonly id: string; readonly onCallFor: string | null }[]
    readonly pages: readonly (Named & { readonly service: string; readonly at: Millis; readonly until: Millis })[]
    readonly notes: readonly { readonly page: string; readonly by: string }[]
  }
  readonly slack: {
    readonly updates: string
    readonly warRoom?: string | undefined
    readonly channels: readonly Named[]
    readonly messages: readonly { readonly channel: string }[]
  }
}
interface Named {
  readonly id: string
}
interface Query {
  readonly expr: string
  readonly signal: string
}
interface Episode {
  readonly pending: Millis
  readonly firing: Millis
  readonly until: Millis
}
interface Alert extends Episode {
  readonly signal: string
  readonly again: readonly Episode[]
}

export interface Complaint {
  readonly path: PropertyKey[]
  /** What is wrong, by its code, and the values of its text. */
  readonly message: string
  readonly params?: Readonly<Record<string, string>>
}

export function* referenceComplaints(scenario: Referring): Generator<Complaint> {
  yield* unknownSignals(scenario)
  yield* keyframesOutOfOrder(scenario)
  yield* spansOutOfOrder(scenario)
  yield* unknownVendorNames(scenario)
}

function* unknownSignals(scenario: Referring): Generator<Complaint> {
  const unknown = (name: string) => !Object.hasOwn(scenario.signals, name)
  const exprs = new Set<string>()
  for (const [p, panel] of scenario.panels.entries()) {
    for (const [q, { signal, expr }] of panel.queries.entries()) {
      const path = ['panels', p, 'queries', q]
      if (unknown(signal)) yield missing('signal', signal, [...path, 'signal'])
      if (exprs.has(expr)) yield { path: [...path, 'expr'], message: 'input-used-twice' }
      exprs.add(expr)
    }
  }
  for (const [a, { signal }] of scenario.alerts.entries()) {
    if (unknown(signal)) yield missing('signal', signal, ['alerts', a, 'signal'])
  }
}

function* keyframesOutOfOrder(scenario: Referring): Generator<Complaint> {
  for (const [name, { keyframes }] of Object.entries(scenario.signals)) {
    const early = keyframes.findIndex(([at], index) => at <= (keyframes[index - 1]?.[0] ?? Number.NEGATIVE_INFINITY))
    const path = ['signals', name, 'keyframes', early]
    if (early !== -1) yield { path, message: 'input-keyframe-order' }
  }
}

function* spansOutOfOrder(scenario: Referring): Generator<Complaint> {
  for (const [a, alert] of scenario.alerts.entries()) yield* episodesOutOfOrder(['alerts', a], alert)
  for (const [p, { at, until }] of scenario.pagerduty.pages.entries()) {
    if (until <= at) yield { path: ['pagerduty', 'pages', p, 'until'], message: 'input-after', params: { other: 'at' } }
  }
}

function* episodesOutOfOrder(path: PropertyKey[], alert: Alert): Generator<Complaint> {
  let ended = Number.NEGATIVE_INFINITY
  for (const [at, { pending, firing, until }] of [alert, ...alert.again].entries()) {
    const place = at === 0 ? path : [...path, 'again', at - 1]
    if (pending <= ended) yield { path: [...place, 'pending'], message: 'input-after', params: { other: 'until' } }
    if (firing < pending)
      yield { path: [...place, 'firing'], message: 'input-not-before', params: { other: 'pending' } }
    if (until <= firing) yield { path: [...place, 'until'], message: 'input-after', params: { other: 'firing' } }
    ended = until
  }
}

function* unknownVendorNames({ pagerduty, slack }: Referring): Generator<Complaint> {
  const services = new Set<string | null>(pagerduty.services.map(service => service.id)).add(null)
  const channels = new Set(slack.channels.map(channel => channel.id))
  for (const [p, { service }] of pagerduty.pages.entries()) {
    if (!services.has(service)) yield missing('service', service, ['pagerduty', 'pages', p, 'service'])
  }
  for (const [u, { onCallFor }] of pagerduty.users.entries()) {
    if (!services.has(onCallFor)) yield missing('service', onCallFor, ['pagerduty', 'users', u, 'onCallFor'])
  }
  const { actAs, users } = pagerduty
  for (const [n, { page, by }] of pagerduty.notes.entries()) {
    const path = ['pagerduty', 'notes', n]
    if (!pagerduty.pages.some(({ id }) => id === page)) yield missing('page', page, [...path, 'page'])
    if (!users.some(({ id }) => id === by)) yield missing('user', by, [...path, 'by'])
  }
  if (!users.some(user => user.id === actAs)) yield missing('user', actAs, ['pagerduty', 'actAs'])
  for (const [m, { channel }] of slack.messages.entries()) {
    if (!channels.has(channel)) yield missing('channel', channel, ['slack', 'messages', m, 'channel'])
  }
  const { warRoom } = slack
  if (warRoom !== undefined && !channels.has(warRoom)) yield missing('channel', warRoom, ['slack', 'warRoom'])
  if (!channels.has(slack.updates)) yield missing('channel', slack.updates, ['slack', 'updates'])
}

function missing(kind: string, name: string | null, path: PropertyKey[]): Complaint {
  return { path, message: 'input-unknown-name', params: { kind, name: String(name) } }
}
