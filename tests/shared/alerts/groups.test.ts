import { describe, expect, it } from 'vitest'
import { openAlertIndex } from '../../../src/main/engine/alerts/index-of-alerts'
import type { StormAlert } from '../../../src/shared/domain/alerts/facts'
import { groupsByUrgency } from '../../../src/shared/domain/alerts/group'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'
import { alert, type Declared, groupsOf, placesOf, T } from './some-alerts'

const api = { service: 'payments-api', cause: 'HighErrorRate' }
const db = { service: 'payments-db', cause: 'DatabaseDown' }
const needsDb: Declared = { 'payments-api': ['payments-db'], checkout: ['payments-api'] }

interface Case {
  readonly name: string
  readonly alerts: readonly StormAlert[]
  readonly dependsOn?: Declared
  readonly places: Readonly<Record<string, string>>
}

const cases: readonly Case[] = [
  {
    name: '[AG4] one service is one group, whatever its causes and minutes',
    alerts: [alert('a', api), alert('b', { ...api, cause: 'Slow', minute: 90 })],
    places: { a: 'service:payments-api', b: 'service:payments-api' },
  },
  {
    name: '[AG4] without a service the cause, without both the minute and the source',
    alerts: [
      alert('a', { cause: 'NodeDown' }),
      alert('b', { cause: 'NodeDown', minute: 60 }),
      alert('c'),
      alert('d', { startedAt: T + 59 * SECOND }),
      alert('e', { minute: 1 }),
      alert('f', { connection: 'other' }),
    ],
    places: {
      a: 'cause:nodedown',
      b: 'cause:nodedown',
      c: `minute:prom:${T / MINUTE}`,
      d: `minute:prom:${T / MINUTE}`,
      e: `minute:prom:${T / MINUTE + 1}`,
      f: `minute:other:${T / MINUTE}`,
    },
  },
  {
    name: '[AG5] two spellings of a service are one',
    alerts: [alert('a', api), alert('b', { service: 'Payments API', origin: 'page', connection: 'pd' })],
    places: { a: 'service:payments-api', b: 'service:payments-api' },
  },
  {
    name: '[AG3] two services of one cause and minute are not yet a burst',
    alerts: ['a', 'b'].map(id => alert(id, { service: id, cause: 'NodeDown' })),
    places: { a: 'service:a', b: 'service:b' },
  },
  {
    name: '[AG3] three are one; what began in another minute is not of it',
    alerts: [
      ...['a', 'b', 'c'].map(id => alert(id, { service: id, cause: 'NodeDown' })),
      alert('d', { service: 'd', cause: 'NodeDown', minute: 1 }),
    ],
    places: { a: 'cause:nodedown', b: 'cause:nodedown', c: 'cause:nodedown', d: 'service:d' },
  },
  {
    name: '[AG2] what needs an alerting service stands with the furthest upstream, over a silent one between',
    alerts: [alert('a', { service: 'checkout', cause: 'Slow' }), alert('b', db)],
    dependsOn: needsDb,
    places: { a: 'service:payments-db', b: 'service:payments-db' },
  },
  {
    name: '[AG2] and not when what it needs began much earlier, or later',
    alerts: [
      alert('a', { ...api, minute: 16 }),
      alert('b', db),
      alert('c', { service: 'checkout', minute: 100 }),
      alert('d', { ...api, minute: 106 }),
    ],
    dependsOn: needsDb,
    places: {
      a: 'service:payments-api',
      b: 'service:payments-db',
      c: 'service:checkout',
      d: 'service:payments-api',
    },
  },
  {
    name: '[AG2] services that need each other are one group, and so is what needs both',
    alerts: ['x', 'y', 'z'].map(id => alert(id, { service: id })),
    dependsOn: { x: ['y'], y: ['x'], z: ['y'] },
    places: { x: 'service:x', y: 'service:x', z: 'service:x' },
  },
  {
    name: '[AG2] a dependency comes before a burst',
    alerts: [alert('db', db), ...['a', 'b', 'c'].map(id => alert(id, { service: id, cause: 'HighErrorRate' }))],
    dependsOn: { a: ['payments-db'], b: ['payments-db'], c: ['payments-db'] },
    places: { db: 'service:payments-db', a: 'service:payments-db', b: 'service:payments-db', c: 'service:payments-db' },
  },
]

describe('which group', () => {
  it.each(cases)('$name', ({ alerts, dependsOn, places }) => {
    expect(placesOf(alerts, dependsOn)).toEqual(places)
  })
})

describe('what a group tells', () => {
  it('[AG5] counts what two systems tell once, and a page not beside its alerts', () => {
    const where = (instance: string) => ({ ...api, labels: { instance } })
    const group = groupsOf([
      alert('a', where('one')),
      alert('b', where('two')),
      alert('c', { ...where('one'), connection: 'am' }),
      alert('d', { ...api, origin: 'page', connection: 'pd', service: 'Payments API' }),
      alert('e', { service: 'payments-api' }),
    ]).get('service:payments-api')
    expect(group).toMatchObject({ open: 5, things: 3 })
    expect(group?.why).toContainEqual({ reason: 'twice', open: 5, things: 3 })
  })

  it('[AG5] two alerts of one place and one system are two things', () => {
    const labels = { instance: 'one' }
    expect(
      groupsOf([alert('a', { ...api, labels }), alert('b', { ...api, labels })])
        .values()
        .next().value,
    ).toMatchObject({ things: 2 })
  })

  it('[AG10] keeps the cleared in count, and takes its urgency from the open', () => {
    const group = groupsOf([
      alert('a', { ...api, urgency: 'critical', clearedAt: T + 7 * MINUTE }),
      alert('b', { ...api, urgency: 'low', minute: 2, state: 'acknowledged' }),
    ]).get('service:payments-api')
    expect(group).toMatchObject({ urgency: 'low', open: 1, firstSeen: T, lastSeen: T + 7 * MINUTE })
    expect(group?.states).toEqual({ firing: 0, acknowledged: 1, pending: 0, suppressed: 0, cleared: 1 })
  })

  it('[AG7] is named after its subject and says why, with counts', () => {
    const alerts = [
      alert('a', db),
      alert('b', { ...db, cause: 'DiskFull' }),
      alert('c', { ...db, cause: 'DiskFull' }),
      alert('d', { ...api, minute: 3 }),
    ]
    expect(groupsOf(alerts, needsDb).get('service:payments-db')).toMatchObject({
      title: { about: 'subject', subject: 'payments-db', causes: ['DiskFull', 'DatabaseDown'], more: 1 },
      services: ['payments-api', 'payments-db'],
      why: [
        { reason: 'service', count: 3, service: 'payments-db' },
        { reason: 'dependency', count: 1, service: 'payments-db', users: ['payments-api'], more: 0 },
      ],
    })
    const burst = ['a', 'b', 'c', 'd'].map(id => alert(id, { service: id, cause: 'NodeDown' }))
    expect(groupsOf(burst).get('cause:nodedown')).toMatchObject({
      title: { about: 'cause', cause: 'NodeDown', services: 4 },
      why: [{ reason: 'burst', count: 4, cause: 'NodeDown' }],
    })
  })

  it('[AG7] a single alert keeps its own title', () => {
    expect(groupsOf([alert('a', api)]).get('service:payments-api')).toMatchObject({
      title: { about: 'alert', title: 'Title of a' },
      why: [{ reason: 'alone' }],
    })
  })

  it('[AG6] keeps its id while its members come and go', () => {
    const index = openAlertIndex({})
    const ids = () => index.groups().map(({ id }) => id)
    index.apply({ put: [alert('a', api)], drop: [] })
    expect(ids()).toEqual(['service:payments-api'])
    index.apply({ put: [alert('b', { ...api, cause: 'DiskFull' }), alert('c', { ...api, minute: 9 })], drop: [] })
    expect(ids()).toEqual(['service:payments-api'])
    index.apply({ put: [alert('b', { ...api, clearedAt: T + MINUTE })], drop: ['a'] })
    expect(ids()).toEqual(['service:payments-api'])
  })

  it('[AG9] the most urgent groups come first; of equals the one in which something happened last', () => {
    const groups = groupsOf([
      alert('low', { service: 'low', urgency: 'low', minute: 9 }),
      alert('early', { service: 'early', urgency: 'high', minute: 1 }),
      alert('late', { service: 'late', urgency: 'high', minute: 3 }),
      alert('critical', { service: 'critical', urgency: 'critical' }),
      alert('unknown', { service: 'unknown', urgency: 'high', startedAt: null }),
    ])
    const order = ['critical', 'late', 'early', 'unknown', 'low'].map(name => `service:${name}`)
    expect([...groups.values()].toSorted(groupsByUrgency).map(({ id }) => id)).toEqual(order)
    expect(
      [...groups.values()]
        .toReversed()
        .toSorted(groupsByUrgency)
        .map(({ id }) => id),
    ).toEqual(order)
  })
})
