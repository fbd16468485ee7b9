import { describe, expect, it } from 'vitest'
import type { AlertStore } from '../../../src/main/engine/alerts/alert-store'
import { parseCall } from '../../../src/main/engine/sessions/dispatch'
import { beginOwnStream } from '../../../src/main/engine/workspace/own-stream'
import { HOUR } from '../../../src/shared/lib/time'
import { keptLogger } from '../../support/kept-logger'
import { hiding, person, prom, row, stormStage } from './stage'

const [dana, fox] = [person('Dana'), person('Fox')]

const nothing = { group: null, service: null, title: null, labels: {} }

describe('[AG8] noise rules', () => {
  it('hide a group, say who set them and when, and count what they hide', () => {
    const { storm, clock, told } = stormStage()
    storm.read(prom, [row('a'), row('b'), row('c', { service: 'db' })], clock.now())
    const rule = hiding('API', { reason: 'Canary of the old cluster' })
    expect(storm.hide(rule, dana, clock.now()).ok).toBe(true)
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
    storm.hide(hiding('', { match }), dana, clock.now())
    expect(storm.shown()).toMatchObject({ groups: [], hiding: [{ groups: 1 }] })
    storm.read(prom, [slow, row('b', { title: 'Down' })], clock.now())
    expect(storm.shown()).toMatchObject({ groups: [{ open: 2 }], hiding: [{ groups: 0 }] })
  })

  it('end when their time is over, and say so to the screens', () => {
    const { storm, clock, told } = stormStage()
    storm.read(prom, [row('a')], clock.now())
    storm.hide(hiding('api', { until: clock.now() + HOUR }), dana, clock.now())
    clock.advance(HOUR - 1)
    expect(told.at(-1)?.groups).toEqual([])
    clock.advance(1)
    expect(told.at(-1)).toMatchObject({ groups: [{ id: 'service:api' }], hiding: [] })
  })

  it('are ended by a person, who is named, and are there after a restart', () => {
    const first = stormStage()
    const [one, two] = [hiding('api'), hiding('db')]
    first.storm.hide(one, dana, first.clock.now())
    first.storm.hide(two, dana, first.clock.now())
    first.clock.advance(HOUR)
    first.storm.unhide({ rule: one.rule }, fox, first.clock.now())
    const { storm, clock } = first.restart()
    expect(storm.all()).toMatchObject([{ id: one.rule, endedBy: 'Fox', endedAt: clock.now() }, { endedBy: null }])
    storm.read(prom, [row('a'), row('b', { service: 'db' })], clock.now())
    expect(storm.shown().groups.map(({ id }) => id)).toEqual(['service:api'])
  })

  it('are set once, however often a call comes; an unknown one cannot be ended, a past one not be set', () => {
    const { storm, clock } = stormStage()
    const rule = hiding('api')
    storm.hide(rule, dana, clock.now())
    expect(storm.hide(rule, fox, clock.now())).toMatchObject({ ok: true, value: { setBy: 'Dana' } })
    expect(storm.unhide({ rule: hiding('x').rule }, fox, clock.now())).toMatchObject({ fault: { kind: 'not-found' } })
    const past = hiding('api', { until: clock.now() })
    expect(storm.hide(past, dana, clock.now())).toMatchObject({ fault: { kind: 'refused' } })
    expect(storm.all()).toHaveLength(1)
  })

  it('take the place of another one, which ends with that', () => {
    const { storm, clock } = stormStage()
    storm.read(prom, [row('a'), row('b', { service: 'db' })], clock.now())
    const [old, next] = [hiding('api'), hiding('db')]
    storm.hide(old, dana, clock.now())
    storm.hide({ ...next, replaces: old.rule }, fox, clock.now())
    expect(storm.all()).toMatchObject([
      { id: old.rule, setBy: 'Dana', endedBy: 'Fox' },
      { id: next.rule, setBy: 'Fox', endedBy: null },
    ])
    expect(storm.shown()).toMatchObject({ groups: [{ id: 'service:api' }], hiding: [{ alerts: 1 }] })
    const lost = { ...hiding('x'), replaces: hiding('y').rule }
    expect(storm.hide(lost, fox, clock.now())).toMatchObject({ fault: { kind: 'not-found' } })
  })

  it('hide an alert wherever it stands, and its group only with all that is in it', () => {
    const { storm, clock } = stormStage()
    storm.read(prom, [row('a'), row('dog', { cause: 'Watchdog' })], clock.now())
    const match = { ...nothing, matchers: [{ label: 'alertname', sign: '=', value: 'Watchdog' } as const] }
    const set = hiding('', { match })
    storm.hide(set, dana, clock.now())
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
    storm.hide(hiding('', { match: { ...nothing, group: 'cause:nodedown' } }), dana, clock.now())
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
      fault: { kind: 'invalid-input', field: 'match', message: expect.stringContaining('suppress every alert') },
    })
    expect(parseCall('alerts:hide', hiding('api', { reason: ' ' })).ok).toBe(false)
  })
})

describe('[AG15] a change of a noise rule', () => {
  it('is an event of the folder’s own stream, with who, when and why', () => {
    const { storm, clock, ledger } = stormStage()
    const [old, next] = [hiding('api', { reason: 'Canary' }), hiding('api', { reason: 'Canary, all of it' })]
    storm.hide(old, dana, clock.now())
    clock.advance(HOUR)
    storm.hide({ ...next, replaces: old.rule }, fox, clock.now())
    clock.advance(HOUR)
    storm.unhide({ rule: next.rule }, dana, clock.now())
    const rules = ledger.events(ledger.workspace, 0, 10).filter(({ kind }) => kind !== 'person-named')
    const told = rules.map(({ kind, at, by }) => [kind, at, by])
    expect(told).toEqual([
      ['suppression-rule-set', clock.now() - 2 * HOUR, dana],
      ['suppression-rule-set', clock.now() - HOUR, fox],
      ['suppression-rule-ended', clock.now(), dana],
    ])
    expect(storm.all()).toMatchObject([
      { id: old.rule, setBy: 'Dana', endedBy: 'Fox', replacedBy: next.rule },
      { id: next.rule, setBy: 'Fox', endedBy: 'Dana', replaces: old.rule },
    ])
  })

  it('by the second of two windows is refused and says by whom it was changed or ended; nothing changes', () => {
    const { storm, clock } = stormStage()
    const [first, second] = [hiding('api'), hiding('db')]
    storm.hide(first, dana, clock.now())
    storm.hide(second, dana, clock.now())
    storm.hide({ ...hiding('api'), replaces: first.rule }, fox, clock.now())
    storm.unhide({ rule: second.rule }, fox, clock.now())
    const before = storm.all()
    const change = (rule: typeof first) => storm.hide({ ...hiding('x'), replaces: rule.rule }, dana, 5)
    expect(change(first)).toMatchObject({
      fault: { kind: 'conflict', code: 'noise-rule-changed', values: { who: 'Fox' } },
    })
    expect(change(second)).toMatchObject({
      fault: { kind: 'conflict', code: 'noise-rule-ended', values: { who: 'Fox' } },
    })
    // What it hid is hidden by another rule now: ending the old one would show nothing.
    expect(storm.unhide({ rule: first.rule }, dana, 5)).toMatchObject({ fault: { code: 'noise-rule-changed' } })
    expect(storm.unhide({ rule: second.rule }, dana, 5)).toMatchObject({ ok: true, value: { endedBy: 'Fox' } })
    expect(storm.all()).toEqual(before)
  })

  it('that the disk refuses changes nothing', () => {
    const { storm, store, clock } = stormStage()
    store.db.exec("CREATE TEMP TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    expect(storm.hide(hiding('api'), dana, clock.now())).toMatchObject({ ok: false })
    expect([storm.all(), storm.shown().hiding]).toEqual([[], []])
  })

  it('before it was one stands as it was: carried over once, whatever is killed in between', () => {
    const { store, ledger, storm, clock, restart } = stormStage()
    const rule = {
      ...hiding('api'),
      id: 'old-rule',
      rule: undefined,
      setBy: 'Dana',
      setAt: 7,
      endedAt: null,
      endedBy: null,
    }
    store.db.prepare('INSERT INTO noiseRule (id, rule) VALUES (?, ?)').run(rule.id, JSON.stringify(rule))
    const rows = () => store.db.prepare('SELECT * FROM noiseRule').all()
    const before = rows()
    const begin = (from: Pick<typeof first, 'store' | 'ledger'>) =>
      beginOwnStream({ ...from, logger: keptLogger(), now: clock.now(), asks: true })
    store.db.exec("CREATE TEMP TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'killed'); END")
    begin({ store, ledger })
    expect(storm.all()).toEqual([])
    store.db.exec('DROP TRIGGER full')
    for (let start = 0; start < 2; start += 1) begin({ store, ledger })
    expect(rows()).toEqual(before)
    const first = restart()
    begin(first)
    expect(first.storm.all()).toMatchObject([{ id: 'old-rule', setBy: 'Dana', setAt: 7 }])
    first.storm.read(prom, [row('a')], clock.now())
    expect(first.storm.shown()).toMatchObject({ groups: [], hiding: [{ alerts: 1 }] })
    const carried = first.ledger.events(first.ledger.workspace, 0, 10).map(({ kind }) => kind)
    expect(carried).toEqual(['workspace-begun', 'suppression-rules-carried'])
  })
})

function hiddenRows({ first }: Pick<AlertStore, 'first'>): readonly string[] {
  const { rows } = first({ order: 'newest', limit: 300 })
  return rows.flatMap(({ id, hiddenBy }) => (hiddenBy === undefined ? [] : [id])).sort()
}
