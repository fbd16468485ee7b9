import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ResponderId } from '../../../src/shared/domain/ids'
import type { FactNow } from '../../../src/shared/domain/method/facts-now'
import { type GateSituation, gateNow } from '../../../src/shared/domain/method/gate'
import { gateMeasures } from '../../../src/shared/domain/method/method-measures'
import { type PanelFact, panelFacts } from '../../../src/shared/domain/method/panel-meaning'
import type { Actor } from '../../../src/shared/domain/people'
import type { GateWord } from '../../../src/shared/domain/resolution'
import { severities } from '../../../src/shared/domain/severity'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { shippedRules } from '../../support/shipped-method'

const now = 100 * HOUR
const { gate, levels } = shippedRules.rules
const person = (id: string): Actor => ({ kind: 'person', responder: { id: id as ResponderId, name: id } })
const word = (answer: GateWord['answer'], who = 'ada'): GateWord => ({ answer, note: '', by: person(who), at: now })

function fact(kind: PanelFact, state: FactNow['state'], normalFor = HOUR): FactNow {
  return {
    ...{ fact: kind, baseline: null, times: 1.5, limit: 5, panel: kind, title: kind, unit: 'percent', value: 1 },
    ...{ at: now, current: state !== 'unknown', usual: null, counted: 1, state },
    normalSince: state === 'normal' ? now - normalFor : null,
  }
}

const all = (state: FactNow['state'], normalFor?: number) => panelFacts.map(kind => fact(kind, state, normalFor))

function situation(change: Partial<GateSituation> = {}): GateSituation {
  return {
    ...{ gate, stable: 30, words: {}, techLead: null, facts: [], lastReportAt: null, clockSets: [], now, promises: [] },
    alerts: { unknown: null, firing: 0, first: '', clearedAt: null },
    ...change,
  }
}

const stateOf = (id: string, change: Partial<GateSituation>) =>
  gateNow(situation(change)).criteria.find(one => one.id === id)

/** By criterion: what makes it hold, what breaks it, and what leaves it open. */
const rows: readonly (readonly [string, Partial<GateSituation>, Partial<GateSituation>, Partial<GateSituation>])[] = [
  ...(
    [
      ['error-rate', 'errors'],
      ['latency', 'p95'],
      ['latency', 'latency'],
      ['resources', 'resources'],
      ['business', 'business'],
      ['monitoring', 'resources'],
    ] as const
  ).map(
    ([id, kind]) =>
      [
        id,
        { facts: [fact(kind, 'normal')] },
        { facts: [fact(kind, 'off')] },
        { facts: [fact(kind, 'unknown')] },
      ] as const,
  ),
  [
    'alerts',
    {},
    { alerts: { unknown: 'not-read', firing: 1, first: 'High', clearedAt: null } },
    { alerts: { unknown: 'not-read', firing: 0, first: '', clearedAt: null } },
  ],
  ['reports', { lastReportAt: now - 30 * MINUTE }, { lastReportAt: now - 29 * MINUTE }, {}],
  ['stable', { facts: all('normal', 30 * MINUTE) }, { facts: all('normal', 29 * MINUTE) }, { facts: all('unknown') }],
  [
    'tech-lead',
    { words: { 'tech-lead': word('met') }, techLead: 'ada' },
    { words: { 'tech-lead': word('unmet') }, techLead: 'ada' },
    { words: { 'tech-lead': word('met', 'bo') }, techLead: 'ada' },
  ],
  ...['health-checks', 'tickets', 'tried-out', 'dependencies'].map(
    id => [id, { words: { [id]: word('met') } }, { words: { [id]: word('unmet') } }, {}] as const,
  ),
]

describe('[GT4] the criteria of the resolution gate', () => {
  it.each(rows)('%s: holds, does not hold, or has to be said', (id, good, bad, open) => {
    expect([stateOf(id, good)?.state, stateOf(id, bad)?.state, stateOf(id, open)?.state]).toEqual([
      'green',
      'red',
      'say',
    ])
  })

  it('are all of the data, in its order, for every severity', () => {
    const known = new Set(rows.map(([id]) => id))
    expect(gate.map(({ id }) => id).filter(id => !known.has(id))).toEqual([])
    expect(gateNow(situation()).criteria.map(({ id }) => id)).toEqual(gate.map(({ id }) => id))
    for (const severity of severities) expect(levels[severity].stable).toBe(30)
    for (const measure of gateMeasures) expect(gate.some(({ by }) => by === measure)).toBe(true)
  })

  it('without any source nothing measured holds', () => {
    const { green, criteria } = gateNow(
      situation({ alerts: { unknown: 'no-services', firing: 0, first: '', clearedAt: null } }),
    )
    expect(green).toBe(0)
    expect(criteria.every(({ state }) => state === 'say')).toBe(true)
  })
})

it('[GT4] an alert that fires by a source that is not read now does not hold, and says so beside it', () => {
  const firing = { firing: 1, first: 'High', clearedAt: null }
  const notRead = { kind: 'alerts-unknown', why: 'not-read' }
  const old = { facts: all('normal'), alerts: { ...firing, unknown: 'not-read' as const } }
  const alerts = { kind: 'alerts', firing: 1, first: 'High' }
  const stable = { kind: 'stable', since: null, minutes: 30 }
  expect(stateOf('alerts', old)).toMatchObject({ state: 'red', evidence: [alerts, notRead] })
  expect(stateOf('stable', old)).toMatchObject({ state: 'red', evidence: [stable, notRead] })
  const fresh = { facts: all('normal'), alerts: { ...firing, unknown: null } }
  expect(stateOf('alerts', fresh)?.evidence).toEqual([alerts])
  expect(stateOf('stable', fresh)?.evidence).toEqual([stable])
})

describe('[GT5] what a person says', () => {
  it('does not make green what is measured red, and may make red what is measured green', () => {
    const off = { facts: [fact('errors', 'off')], words: { 'error-rate': word('met') } }
    expect(stateOf('error-rate', off)).toMatchObject({ state: 'red', evidence: [{ kind: 'word' }, { kind: 'facts' }] })
    const normal = { facts: [fact('errors', 'normal')], words: { 'error-rate': word('unmet') } }
    expect(stateOf('error-rate', normal)?.state).toBe('red')
    expect(stateOf('error-rate', { words: { 'error-rate': word('met') } })?.state).toBe('green')
  })

  it('confirms for the tech lead only when it is the tech lead; another one is named', () => {
    const said = { words: { 'tech-lead': word('met', 'bo') } }
    expect(stateOf('tech-lead', { ...said, techLead: 'bo' })).toMatchObject({ state: 'green' })
    expect(stateOf('tech-lead', said)).toMatchObject({ state: 'say', evidence: [{ kind: 'word', counts: false }] })
  })
})

describe('[GT6] stability', () => {
  it('counts from the last value that was not normal and from the last alert, the later of both', () => {
    const facts = [fact('errors', 'normal', 40 * MINUTE), fact('p95', 'normal', 20 * MINUTE)]
    expect(stateOf('stable', { facts })).toMatchObject({ state: 'red', until: now + 10 * MINUTE })
    const alerts = { unknown: null, firing: 0, first: '', clearedAt: now - 3 * MINUTE }
    expect(gateNow(situation({ facts, alerts })).until).toBe(now + 27 * MINUTE)
    expect(stateOf('stable', { facts: all('normal'), stable: 120 })?.until).toBe(now + 60 * MINUTE)
    expect(stateOf('stable', { facts: all('off') })).toMatchObject({ state: 'red', until: null })
    expect(stateOf('stable', { facts, alerts: { ...alerts, unknown: 'not-read' } })?.state).toBe('say')
  })

  it('by chance: time alone never makes it worse, and what holds waits for nothing', () => {
    const state = fc.constantFrom('normal' as const, 'off' as const, 'unknown' as const)
    const some = fc.array(fc.tuple(fc.constantFrom(...panelFacts), state, fc.nat(7_200_000)))
    fc.assert(
      fc.property(some, fc.option(fc.nat(7_200_000)), fc.nat(7_200_000), (facts, cleared, later) => {
        const known = {
          facts: facts.map(([kind, is, span]) => fact(kind, is, span)),
          alerts: { unknown: null, firing: 0, first: '', clearedAt: cleared === null ? null : now - cleared },
        }
        const before = gateNow(situation(known))
        expect(gateNow(situation({ ...known, now: now + later })).green).toBeGreaterThanOrEqual(before.green)
        for (const one of before.criteria) if (one.state === 'green') expect(one.until).toBe(null)
      }),
    )
  })
})

describe('[CW8] a clock that is set', () => {
  const isGreen = (id: string, change: Partial<GateSituation>) => stateOf(id, change)?.state === 'green'
  const jump = fc.integer({ min: -5 * HOUR, max: 5 * HOUR }).filter(by => by !== 0)

  it.each(['stable', 'reports'])('forward makes “%s” hold after the minutes that have passed, not at once', id => {
    const since = now - 5 * MINUTE
    const known = { facts: all('normal', 5 * MINUTE), lastReportAt: since }
    const set = { at: now + 40 * MINUTE, by: 40 * MINUTE }
    const after = (minutes: number) => ({ ...known, clockSets: [set], now: set.at + minutes * MINUTE })
    expect(isGreen(id, { ...known, now: set.at })).toBe(true)
    expect([0, 24, 25].map(minutes => isGreen(id, after(minutes)))).toEqual([false, false, true])
  })

  it('never makes it hold before as much time has passed, however often and wherever it is set', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(jump, fc.nat({ max: 6 * MINUTE })), { maxLength: 4 }),
        fc.nat(4),
        (steps, first) => {
          let [clock, passed, lastReportAt] = [now, 0, now]
          const clockSets: { readonly at: number; readonly by: number }[] = []
          for (const [index, [by, after]] of steps.entries()) {
            if (index === first) [passed, lastReportAt] = [0, clock]
            clock += after + by
            passed += after
            clockSets.push({ at: clock, by })
          }
          const after = { lastReportAt, clockSets, now: clock }
          if (passed < 30 * MINUTE) expect(isGreen('reports', after)).toBe(false)
          const longest = Math.max(clock, lastReportAt) + 31 * MINUTE
          expect(isGreen('reports', { ...after, now: longest })).toBe(true)
        },
      ),
    )
  })
})

describe('[GT15] the SLOs of the catalogue', () => {
  const api = { service: 'payments-api', objective: { availability: 99.9, errors: 0.5, latency: 500 } }
  const slow = (change: Partial<FactNow> = {}): FactNow => ({
    ...{ ...fact('p95', 'normal'), limit: null, baseline: 'yesterday', usual: 0.6, unit: 'seconds', value: 0.6 },
    ...change,
  })
  const latency = (change: Partial<GateSituation>) => stateOf('latency', change)

  it('stand beside what is measured, each with what it says of it', () => {
    const promises = [api, { service: 'search', objective: {} }]
    const facts = [fact('errors', 'normal'), fact('p95', 'normal')]
    expect(stateOf('error-rate', { facts, promises })?.evidence).toEqual([
      { kind: 'facts', facts: [facts[0]] },
      { kind: 'promises', promises: [{ ...api, objective: { availability: 99.9, errors: 0.5 } }], over: false },
    ])
    expect(latency({ facts, promises })?.evidence[1]).toEqual({
      ...{ kind: 'promises', promises: [{ ...api, objective: { latency: 500 } }], over: false },
    })
    expect(stateOf('resources', { facts: all('normal'), promises })?.evidence).toHaveLength(1)
    expect(latency({ facts, promises: [{ service: 'search', objective: {} }] })?.evidence).toHaveLength(1)
  })

  it('leave it to a person where a panel that is as usual is over all of them', () => {
    const facts = [slow()]
    expect(latency({ facts, promises: [api] })).toMatchObject({ state: 'say', evidence: [{}, { over: true }] })
    expect(latency({ facts, promises: [api], words: { latency: word('met') } })?.state).toBe('green')
    expect(latency({ facts: [slow({ value: 0.5 })], promises: [api] })?.state).toBe('green')
    const errors = { ...fact('errors', 'normal'), limit: null, unit: 'ratio', value: 0.006, counted: 0.6 }
    expect(stateOf('error-rate', { facts: [errors], promises: [api] })?.state).toBe('say')
  })

  it.each<readonly [string, Partial<FactNow>, GateSituation['promises']]>([
    ['one of the services has none', {}, [api, { service: 'search', objective: {} }]],
    ['one of the services has a looser one', {}, [api, { service: 'search', objective: { latency: 900 } }]],
    ['the panel has its own', { limit: 1 }, [api]],
    ['the panel counts something else', { unit: 'count' }, [api]],
    ['it is another latency than p95', { fact: 'latency' }, [api]],
  ])('change nothing where %s', (_, change, promises) => {
    expect(latency({ facts: [slow(change)], promises })?.state).toBe('green')
  })

  it('make nothing green, and leave what is off as it is', () => {
    expect(latency({ facts: [slow({ state: 'off' })], promises: [api] })?.state).toBe('red')
    expect(latency({ facts: [], promises: [api] })?.state).toBe('say')
    expect(latency({ facts: [slow({ state: 'unknown', current: false })], promises: [api] })).toMatchObject({
      ...{ state: 'say', evidence: [{}, { over: false }] },
    })
  })
})
