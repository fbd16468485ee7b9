import { describe, expect, it } from 'vitest'
import { MOST_GROUPS, MOST_ROWS } from '../../../src/shared/contract/alerts'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { prom, row, stormStage } from './stage'

const storm300 = Array.from({ length: 500 }, (_, at) => row(`a${at}`, { service: `s${at}`, cause: null }))

describe('what screens are told', () => {
  it('[SA5] groups of what was read, and nothing when a reading brings no news', () => {
    const { storm, told, clock } = stormStage()
    storm.read(prom, [row('a'), row('b'), row('c', { service: 'db', urgency: 'critical' })], clock.now())
    storm.read(prom, [row('a'), row('b'), row('c', { service: 'db', urgency: 'critical' })], clock.now() + 15_000)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ open: 3, moreGroups: 0, hiding: [] })
    expect(told[0]?.groups.map(({ id, open }) => [id, open])).toEqual([
      ['service:db', 1],
      ['service:api', 2],
    ])
  })

  it('[SA6] never more groups in one push than a screen can show, and how many are left out', () => {
    const { storm, told, clock } = stormStage()
    storm.read(prom, storm300, clock.now())
    expect(told[0]?.groups).toHaveLength(MOST_GROUPS)
    expect(told[0]).toMatchObject({ open: 500, moreGroups: 400 })
  })

  it('[FE13] never more alerts in one push: the loudest first, the newest of equals on top', () => {
    const { storm, clock } = stormStage()
    const rows = [row('quiet', { urgency: 'low' }), ...storm300, row('loud', { urgency: 'critical' })]
    storm.read(prom, rows, clock.now())
    const { first, open, firing } = storm.shown()
    expect({ rows: first.length, open, firing }).toEqual({ rows: MOST_ROWS, open: 502, firing: 502 })
    expect(first[0]?.externalId).toBe('loud')
    expect(first.some(({ externalId }) => externalId === 'quiet')).toBe(false)
  })

  it('[SA15] alerts, counts and groups of one moment, in one push, with a revision that grows', () => {
    const { storm, told, clock } = stormStage()
    storm.read(prom, [row('a', { startedAt: 1 }), row('b', { startedAt: 3 }), row('c', { startedAt: null })], 1)
    storm.read('am' as ConnectionId, [row('d', { startedAt: 2, id: 'am/d', connection: 'am' as ConnectionId })], 2)
    storm.read(prom, [row('a', { startedAt: 1, state: 'acknowledged' }), row('b', { startedAt: 3 })], clock.now())
    expect(told.map(({ open, firing, first }) => [open, firing, first.map(({ externalId }) => externalId)])).toEqual([
      [3, 3, ['b', 'a', 'c']],
      [4, 4, ['b', 'd', 'a', 'c']],
      [3, 2, ['b', 'd', 'a']],
    ])
    expect(told.map(({ groups }) => groups.reduce((sum, { open }) => sum + open, 0))).toEqual([3, 4, 3])
    const [one = 0, two = 0, three = 0] = told.map(({ revision }) => revision)
    expect(one < two && two < three).toBe(true)
  })

  it('[FE7] nothing when a reading has the same alerts in another order, nor when there are none from the start', () => {
    const { storm, told, clock } = stormStage()
    const rows = [row('a'), row('b'), row('c', { startedAt: 2 })]
    storm.read('quiet' as ConnectionId, [], clock.now())
    storm.read(prom, rows, clock.now())
    storm.read(prom, rows.toReversed(), clock.now())
    expect(told).toHaveLength(1)
  })

  it('[AG10] what cleared stays in its group for half an hour, and keeps the burst together', () => {
    const { storm, clock } = stormStage()
    const burst = ['x', 'y', 'z'].map(service => row(service, { service, cause: 'NodeDown' }))
    storm.read(prom, burst, clock.now())
    storm.read(prom, burst.slice(0, 1), clock.now())
    expect(storm.shown().groups).toMatchObject([{ id: 'cause:nodedown', open: 1, states: { cleared: 2 } }])
    expect(storm.find('prom/x')?.title).toBe('x')
    expect(storm.find('prom/y')).toBeUndefined()
    clock.advance(30 * MINUTE)
    storm.read(prom, burst.slice(0, 1), clock.now())
    expect(storm.shown().groups).toMatchObject([{ id: 'service:x', open: 1, states: { cleared: 0 } }])
  })

  it('[AG10] one that fires again is open again, and a group without an open alert is not shown', () => {
    const { storm, clock } = stormStage()
    storm.read(prom, [row('a')], clock.now())
    storm.read(prom, [], clock.now())
    expect(storm.shown().groups).toEqual([])
    storm.read(prom, [row('a')], clock.now())
    clock.advance(31 * MINUTE)
    storm.read(prom, [row('a')], clock.now())
    expect(storm.shown().groups).toMatchObject([{ open: 1, states: { cleared: 0 } }])
  })

  it('[AG2] follows the dependencies of the settings', () => {
    const { storm, clock } = stormStage({ dependsOn: { API: ['db'] } })
    storm.read(prom, [row('a'), row('b', { service: 'db', cause: 'Down' })], clock.now())
    expect(storm.shown().groups).toMatchObject([{ id: 'service:db', open: 2 }])
  })

  it('[AG14] groups anew as soon as other dependencies are said, and tells the screens', () => {
    const { storm, clock } = stormStage()
    storm.read(prom, [row('a'), row('b', { service: 'db', cause: 'Down' })], clock.now())
    expect(storm.shown().groups).toHaveLength(2)
    storm.follow({ api: ['DB'] })
    expect(storm.shown().groups).toMatchObject([{ id: 'service:db', open: 2 }])
    storm.follow({})
    expect(storm.shown().groups).toHaveLength(2)
  })

  it('[SA7] pages through the members of a group, the open and loud ones first', () => {
    const { storm, clock } = stormStage()
    const rows = [row('a', { urgency: 'low' }), row('b', { startedAt: 2_000 }), row('c'), row('d')]
    storm.read(prom, rows, clock.now())
    storm.read(prom, rows.slice(0, 3), clock.now() + 5)
    const page = (offset: number) => storm.groupSlice({ group: 'service:api', offset, limit: 3 })
    expect(page(0).members.map(member => member.row.externalId)).toEqual(['b', 'c', 'a'])
    expect(page(3)).toMatchObject({ total: 4, members: [{ clearedAt: clock.now() + 5, firstSeen: clock.now() }] })
    expect(storm.groupSlice({ group: 'service:x', offset: 0, limit: 3 })).toEqual({ members: [], total: 0 })
  })

  it('[SA8] what a removed connection had is cleared', () => {
    const { storm, clock } = stormStage()
    const am = 'am' as ConnectionId
    storm.read(prom, [row('a')], clock.now())
    storm.read(am, [row('b', { id: 'am/b', connection: am, service: 'db' })], clock.now())
    storm.keepOnly([am])
    expect(storm.shown().groups.map(({ id }) => id)).toEqual(['service:db'])
  })
})
