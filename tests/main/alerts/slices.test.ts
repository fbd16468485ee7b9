import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openSlices } from '../../../src/main/engine/alerts/slices'
import { seenSince } from '../../../src/main/engine/storage/seen-alerts'
import { prom, row, stormStage } from './stage'

const MANY = 5_000
const rows = (state: 'firing' | 'acknowledged' = 'firing') =>
  Array.from({ length: MANY }, (_, at) => row(`a${at}`, { state, service: `s${at % 40}` }))

describe('[SA19] a storm', () => {
  it('lets others go in between, and is told once, when all of it is there', async () => {
    const { storm, clock, told } = stormStage()
    let turns = 0
    let taken = false
    storm.read(prom, rows(), clock.now(), () => {
      taken = true
    })
    while (!taken) {
      expect(told.every(({ open }) => open === MANY)).toBe(true)
      await nextTurn()
      turns += 1
    }
    expect(turns).toBeGreaterThanOrEqual(4)
    expect(told).toMatchObject([{ open: MANY, firing: MANY }])
  })

  it('is taken at once where it is small, or brings little', () => {
    const { storm, clock, told } = stormStage()
    let taken = 0
    storm.read(prom, [row('a'), row('b')], clock.now(), () => {
      taken += 1
    })
    expect([taken, told.length]).toEqual([1, 1])
  })

  it('of one connection waits for the one before it, and the last counts', async () => {
    const { storm, clock } = stormStage()
    storm.read(prom, rows(), clock.now())
    storm.read(prom, rows('acknowledged').slice(1), clock.now() + 1)
    await storm.settled()
    expect(storm.shown()).toMatchObject({ open: MANY - 1, firing: 0 })
    expect([storm.find('prom/a0'), storm.find('prom/a1')?.state]).toEqual([undefined, 'acknowledged'])
    expect(storm.readAt(prom)).toBe(clock.now() + 1)
  })

  it('counts an id that comes twice once, as it came last', async () => {
    const { storm, clock } = stormStage()
    const all = rows()
    storm.read(prom, all, clock.now())
    await storm.settled()
    storm.read(prom, [row('a0', { state: 'acknowledged' }), ...all.slice(1), ...all.slice(0, 1)], clock.now())
    await storm.settled()
    expect(storm.find('prom/a0')?.state).toBe('firing')
    expect(storm.shown()).toMatchObject({ open: MANY })
  })

  it('of a connection that is removed meanwhile is gone', async () => {
    const { storm, clock } = stormStage()
    storm.read(prom, rows(), clock.now())
    storm.keepOnly([])
    await storm.settled()
    expect(storm.shown()).toMatchObject({ open: 0 })
    expect(storm.openAt(prom)).toBe(0)
  })

  it('is on disk whole where the engine stops in its midst', () => {
    const stage = stormStage()
    stage.storm.read(prom, rows(), stage.clock.now())
    const { store } = stage.restart()
    expect(seenSince(store.db, 0)).toHaveLength(MANY)
  })
})

describe('slices', () => {
  it('goes on after a job that throws', async () => {
    const slices = openSlices()
    const done: string[] = []
    // biome-ignore lint/correctness/useYield: it is over before it comes to one
    const broken = function* () {
      throw new Error('broken')
    }
    expect(() => slices.run(broken())).toThrow('broken')
    slices.run(
      (function* () {
        done.push('first')
        yield undefined
        done.push('last')
      })(),
    )
    expect(done).toEqual(['first'])
    await slices.idle()
    expect(done).toEqual(['first', 'last'])
  })
})
