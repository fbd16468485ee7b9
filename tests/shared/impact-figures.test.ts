import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventId } from '../../src/shared/domain/ids'
import {
  type FigureName,
  type FigureStatement,
  figureNames,
  isFigure,
  lastSaid,
  statedNow,
} from '../../src/shared/domain/impact-figures'
import { impactTime, liveFigure, lostSoFar, statedFacts } from '../../src/shared/domain/impact-now'
import type { FactNow } from '../../src/shared/domain/method/facts-now'
import type { EventDraft } from '../../src/shared/events/define'
import { figureText, moneyText } from '../../src/shared/events/figure-stated'
import { definitionOf, eventRegistry as events } from '../../src/shared/events/registry'
import { HOUR, MINUTE } from '../../src/shared/lib/time'
import { ada, declared, minute, person, recordOf } from '../support/folded-incident'

const words = { figure: 'users-share' as FigureName, value: 34 as FigureStatement['value'], currency: null, source: '' }
const stated = (at: number, more: object = {}, by = ada) =>
  events['figure-stated'].draft({ ...words, since: minute(at), was: null, ...more }, minute(at), by)
const incidentAfter = (...drafts: readonly EventDraft[]) => recordOf([declared(), ...drafts]).incident
const said = (...drafts: readonly EventDraft[]) =>
  recordOf([declared(), ...drafts])
    .timeline.slice(1)
    .map(({ text }) => text)
const keyOf = (...drafts: readonly EventDraft[]) =>
  incidentAfter(...drafts).figuresStated.at(-1)?.key ?? ('' as EventId)

describe('[IM1] figures of the impact', () => {
  it('are folded with who stated them, and all that was stated before', () => {
    const first = stated(2, { source: 'the shop’s dashboard' })
    const second = stated(5, { value: 20, was: keyOf(first) }, person('Bob'))
    const { figuresStated } = incidentAfter(first, second)
    expect(figuresStated).toMatchObject([
      { value: 34, source: 'the shop’s dashboard', stated: { by: ada, at: minute(2) } },
      { value: 20, stated: { by: person('Bob') } },
    ])
    expect(statedNow(figuresStated, 'users-share')?.value).toBe(20)
    expect(statedNow(figuresStated, 'users')).toBeUndefined()
  })

  it('have a line each, with what they are, since when and from where', () => {
    const first = stated(9, { since: minute(3), source: 'support' })
    expect(said(first, stated(12, { value: null, was: keyOf(first) }))).toEqual([
      'Share of users affected: 34 %, since 14:03 UTC (support)',
      'Withdrawn: Share of users affected',
    ])
    expect(said(stated(2, { figure: 'revenue', value: 12_000, currency: 'USD' }))).toEqual([
      'Revenue lost: US$12,000/h',
    ])
    expect(said(stated(2, { figure: 'sla', value: 'at-risk' }))).toEqual(['SLA: at risk'])
    expect(said(stated(2, { figure: 'tickets', value: 1_212, source: 'the support desk' }))).toEqual([
      'Support tickets: 1,212 (the support desk)',
    ])
  })

  it('[IM11] that are withdrawn from now on leave what was counted, and that were wrong leave none', () => {
    const revenue = { figure: 'revenue', value: 12_000, currency: 'USD' }
    const first = stated(0, revenue)
    const gone = { ...revenue, value: null, currency: null, was: keyOf(first) }
    const lost = (...drafts: readonly EventDraft[]) =>
      lostSoFar(incidentAfter(...drafts).figuresStated, minute(90))?.amounts
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 89 }), at => {
        const amounts = lost(first, stated(at, { ...gone, since: minute(at) }))
        expect(amounts).toEqual([{ currency: 'USD', amount: expect.closeTo(200 * at, 6) }])
      }),
    )
    expect(lost(first, stated(30, { ...gone, since: minute(0) }))).toBeUndefined()
    expect(said(first, stated(30, { ...gone, counted: true })).at(-1)).toBe('Withdrawn from now on: Revenue lost')
    // Also within the minute in which it was stated.
    for (const at of [0, 30])
      expect(said(first, stated(at, { ...gone, since: minute(0) })).at(-1)).toBe('Withdrawn: Revenue lost')
  })

  it('[IM3] of two who had not heard of each other the second is void', () => {
    const first = stated(2)
    const { figuresStated, unfolded } = incidentAfter(first, stated(5, { value: 70 }))
    expect(figuresStated).toHaveLength(1)
    expect(unfolded).toMatchObject([{ because: { as: 'void', reason: 'figure-changed' } }])
    // Another figure is another matter.
    expect(incidentAfter(first, stated(5, { figure: 'users', value: 70 })).unfolded).toEqual([])
  })

  it('[IM3] that are withdrawn are not known, which is not none', () => {
    const first = stated(2)
    const { figuresStated } = incidentAfter(first, stated(5, { value: null, was: keyOf(first) }))
    expect(statedNow(figuresStated, 'users-share')).toBeUndefined()
    expect(lastSaid(figuresStated, 'users-share')?.value).toBe(null)
  })

  it('lose the words of people and nothing else when one is erased', () => {
    const { body } = stated(2, { source: 'Mrs Peacock' })
    const { withoutTexts, body: parser } = definitionOf('figure-stated')
    const without = withoutTexts?.(body, 'A customer')
    expect(without).toEqual({ ...body, source: 'A customer' })
    expect(parser.safeParse(without).success).toBe(true)
  })
})

describe('[IM2] a figure', () => {
  it.each([
    ['users-share', 100, null, true],
    ['users-share', 100.1, null, false],
    ['users-share', 'broken', null, false],
    ['users', 4_300, null, true],
    ['users', 4.3, null, false],
    ['users', -1, null, false],
    ['users', Number.NaN, null, false],
    ['tickets', 212, null, true],
    ['tickets', 0, null, true],
    ['tickets', 2.5, null, false],
    ['tickets', 'safe', null, false],
    ['tickets', 212, 'EUR', false],
    ['tickets', null, null, true],
    ['revenue', 12_000, 'EUR', true],
    ['revenue', 12_000, null, false],
    ['revenue', null, 'EUR', false],
    ['users', 5, 'EUR', false],
    ['sla', 'at-risk', null, true],
    ['sla', 3, null, false],
    ['sla', null, null, true],
  ] as const)('%s of %s in %s: %s', (figure, value, currency, holds) => {
    expect(isFigure({ figure, value, currency })).toBe(holds)
    const body = { figure, value, currency, since: 5, source: '', was: null }
    expect(definitionOf('figure-stated').body.safeParse(body).success).toBe(holds)
  })

  it('is written with its unit, and money with its currency', () => {
    const text = (figure: FigureName, value: FigureStatement['value'], currency: string | null = null) =>
      figureText({ figure, value, currency })
    expect(text('users-share', 0.5)).toBe('0.5 %')
    expect(text('users', 4_300)).toBe('4,300')
    expect(text('revenue', 950, 'EUR')).toBe('€950/h')
    expect(text('sla', 'safe')).toBe('not at risk')
    expect(text('sla', null)).toBe('')
    expect(moneyText(1_250_000, 'USD')).toBe('US$1.3m')
    expect(moneyText(5, 'XQX')).toContain('XQX')
  })
})

describe('[IM4] money lost so far', () => {
  const rate = (from: number, value: FigureStatement['value'], currency: string | null = 'USD'): FigureStatement => ({
    ...{ figure: 'revenue', value, currency: value === null ? null : currency, since: from * HOUR, source: '' },
    ...{ stated: { by: ada, at: 0 }, key: 'k' as EventId },
  })

  it.each([
    ['nothing stated', [], 5, undefined],
    ['one rate', [rate(1, 1_000)], 3, { amounts: [{ currency: 'USD', amount: 2_000 }], span: 2 * HOUR }],
    [
      'a rate after another',
      [rate(1, 1_000), rate(2, 500)],
      4,
      { amounts: [{ currency: 'USD', amount: 2_000 }], span: 3 * HOUR },
    ],
    [
      'a correction of the same time',
      [rate(1, 9_000), rate(1, 500)],
      3,
      { amounts: [{ currency: 'USD', amount: 1_000 }], span: 2 * HOUR },
    ],
    [
      'one withdrawn after a while',
      [rate(1, 1_000), rate(2, null)],
      9,
      { amounts: [{ currency: 'USD', amount: 1_000 }], span: HOUR },
    ],
    ['one withdrawn wholly', [rate(1, 1_000), rate(1, null)], 9, undefined],
    [
      'two currencies',
      [rate(1, 1_000), rate(2, 500, 'EUR')],
      3,
      {
        amounts: [
          { currency: 'USD', amount: 1_000 },
          { currency: 'EUR', amount: 500 },
        ],
        span: 2 * HOUR,
      },
    ],
    ['a rate of after the end', [rate(5, 1_000)], 3, undefined],
    ['none of it', [rate(1, 0)], 3, { amounts: [{ currency: 'USD', amount: 0 }], span: 2 * HOUR }],
  ] as const)('%s', (_, statements, end, expected) => {
    expect(lostSoFar(statements, end * HOUR)).toEqual(expected)
  })

  it('is what minute by minute the statement that holds says, in whatever order they come', () => {
    const some = fc.record({ at: fc.integer({ min: 0, max: 60 }), value: fc.option(fc.integer({ min: 0, max: 600 })) })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), fc.integer({ min: 0, max: 80 }), (all, end) => {
        const statements = all.map(({ at, value }) => ({ ...rate(0, value), since: at * MINUTE }))
        let [sum, span] = [0, 0]
        for (let at = 0; at < end; at += 1) {
          const value = all.findLast(one => one.at <= at)?.value ?? null
          if (value === null) continue
          sum += value / 60
          span += MINUTE
        }
        const found = lostSoFar(statements, end * MINUTE)
        expect(found?.span ?? 0).toBe(span)
        expect(found?.amounts[0]?.amount ?? 0).toBeCloseTo(sum, 6)
      }),
    )
  })
})

describe('[IM5] customers’ impact time', () => {
  const began = events['started-at-confirmed'].draft(
    { at: minute(-5), source: { kind: 'person', name: '' } },
    minute(2),
    ada,
  )
  const status = (at: number, to: 'monitoring' | 'resolved' | 'investigating', from = 'investigating') =>
    events['status-changed'].draft({ from: from as never, to, reason: '' }, minute(at), ada)
  const mitigated = events['milestone-stated'].draft(
    { milestone: 'mitigated', at: minute(10), was: minute(20) },
    minute(25),
    ada,
  )
  const minutes = (...drafts: readonly EventDraft[]) => {
    const span = impactTime(incidentAfter(...drafts), minute(60))
    return span === null ? null : span / MINUTE
  }

  it('runs from the start until it is calm, and is not known without a start', () => {
    expect(minutes()).toBe(null)
    expect(minutes(status(20, 'monitoring'))).toBe(null)
    expect(minutes(began)).toBe(65)
    expect(minutes(began, status(20, 'monitoring'))).toBe(25)
    expect(minutes(began, status(20, 'monitoring'), status(30, 'resolved', 'monitoring'))).toBe(25)
  })

  it('ends when a person says so, and goes on when it comes back', () => {
    expect(minutes(began, status(20, 'monitoring'), mitigated)).toBe(15)
    const resolved = [began, status(20, 'resolved'), mitigated]
    expect(minutes(...resolved, status(30, 'investigating', 'resolved'))).toBe(65)
    expect(minutes(...resolved, status(30, 'investigating', 'resolved'), status(40, 'monitoring'))).toBe(45)
  })
})

describe('[IM6] what panels say of a figure', () => {
  const fact = (more: Partial<FactNow>) =>
    ({ fact: 'users', panel: 'p', value: 5, counted: 5, at: 100, current: true, usual: null, ...more }) as FactNow

  it('is the worst of now, else the newest that is old, and nothing of what no panel can measure', () => {
    const [low, high] = [fact({ panel: 'a' }), fact({ panel: 'b', value: 9, counted: 9 })]
    const [old, older] = [fact({ panel: 'c', current: false }), fact({ panel: 'd', current: false, at: 50 })]
    expect(liveFigure([old, low, high], 'users-share')?.panel).toBe('b')
    expect(liveFigure([older, old], 'users-share')?.panel).toBe('c')
    expect(liveFigure([fact({ value: null, at: null, current: false })], 'users-share')).toBeUndefined()
    expect(liveFigure([low], 'revenue')).toBeUndefined()
    for (const figure of figureNames.filter(name => name !== 'users-share' && name !== 'revenue'))
      expect(liveFigure([low, high], figure)).toBeUndefined()
  })
})

describe('[IM10] what rules decide by', () => {
  const facts = (...statements: readonly (readonly [FigureName, FigureStatement['value'], string?])[]) =>
    statedFacts(
      statements.map(([figure, value, currency = null]) => ({
        ...{ figure, value, currency, since: 0, source: '' },
        ...{ stated: { by: ada, at: 0 }, key: 'k' as EventId },
      })),
    )

  it('is the stated share of users, revenue in dollars, and an SLA that is broken', () => {
    expect(facts(['users-share', 34], ['users', 9], ['revenue', 12_000, 'USD'], ['sla', 'broken'])).toEqual({
      users: 34,
      revenue: 12_000,
      sla: true,
    })
    expect(facts(['revenue', 12_000, 'JPY'], ['sla', 'at-risk'], ['users-share', null])).toEqual({})
    expect(facts(['users-share', 0])).toEqual({ users: 0 })
  })
})
