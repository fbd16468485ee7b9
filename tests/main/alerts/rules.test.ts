import { describe, expect, it } from 'vitest'
import type { Storm } from '../../../src/main/engine/alerts/storm'
import { parseCall } from '../../../src/main/engine/dispatch'
import { HOUR } from '../../../src/shared/lib/time'
import { hiding, prom, row, stormStage } from './stage'

const nothing = { group: null, service: null, title: null, labels: {} }

describe('[AG8] noise rules', () => {
  it('hide a group, say who set them and when, and count what they hide', () => {
    const { storm, clock, told } = stormStage()
    storm.read(prom, [row('a'), row('b'), row('c', { service: 'db' })], clock.now())
    const rule = hiding('API', { reason: 'Canary of the old cluster' })
    expect(storm.hide(rule, 'Dana', clock.now()).ok).toBe(true)
    expect(told.at(-1)).toMatchObject({
      groups: [{ id: 'service:db' }],
      open: 3,
      hiding: [
        { rule: { setBy: 'Dana', setAt: clock.now(), reason: 'Canary of the old cluster' }, groups: 1, alerts: 2 },
      ],
    })
  })

  it('let a group back as soon as it holds something else', () => {
    const { storm, clock } = stormStage()
    const slow = row('a', { title: 'Slow' })
    storm.read(prom, [slow], clock.now())
    const match = { group: null, service: null, title: 'slow', labels: {} }
    storm.hide(hiding('', { match }), 'Dana', clock.now())
    expect(storm.shown()).toMatchObject({ groups: [], hiding: [{ groups: 1 }] })
    storm.read(prom, [slow, row('b', { title: 'Down' })], clock.now())
    expect(storm.shown()).toMatchObject({ groups: [{ open: 2 }], hiding: [{ groups: 0 }] })
  })

  it('end when their time is over, and say so to the screens', () => {
    const { storm, clock, told } = stormStage()
    storm.read(prom, [row('a')], clock.now())
    storm.hide(hiding('api', { until: clock.now() + HOUR }), 'Dana', clock.now())
    clock.advance(HOUR - 1)
    expect(told.at(-1)?.groups).toEqual([])
    clock.advance(1)
    expect(told.at(-1)).toMatchObject({ groups: [{ id: 'service:api' }], hiding: [] })
  })

  it('are ended by a person, who is named, and are there after a restart', () => {
    const first = stormStage()
    const [one, two] = [hiding('api'), hiding('db')]
    first.storm.hide(one, 'Dana', first.clock.now())
    first.storm.hide(two, 'Dana', first.clock.now())
    first.clock.advance(HOUR)
    first.storm.unhide({ rule: one.rule }, 'Fox', first.clock.now())
    const { storm, clock } = first.restart()
    expect(storm.all()).toMatchObject([{ id: one.rule, endedBy: 'Fox', endedAt: clock.now() }, { endedBy: null }])
    storm.read(prom, [row('a'), row('b', { service: 'db' })], clock.now())
    expect(storm.shown().groups.map(({ id }) => id)).toEqual(['service:api'])
  })

  it('are set once, however often a call comes; an unknown one cannot be ended, a past one not be set', () => {
    const { storm, clock } = stormStage()
    const rule = hiding('api')
    storm.hide(rule, 'Dana', clock.now())
    expect(storm.hide(rule, 'Fox', clock.now())).toMatchObject({ ok: true, value: { setBy: 'Dana' } })
    expect(storm.unhide({ rule: hiding('x').rule }, 'Fox', clock.now())).toMatchObject({ fault: { kind: 'not-found' } })
    const past = hiding('api', { until: clock.now() })
    expect(storm.hide(past, 'Dana', clock.now())).toMatchObject({ fault: { kind: 'refused' } })
    expect(storm.all()).toHaveLength(1)
  })

  it('take the place of another one, which ends with that', () => {
    const { storm, clock } = stormStage()
    storm.read(prom, [row('a'), row('b', { service: 'db' })], clock.now())
    const [old, next] = [hiding('api'), hiding('db')]
    storm.hide(old, 'Dana', clock.now())
    storm.hide({ ...next, replaces: old.rule }, 'Fox', clock.now())
    expect(storm.all()).toMatchObject([
      { id: old.rule, setBy: 'Dana', endedBy: 'Fox' },
      { id: next.rule, setBy: 'Fox', endedBy: null },
    ])
    expect(storm.shown()).toMatchObject({ groups: [{ id: 'service:api' }], hiding: [{ alerts: 1 }] })
    const lost = { ...hiding('x'), replaces: hiding('y').rule }
    expect(storm.hide(lost, 'Fox', clock.now())).toMatchObject({ fault: { kind: 'not-found' } })
  })

  it('hide an alert wherever it stands, and its group only with all that is in it', () => {
    const { storm, clock } = stormStage()
    storm.read(prom, [row('a'), row('dog', { cause: 'Watchdog' })], clock.now())
    const match = { ...nothing, matchers: [{ label: 'alertname', sign: '=', value: 'Watchdog' } as const] }
    const set = hiding('', { match })
    storm.hide(set, 'Dana', clock.now())
    expect(storm.shown()).toMatchObject({
      groups: [{ open: 2 }],
      hiding: [{ groups: 0, alerts: 1 }],
    })
    expect(hiddenRows(storm)).toEqual(['prom/dog'])
    storm.read(prom, [row('dog', { cause: 'Watchdog' })], clock.now())
    expect(storm.shown()).toMatchObject({ groups: [], open: 1, hiding: [{ groups: 1, alerts: 1 }] })
  })

  it('of a group hide what comes into it, and let go what leaves it', () => {
    const { storm, clock } = stormStage()
    storm.hide(hiding('', { match: { ...nothing, group: 'cause:nodedown' } }), 'Dana', clock.now())
    const burst = ['x', 'y', 'z'].map(service => row(service, { service, cause: 'NodeDown' }))
    storm.read(prom, burst.slice(0, 2), clock.now())
    expect(hiddenRows(storm)).toEqual([])
    storm.read(prom, burst, clock.now())
    expect(hiddenRows(storm)).toEqual(['prom/x', 'prom/y', 'prom/z'])
  })

  it('[AG13] are shown with what they would hide before they are set', () => {
    const { storm, clock } = stormStage()
    storm.read(prom, [row('a'), row('b', { urgency: 'critical' }), row('c', { service: 'db' })], clock.now())
    const preview = storm.preview({ ...nothing, matchers: [{ label: 'service', sign: '=~', value: 'a.i' }] })
    expect(preview).toMatchObject({ alerts: 2, open: 3, groups: 1 })
    expect(preview.first.map(({ id }) => id)).toEqual(['prom/b', 'prom/a'])
    expect(storm.shown().hiding).toEqual([])
  })

  it('[AG11] with a pattern that cannot be read, or with nothing but what all alerts fulfil, are refused', () => {
    const asked = (matchers: readonly object[]) => parseCall('alerts:preview', { match: { ...nothing, matchers } })
    expect(asked([{ label: 'env', sign: '=~', value: '(a' }])).toMatchObject({
      fault: { kind: 'invalid-input', message: expect.stringContaining('a group is not closed: “)” is missing') },
    })
    expect(asked([{ label: 'env', sign: '!=', value: 'x' }]).ok).toBe(false)
    expect(asked([{ label: 'no name', sign: '=', value: 'x' }]).ok).toBe(false)
    expect(asked([{ label: 'env', sign: '=', value: 'x' }]).ok).toBe(true)
  })

  it('that would hide everything are refused at the door', () => {
    const match = { group: null, service: null, title: null, labels: {} }
    expect(parseCall('alerts:hide', hiding('', { match }))).toMatchObject({
      ok: false,
      fault: { kind: 'invalid-input', field: 'match', message: expect.stringContaining('hide everything') },
    })
    expect(parseCall('alerts:hide', hiding('api', { reason: ' ' })).ok).toBe(false)
  })
})

function hiddenRows({ first }: Pick<Storm, 'first'>): readonly string[] {
  const { rows } = first({ order: 'newest', limit: 300 })
  return rows.flatMap(({ id, hiddenBy }) => (hiddenBy === undefined ? [] : [id])).sort()
}
