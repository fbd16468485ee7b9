import { describe, expect, it } from 'vitest'
import { seenSince } from '../../../src/main/engine/storage/seen-alerts'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { hiding, person, prom, row, stormStage } from './stage'

const all = (stage: ReturnType<typeof stormStage>) =>
  seenSince(stage.store.db, 0).map(({ row: { externalId }, ...seen }) => ({ externalId, ...seen }))

describe('what is kept of alerts', () => {
  it('[SA9] when each was first and last seen and when it cleared, over a restart', async () => {
    const first = stormStage()
    const start = first.clock.now()
    first.storm.read(prom, [row('a'), row('b')], start)
    first.clock.advance(MINUTE)
    first.storm.read(prom, [row('a'), row('b')], first.clock.now())
    first.clock.advance(MINUTE)
    first.storm.read(prom, [row('b')], first.clock.now())
    const second = first.restart()
    const rest = { firstSeen: start, hiddenBy: null }
    expect(all(second)).toEqual([
      { externalId: 'b', ...rest, lastSeen: start + 2 * MINUTE, clearedAt: null },
      { externalId: 'a', ...rest, lastSeen: start + MINUTE, clearedAt: start + 2 * MINUTE },
    ])
  })

  it('[SA10] what cleared while nobody looked is cleared, as last seen then', async () => {
    const first = stormStage()
    const start = first.clock.now()
    first.storm.read(prom, [row('a')], start)
    const second = first.restart()
    // [KN1] Whether it still fires only its source can say.
    expect(second.storm.shown()).toMatchObject({ open: 1 })
    second.clock.advance(HOUR)
    second.storm.read(prom, [], start + HOUR)
    await second.storm.settled()
    expect(all(second)).toMatchObject([{ lastSeen: start, clearedAt: start + HOUR }])
  })

  it('[SA11] one that comes back after a restart was first seen when it was', async () => {
    const first = stormStage()
    const start = first.clock.now()
    first.storm.read(prom, [row('a')], start)
    const second = first.restart()
    second.storm.read(prom, [row('a', { state: 'acknowledged' })], start + MINUTE)
    expect(second.storm.groupSlice({ group: 'service:api', offset: 0, limit: 1 }).members[0]?.firstSeen).toBe(start)
    await second.storm.settled()
    expect(all(second)).toMatchObject([{ firstSeen: start, lastSeen: start + MINUTE }])
  })

  it('[SA11] one that a restart did not change is there again with the first reading', () => {
    const first = stormStage()
    first.storm.read(prom, [row('a')], first.clock.now())
    const { storm, clock } = first.restart()
    storm.read(prom, [row('a')], clock.now())
    expect(storm.shown()).toMatchObject({ groups: [{ id: 'service:api' }], open: 1 })
    expect(storm.find('prom/a')?.title).toBe('a')
  })

  it('[SA12] all of a storm, in batches; and a month later nothing of what cleared', async () => {
    const stage = stormStage()
    const rows = Array.from({ length: 1_000 }, (_, at) => row(`a${at}`))
    stage.storm.read(prom, rows, stage.clock.now())
    await stage.storm.settled()
    expect(all(stage)).toHaveLength(1_000)
    stage.storm.read(prom, [], stage.clock.now())
    stage.clock.advance(31 * 24 * HOUR)
    expect(all(stage.restart())).toEqual([])
  })

  it('[SA13] under which rule it was hidden', async () => {
    const { storm, store, clock } = stormStage()
    storm.read(prom, [row('a')], clock.now())
    const rule = hiding('api')
    storm.hide(rule, person('Dana'), clock.now())
    await storm.settled()
    expect(seenSince(store.db, 0)).toMatchObject([{ hiddenBy: rule.rule }])
  })
})

describe('[GT6] when the last alert of an incident cleared', () => {
  const page = { connection: 'pd' as ConnectionId, externalId: 'P1', title: '', service: null, url: null }
  const ofService = { services: ['API'], pages: [] }

  async function clearedAnHourAgo() {
    const stage = stormStage()
    const start = stage.clock.now()
    const pd = 'pd' as ConnectionId
    stage.storm.read(prom, [row('a'), row('b'), row('other', { service: 'search' })], start)
    stage.storm.read(pd, [row('P1', { id: 'pd/P1', connection: pd, origin: 'page', service: 'db' })], start)
    stage.storm.read(prom, [row('b'), row('other', { service: 'search' })], start + MINUTE)
    stage.storm.read(prom, [], start + 2 * MINUTE)
    stage.storm.read(pd, [], start + 3 * MINUTE)
    await stage.storm.settled()
    stage.clock.advance(HOUR)
    return { stage, start }
  }

  it('is known long after it left the list', async () => {
    const { stage, start } = await clearedAnHourAgo()
    stage.storm.read(prom, [row('new', { service: 'mail' })], stage.clock.now())
    expect(stage.storm.around(ofService)).toMatchObject({ firing: 0, clearedAt: start + 2 * MINUTE })
  })

  it('is known over a restart, by its service and by its PagerDuty incident', async () => {
    const { stage, start } = await clearedAnHourAgo()
    const { storm, clock } = stage.restart()
    expect(storm.around(ofService).clearedAt).toBe(start + 2 * MINUTE)
    expect(storm.around({ services: null, pages: [page] }).clearedAt).toBe(start + 3 * MINUTE)
    expect(storm.around({ services: ['mail'], pages: [] }).clearedAt).toBeNull()
    expect(storm.around({ services: null, pages: [] }).clearedAt).toBeNull()
    storm.read(prom, [row('c')], clock.now())
    storm.read(prom, [], clock.now() + MINUTE)
    expect(storm.around(ofService).clearedAt).toBe(clock.now() + MINUTE)
  })

  it('is of an older reading than what was noted before it was first asked for', async () => {
    const { stage, start } = await clearedAnHourAgo()
    const { storm, clock } = stage.restart()
    storm.read(prom, [row('c')], clock.now())
    storm.read(prom, [], clock.now() + MINUTE)
    expect(storm.around(ofService).clearedAt).toBe(clock.now() + MINUTE)
    expect(storm.around({ services: ['search'], pages: [] }).clearedAt).toBe(start + 2 * MINUTE)
  })
})
