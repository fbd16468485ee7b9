import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openAlertIndex } from '../../../src/main/engine/alerts/index-of-alerts'
import type { StormAlert } from '../../../src/shared/domain/alerts/facts'
import { alert, type Declared } from './some-alerts'

const services = ['db', 'api', 'web', 'Cache', 'queue'] as const
const service = fc.constantFrom(...services)

/** Few names and few minutes, so that everything meets everything. */
const someAlert: fc.Arbitrary<StormAlert> = fc
  .record({
    id: fc.integer({ min: 0, max: 40 }),
    service: fc.option(service),
    cause: fc.option(fc.constantFrom('Down', 'Slow', 'Full')),
    minute: fc.integer({ min: 0, max: 25 }),
    connection: fc.constantFrom('prom', 'am', 'pd'),
    origin: fc.constantFrom('page' as const, 'alert' as const),
    urgency: fc.constantFrom('critical' as const, 'high' as const, 'low' as const),
    labels: fc.record({ instance: fc.constantFrom('1', '2') }),
    clearedAt: fc.option(fc.constant(Date.UTC(2027, 0, 1))),
  })
  .map(({ id, ...facts }) => alert(`a${id}`, facts))

const alerts = fc.uniqueArray(someAlert, { selector: ({ row }) => row.id, maxLength: 40 })
const dependsOn: fc.Arbitrary<Declared> = fc.dictionary(service, fc.array(service, { maxLength: 3 }))

function told(put: readonly StormAlert[], declared: Declared) {
  const index = openAlertIndex(declared)
  index.apply({ put, drop: [] })
  return seen(index)
}

function seen(index: ReturnType<typeof openAlertIndex>) {
  const groups = [...index.groups()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return groups.map(group => ({
    group,
    members: index
      .members(group.id)
      .map(({ row }) => row.id)
      .sort(),
  }))
}

describe('grouping, whatever comes', () => {
  it('[AG1] every alert stands in exactly one group', () => {
    fc.assert(
      fc.property(alerts, dependsOn, (put, declared) => {
        const members = told(put, declared).flatMap(group => group.members)
        expect(members.sort()).toEqual(put.map(({ row }) => row.id).sort())
      }),
    )
  })

  it('[AG1] the order of arrival does not matter', () => {
    const shuffled = alerts.chain(put =>
      fc.tuple(fc.constant(put), fc.shuffledSubarray([...put], { minLength: put.length })),
    )
    fc.assert(
      fc.property(shuffled, dependsOn, ([put, other], declared) => {
        expect(told(other, declared)).toEqual(told(put, declared))
      }),
    )
  })

  it('[AG1] many small changes come to the same as one reading of what is left', () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.array(someAlert, { maxLength: 6 }).map(put => ({ put, drop: [] as string[] })) },
      fc
        .array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 })
        .map(ids => ({ put: [], drop: ids.map(id => `a${id}`) })),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), dependsOn, (steps, declared) => {
        const index = openAlertIndex(declared)
        const left = new Map<string, StormAlert>()
        for (const change of steps) {
          for (const id of change.drop) left.delete(id)
          for (const each of change.put) left.set(each.row.id, each)
          index.apply(change)
        }
        expect(index.size).toBe(left.size)
        expect(seen(index)).toEqual(told([...left.values()], declared))
      }),
      { numRuns: 300 },
    )
  })

  it('[AG1] names every group that a change made other', () => {
    fc.assert(
      fc.property(alerts, fc.array(someAlert, { maxLength: 5 }), dependsOn, (before, put, declared) => {
        const index = openAlertIndex(declared)
        index.apply({ put: before, drop: [] })
        const old = new Map(index.groups().map(group => [group.id, JSON.stringify(group)]))
        const changed = index.apply({ put, drop: [] })
        for (const group of index.groups()) {
          if (!changed.has(group.id)) expect(JSON.stringify(group)).toBe(old.get(group.id))
        }
      }),
    )
  })

  it('[AG5] things are never more than the open rows, and none only where nothing is open', () => {
    fc.assert(
      fc.property(alerts, dependsOn, (put, declared) => {
        for (const { group } of told(put, declared)) {
          expect(group.things).toBeLessThanOrEqual(group.open)
          expect(group.things > 0).toBe(group.open > 0)
          expect(group.why.length).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('[AG14] other dependencies give what they would have given from the start', () => {
    fc.assert(
      fc.property(alerts, dependsOn, dependsOn, (put, before, after) => {
        const index = openAlertIndex(before)
        index.apply({ put, drop: [] })
        const old = new Map(index.groups().map(group => [group.id, JSON.stringify(seen(index))]))
        const changed = index.follow(after)
        expect(seen(index)).toEqual(told(put, after))
        for (const { id } of index.groups()) expect(old.has(id) || changed.has(id)).toBe(true)
        index.apply({ put: [], drop: put.slice(0, 5).map(({ row }) => row.id) })
        expect(seen(index)).toEqual(told(put.slice(5), after))
      }),
    )
  })
})
