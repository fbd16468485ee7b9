import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factFigure, panelFactsNow } from '../../../src/shared/contract/figures/panel-facts'
import type { PanelBaseline, PanelReading } from '../../../src/shared/contract/metrics'
import { isNormal, severityFacts, worstOfFact } from '../../../src/shared/domain/method/facts-now'
import { type PanelMeaning, panelFacts } from '../../../src/shared/domain/method/panel-meaning'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'

const now = 1_000 * MINUTE
const errors: PanelMeaning = { fact: 'errors', baseline: 'yesterday', times: 2, limit: 5 }

/** A line with a sample each ten seconds that ends now. */
function line(name: string, values: readonly (number | null)[]) {
  return { name, values, times: values.map((_, at) => now - (values.length - 1 - at) * 10 * SECOND) }
}

function panel(means: PanelMeaning | undefined, values: readonly (number | null)[], rest = {}): PanelReading {
  return {
    ...{ id: 'e', title: 'Errors', unit: 'percent', thresholds: [], series: [line('api', values)], feed: 'p/panels' },
    ...{ trueAt: now, problem: '', warnings: [], means, ...rest },
  }
}

const usual = (value: number): readonly PanelBaseline[] => [
  { panel: 'e', series: [line('api', [value, value * 1.1, value * 0.9])], problem: '' },
]

function fact(means: PanelMeaning, values: readonly (number | null)[], before: readonly PanelBaseline[], rest = {}) {
  return panelFactsNow([panel(means, values, rest)], () => before, now)[0]
}

describe('[GT1] what a pinned panel says', () => {
  it('is nothing where nobody said it, and of rows', () => {
    expect(panelFactsNow([panel(undefined, [1])], () => [], now)).toEqual([])
    expect(panelFactsNow([panel(errors, [1], { table: { columns: [], rows: [], more: 0 } })], () => [], now)).toEqual(
      [],
    )
  })

  it('is judged for each fact: high is bad, of a business figure low is', () => {
    for (const kind of panelFacts) {
      const means = { fact: kind, baseline: null, times: 1.5, limit: 10 } as const
      const [below, above] = [fact(means, [9], []), fact(means, [11], [])]
      const isLow = kind === 'business'
      expect([below?.state, above?.state], kind).toEqual(isLow ? ['off', 'normal'] : ['normal', 'off'])
    }
  })
})

describe('[GT2] a fact now', () => {
  it('needs both its SLO and what is usual', () => {
    expect(fact(errors, [1], usual(0.8))?.state).toBe('normal')
    expect(fact(errors, [2], usual(0.8))?.state).toBe('off')
    expect(fact(errors, [6], usual(9))?.state).toBe('off')
    expect(fact(errors, [1], [])).toMatchObject({ state: 'unknown', usual: null })
    expect(fact({ ...errors, baseline: null, limit: null }, [1], [])?.state).toBe('unknown')
  })

  it('is never normal when it is old, has no value, or its feed fell silent', () => {
    expect(fact(errors, [], usual(1))).toMatchObject({ state: 'unknown', value: null, normalSince: null })
    expect(fact(errors, [1, null, ...Array<null>(30).fill(null)], usual(1))).toMatchObject({
      ...{ state: 'unknown', current: false },
    })
    const [late] = panelFactsNow([panel(errors, [1, 1, 1])], () => usual(1), now + 3 * MINUTE)
    expect(late).toMatchObject({ state: 'unknown', current: false })
    const [fresh] = panelFactsNow([panel(errors, [1, 1, 1])], () => usual(1), now + MINUTE)
    expect(fresh).toMatchObject({ state: 'normal', current: true })
  })

  it('is normal since the last value that was not, since a gap, or since its line begins', () => {
    const limit = { ...errors, baseline: null }
    expect(fact(limit, [1, 9, 1, 1, 1], [])?.normalSince).toBe(now - 20 * SECOND)
    expect(fact(limit, [1, 1, 1], [])?.normalSince).toBe(now - 20 * SECOND)
    expect(fact(limit, [1, 1, 1, null, null, null, 1, 1], [])?.normalSince).toBe(now - 10 * SECOND)
    expect(fact(limit, [1, 1, 9], [])?.normalSince).toBe(null)
  })

  it('is written as its tile is', () => {
    expect(factFigure({ unit: 'ratio' }, 0.042)).toBe('4.2\u202f%')
  })

  it('by chance: a better value is never worse', () => {
    const number = fc.double({ min: 0, max: 1e6, noNaN: true })
    const meaning = fc.record({
      ...{ fact: fc.constantFrom(...panelFacts), baseline: fc.constant('yesterday' as const) },
      ...{ times: fc.double({ min: 1, max: 100, noNaN: true }), limit: fc.option(number) },
    })
    fc.assert(
      fc.property(meaning, number, number, fc.option(number), (means, one, other, known) => {
        const [good, bad] = (means.fact === 'business') === one > other ? [one, other] : [other, one]
        if (isNormal(bad, means, known)) expect(isNormal(good, means, known)).toBe(true)
      }),
    )
  })
})

describe('[GT3] what decides a severity', () => {
  const p95: PanelMeaning = { fact: 'p95', baseline: 'yesterday', times: 1.5, limit: null }

  it('is the worst of the values of now: shares in percent, p95 in times what is usual', () => {
    const all = [
      ...panelFactsNow([panel(errors, [3], { id: 'a' })], () => [], now),
      ...panelFactsNow([panel(errors, [0.12], { id: 'b', unit: 'ratio' })], () => [], now),
      ...panelFactsNow([panel(p95, [800])], () => usual(200), now),
      ...panelFactsNow([panel({ ...errors, fact: 'users' }, [90], { id: 'c' })], () => [], now + 6 * MINUTE),
    ]
    expect(severityFacts(all)).toEqual({ errors: 12, p95: 4 })
    expect(worstOfFact(all, 'errors')?.panel).toBe('b')
    expect(worstOfFact(all, 'users')).toBeUndefined()
  })

  it('is named by the panel that decided: not by one with nothing to compare it with', () => {
    const all = [
      ...panelFactsNow([panel(p95, [9_000], { id: 'a' })], () => [], now),
      ...panelFactsNow([panel(p95, [800])], () => usual(200), now),
      ...panelFactsNow([panel(p95, [9_000], { id: 'c' })], () => usual(0), now),
    ]
    expect(severityFacts(all)).toEqual({ p95: 4 })
    expect(worstOfFact(all, 'p95')?.panel).toBe('e')
  })

  it('is nothing without a baseline for what is compared, and nothing of other facts', () => {
    const resources = { ...errors, fact: 'resources' } as const
    const all = panelFactsNow([panel(p95, [800]), panel(resources, [99])], () => [], now)
    expect(severityFacts(all)).toEqual({})
    expect(severityFacts(panelFactsNow([panel(p95, [800])], () => usual(0), now))).toEqual({})
  })
})
