import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { promptEvidence } from '../../../src/shared/contract/figures/prompt-evidence'
import type { EventId, StrategyId } from '../../../src/shared/domain/ids'
import type { FactNow } from '../../../src/shared/domain/method/facts-now'
import {
  type HeldTriggers,
  heldNow,
  promptNow,
  type TriggerNow,
  triggersNow,
  type WatchedIncident,
} from '../../../src/shared/domain/method/prompt-rules'
import { isRaised, severities } from '../../../src/shared/domain/severity'
import type { SeverityPrompt } from '../../../src/shared/domain/severity-prompts'
import { MINUTE, type Millis } from '../../../src/shared/lib/time'
import { ada, minute } from '../../support/folded-incident'
import { shippedMethod } from '../../support/shipped-method'

const method = shippedMethod().current().method.severity
const start = minute(0)

const calm: WatchedIncident = {
  ...{ severity: 'SEV-2', status: 'investigating', calmSince: null, services: null, reports: [], figuresStated: [] },
  ...{ severityPrompts: [], severitySince: start, servicesThen: null, clockSets: [] },
}

function panel(fact: FactNow['fact'], value: number, more: Partial<FactNow> = {}): FactNow {
  return {
    ...{ fact, baseline: null, times: 2, limit: 1, panel: fact, title: `Panel of ${fact}`, unit: 'percent' },
    ...{ value, counted: value, at: start, current: true, usual: null, state: 'off', normalSince: null },
    ...more,
  }
}

const quiet = [panel('errors', 0.1), panel('users', 0.2)]

function report(after: number, count: number, source = 'support', text = '') {
  const raised = { by: ada, at: minute(after) }
  return {
    ...{ id: `r${after}` as StrategyId, entry: null, source, text, count, raised },
    ...{ key: `k${after}` as EventId, retracted: null },
  }
}

const at = (after: number, incident: Partial<WatchedIncident> = {}, facts: readonly FactNow[] = []) =>
  triggersNow({ incident: { ...calm, ...incident }, method, facts, now: minute(after) })
const named = (triggers: readonly TriggerNow[]) =>
  triggers.map(({ direction, trigger, severity }) => `${direction} ${trigger} ${severity}`)

describe('[RS5] each watched reason of the method that ships', () => {
  it.each<[string, string, number, Partial<WatchedIncident>, readonly FactNow[]]>([
    ['worse', 'raise worse SEV-1', 0, {}, [panel('errors', 60)]],
    ['longer', 'raise longer SEV-1', 120, {}, []],
    ['more-services', 'raise more-services SEV-1', 0, { services: ['a', 'b'], servicesThen: 1 }, []],
    ['complaints', 'raise complaints SEV-1', 20, { reports: [report(1, 5), report(10, 20)] }, []],
    ['press', 'raise press SEV-1', 20, { reports: [report(10, 1, 'Twitter')] }, []],
    ['less-impact', 'lower less-impact SEV-4', 0, {}, quiet],
    ['mitigated', 'lower mitigated SEV-3', 30, { status: 'monitoring', calmSince: minute(15) }, []],
    ['fewer-users', 'lower fewer-users SEV-4', 0, {}, [panel('users', 0.2)]],
  ])('%s fits what it is about, and nothing of a calm incident', (_, words, after, incident, facts) => {
    expect(named(at(after, incident, facts))).toContain(words)
    expect(at(0)).toEqual([])
    expect(at(after, { ...incident, status: 'resolved' }, facts)).toEqual([])
  })

  it('[CW8] is not offered for minutes that a set clock skipped', () => {
    const clockSets = [{ at: minute(70), by: 60 * MINUTE }]
    expect(named(at(71, { status: 'monitoring', calmSince: minute(9), clockSets }))).not.toContain(
      'lower mitigated SEV-3',
    )
    expect(named(at(85, { status: 'monitoring', calmSince: minute(9), clockSets }))).toContain('lower mitigated SEV-3')
    expect(named(at(121, { clockSets }))).not.toContain('raise longer SEV-1')
  })

  it('has words for each of them that say what it goes by', () => {
    const known = { facts: [panel('errors', 60)], stated: [], since: minute(27), now: minute(30) }
    const said = (after: number, incident: Partial<WatchedIncident>, facts: readonly FactNow[] = []) => {
      const [first] = at(after, incident, facts)
      return first && promptEvidence(first, { ...known, facts }).replaceAll('\u202f', ' ')
    }
    expect(said(30, {}, [panel('errors', 60)])).toBe('Panel of errors: 60 %, more than 50 %, for 3 min')
    expect(said(30, {}, quiet)).toBe('Panel of errors: 0.1 %, Panel of users: 0.2 %, for 3 min')
    expect(said(30, { status: 'monitoring', calmSince: minute(10) })).toBe('monitoring for 20 min')
    expect(said(30, { services: ['api', 'web'], servicesThen: 1 })).toBe('api, web; 1 before')
    const reports = [report(25, 30), report(26, 2, 'social media')]
    expect(said(30, { reports })).toBe('32 customers within 15 min (support, social media)')
    const endless = [
      report(25, 30, 'x'.repeat(80)),
      ...Array.from({ length: 30 }, (_, i) => report(i, 9, `${i}`.repeat(40))),
    ]
    expect(said(30, { reports: endless })?.length).toBeLessThanOrEqual(500)
  })
})

describe('[RS6] what fits', () => {
  it('offers each severity up to the one that rules point to, the furthest first', () => {
    expect(named(at(0, { severity: 'SEV-4' }, [panel('errors', 60)])).slice(0, 3)).toEqual([
      ...['raise worse SEV-1', 'raise worse SEV-2', 'raise worse SEV-3'],
    ])
    expect(at(500, { severity: 'SEV-1', services: ['a', 'b'], servicesThen: 0 }, [panel('errors', 60)])).toEqual([])
  })

  it.each<[string, Partial<FactNow>]>([
    ['old', { current: false }],
    ['without a value', { value: null, counted: null }],
  ])('is never a value that is %s, and such a panel keeps every lower severity back', (_, gone) => {
    expect(named(at(0, {}, [panel('errors', 60, gone)]))).toEqual([])
    expect(named(at(0, {}, [...quiet, panel('revenue', 5, gone)]))).toEqual([])
    const monitored = { status: 'monitoring', calmSince: start } as const
    expect(named(at(30, monitored, [panel('errors', 0, gone)]))).toEqual([])
  })

  it('is nothing lower while rules point to this severity, or what has to be known is not', () => {
    expect(named(at(30, { status: 'monitoring', calmSince: start }, [panel('errors', 12)]))).toEqual([])
    expect(named(at(0, {}, [panel('errors', 0.1)]))).toEqual([])
    expect(at(900, { severity: 'SEV-4', status: 'monitoring', calmSince: start }, quiet)).toEqual([])
  })

  it('counts what people stated too, to raise at once and to lower only if it was said of this severity', () => {
    const stated = (value: number, after: number) => ({
      ...{ figure: 'users-share' as const, value, currency: null, since: start, source: '', key: 's' as EventId },
      stated: { by: ada, at: minute(after) },
    })
    expect(named(at(0, { figuresStated: [stated(60, -50)] }))).toContain('raise worse SEV-1')
    expect(named(at(0, { figuresStated: [stated(0.5, -50)] }))).toEqual([])
    expect(named(at(5, { figuresStated: [stated(0.5, 3)] }))).toContain('lower fewer-users SEV-4')
    expect(named(at(0, { figuresStated: [stated(60, -50)] }, [panel('users', 20)]))).toEqual([])
  })

  it('is the next severity after it was mitigated, unless a rule points further', () => {
    const monitored = { severity: 'SEV-1', status: 'monitoring', calmSince: start } as const
    expect(named(at(30, monitored, [panel('errors', 0.1)]))).toEqual(['lower mitigated SEV-2'])
    expect(named(at(30, monitored, [panel('errors', 2)]))).toEqual(['lower mitigated SEV-3', 'lower mitigated SEV-2'])
  })

  it('a p95 that is compared with nothing decides nothing and holds nothing', () => {
    expect(named(at(0, {}, [...quiet, panel('p95', 900)]))).toContain('lower less-impact SEV-4')
    const compared = panel('p95', 900, { baseline: 'yesterday' })
    expect(named(at(0, {}, [...quiet, compared]))).toEqual([])
  })

  it('counts reports of now: fewer than before, retracted, earlier, or of no such source are none', () => {
    const none = (reports: WatchedIncident['reports'], more: Partial<WatchedIncident> = {}) =>
      expect(named(at(40, { reports, ...more }))).toEqual([])
    none([report(20, 30), report(30, 25)])
    none([{ ...report(30, 25), retracted: { by: ada, at: minute(31) } }])
    none([report(5, 25)])
    none([report(30, 25)], { severitySince: minute(35) })
    none([report(30, 1, 'pressure sensor')].map(one => ({ ...one, source: 'sales', text: 'expressly angry' })))
    none([report(90, 25)])
  })

  it('holds from the first look at which it fits; a gap, a clock that is set back and another severity begin anew', () => {
    const triggers = at(0, {}, [panel('errors', 60)])
    const look = (before: HeldTriggers | undefined, after: number, severitySince: Millis = start) =>
      heldNow(before, triggers, { now: minute(after), severitySince, longestGap: MINUTE })
    const since = (held: HeldTriggers) => held.since.get('raise worse SEV-1')
    const first = look(undefined, 10)
    const second = look(first, 11)
    expect([since(first), since(second)]).toEqual([minute(10), minute(10)])
    expect(since(look(second, 13))).toBe(minute(13))
    expect(since(look(second, 9))).toBe(minute(9))
    expect(since(look(second, 12, minute(11)))).toBe(minute(12))
    const gone = heldNow(second, [], { now: minute(12), severitySince: start, longestGap: MINUTE })
    expect(since(look(gone, 12.5))).toBe(minute(12.5))
  })
})

const prompted = (more: Partial<SeverityPrompt>): SeverityPrompt => ({
  ...{ trigger: 'worse', text: 'It is worse', direction: 'raise', from: 'SEV-3', severity: 'SEV-2', evidence: '' },
  ...{ key: 'e' as EventId, at: start, settled: null },
  ...more,
})
const declined = (after: number) => ({ by: ada, at: minute(after) })

describe('[RS7] what is said', () => {
  const say = (after: number, severityPrompts: readonly SeverityPrompt[], errors: number) => {
    const incident = { ...calm, severity: 'SEV-3' as const, severityPrompts }
    const triggers = at(after, incident, [panel('errors', errors)])
    const since = new Map(triggers.map(one => [`${one.direction} ${one.trigger} ${one.severity}`, start]))
    return promptNow(triggers, { at: start, severitySince: start, since }, incident, minute(after))?.trigger.severity
  }

  it('comes once it has held, and once', () => {
    expect([say(2, [], 20), say(3, [], 20)]).toEqual([undefined, 'SEV-2'])
    expect(say(30, [prompted({ settled: declined(4) })], 20)).toBeUndefined()
    expect(say(30, [prompted({ severity: 'SEV-1', settled: declined(4) })], 20)).toBeUndefined()
  })

  it('waits for an answer and five minutes more, unless it got worse', () => {
    const lower = prompted({ trigger: 'mitigated', direction: 'lower', severity: 'SEV-4' })
    expect(say(4, [prompted({})], 60)).toBe('SEV-1')
    expect(say(4, [prompted({ trigger: 'longer' })], 20)).toBeUndefined()
    expect(say(8, [prompted({ trigger: 'longer', settled: declined(4) })], 20)).toBeUndefined()
    expect(say(9, [prompted({ trigger: 'longer', settled: declined(4) })], 20)).toBe('SEV-2')
    expect(say(4, [lower], 20)).toBe('SEV-2')
    // A clock that was set back never keeps it quiet for longer.
    expect(say(9, [prompted({ trigger: 'longer', settled: declined(60) })], 20)).toBe('SEV-2')
  })
})

it('[RS7] over any run of readings and answers nothing is said twice, nothing waits beside another, and nothing said is what is set', () => {
  const step = fc.record({
    ...{ errors: fc.constantFrom(0.1, 5, 20, 60), users: fc.constantFrom(0.1, 5, 60), current: fc.boolean() },
    ...{ half: fc.integer({ min: 1, max: 12 }), answers: fc.boolean(), monitored: fc.boolean() },
  })
  fc.assert(
    fc.property(fc.constantFrom(...severities), fc.array(step, { maxLength: 60 }), (severity, steps) => {
      let [now, said, held] = [start, [] as readonly SeverityPrompt[], undefined as HeldTriggers | undefined]
      for (const { errors, users, current, half, answers, monitored } of steps) {
        now += half * 30_000
        const calmSince = monitored ? start : null
        const status = monitored ? 'monitoring' : 'identified'
        const incident = { ...calm, severity, status, calmSince, severityPrompts: said } as const
        const facts = [panel('errors', errors, { current }), panel('users', users, { current })]
        const triggers = triggersNow({ incident, method, facts, now })
        held = heldNow(held, triggers, { now, severitySince: start, longestGap: 10 * MINUTE })
        const next = promptNow(triggers, held, incident, now)?.trigger
        if (next !== undefined) {
          const last = said.at(-1)
          if (last?.settled === null) expect(next.direction).toBe('raise')
          expect(said.some(one => one.trigger === next.trigger && one.severity === next.severity)).toBe(false)
          const { evidence: _, hold: __, ...words } = next
          said = [...said, prompted({ ...words, from: severity, at: now })]
        }
        const last = said.at(-1)
        if (answers && last?.settled === null) said = said.with(-1, { ...last, settled: { by: ada, at: now } })
      }
      expect(said.filter(one => one.severity === severity)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it('[RS6] whatever is known, what is offered differs from what is set, in its direction, and lower only with all in sight', () => {
  const fact = fc.record({
    ...{ fact: fc.constantFrom('errors' as const, 'users' as const, 'p95' as const, 'revenue' as const) },
    ...{ value: fc.oneof(fc.constant(null), fc.double({ min: 0, max: 20_000, noNaN: true })), current: fc.boolean() },
    usual: fc.oneof(fc.constant(null), fc.double({ min: 0, max: 100, noNaN: true })),
  })
  const incident = fc.record({
    severity: fc.constantFrom(...severities),
    status: fc.constantFrom('investigating' as const, 'identified' as const, 'monitoring' as const),
    ...{ minutes: fc.integer({ min: -10, max: 2_000 }), calm: fc.integer({ min: 0, max: 500 }) },
  })
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 6 }), incident, (some, { severity, status, minutes, calm: calmAt }) => {
      const facts = some.map(({ fact: name, value, current, usual }) =>
        panel(name, value ?? 0, { value, counted: value, current, usual, baseline: 'yesterday' }),
      )
      const calmSince = status === 'monitoring' ? minute(calmAt) : null
      const triggers = at(minutes, { severity, status, calmSince }, facts)
      for (const one of triggers) {
        expect(isRaised(severity, one.severity)).toBe(one.direction === 'raise')
        expect(one.severity).not.toBe(severity)
        if (one.direction === 'lower') expect(facts.every(({ current, value }) => current && value !== null)).toBe(true)
        expect(promptEvidence(one, { facts, stated: [], since: start, now: minute(minutes) })).not.toBe('')
      }
    }),
    { numRuns: 500 },
  )
})
