import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLine } from '../../../src/renderer/features/timeline/line-grammar'
import { readReport, reportSources } from '../../../src/renderer/features/timeline/report-grammar'
import { nothingToName } from '../../../src/renderer/features/timeline/strategy-grammar'
import { utcRowClock } from '../../../src/renderer/ui/row-clock'
import { strategyItemField } from '../../../src/shared/contract/inputs/strategy'
import { LONGEST_SOURCE, MOST_CUSTOMERS } from '../../../src/shared/domain/customer-reports'

const acme = { source: 'Acme Corp', retracted: null }
const sources = reportSources([acme])
const known = { ...nothingToName, reports: [acme] }
const NOW = Date.UTC(2026, 10, 20, 14, 22, 0)
const line = (typed: string) => readLine(typed, NOW, utcRowClock, known)

describe('[CR6] what follows !report', () => {
  it.each([
    ['23 support tickets: cards declined', '23'],
    ['support 12: cannot order', '12'],
    ['12', '12'],
    ['503 on checkout', '503'],
  ])('“%s” is one report, and the hint says how %s would count', (typed, said) => {
    expect(line(`!report ${typed}`).strategy).toMatchObject({ item: { count: 1 }, unread: [{ what: 'count', said }] })
  })

  it.each([
    'x12 cannot pay',
    'support x12: cannot pay',
    'cannot pay',
    'cannot pay: error 503 at checkout',
    '10x slower',
  ])('“%s” asks nothing', typed => {
    expect(line(`!report ${typed}`).strategy?.unread).toBeUndefined()
  })

  it.each([
    ['support x12 "cannot pay"', 'support', 12, 'cannot pay'],
    ['support x12 cannot pay', 'support', 12, 'cannot pay'],
    ['support 12x cannot pay', 'support', 12, 'cannot pay'],
    ['Support ×12: cannot pay', 'Support', 12, 'cannot pay'],
    ['support ｘ１２ cannot pay', 'support', 12, 'cannot pay'],
    ['support x12', 'support', 12, ''],
    ['x12', '', 12, ''],
    ['x12 cannot pay', '', 12, 'cannot pay'],
    ['x12 support: cannot pay', 'support', 12, 'cannot pay'],
    ['support cannot pay', 'support', 1, 'cannot pay'],
    ['social media cannot pay', 'social media', 1, 'cannot pay'],
    ['acme corp x3 nothing loads', 'acme corp', 3, 'nothing loads'],
    ['Acme Corp nothing loads', 'Acme Corp', 1, 'nothing loads'],
    ['"status page" x2 red', 'status page', 2, 'red'],
    ['"shop in Berlin": x2 cards declined', 'shop in Berlin', 2, 'cards declined'],
    ['shop in Berlin: x2 cards declined', '', 2, 'shop in Berlin: cards declined'],
    ['latency 10x higher than usual', '', 1, 'latency 10x higher than usual'],
    ['checkout 3× slower', '', 1, 'checkout 3× slower'],
    ['support: page 10x slower', 'support', 1, 'page 10x slower'],
    ['support 10x cannot pay', 'support', 10, 'cannot pay'],
    ['"the shop" 10x cannot pay', 'the shop', 10, 'cannot pay'],
    ['Berlin: 10x cannot pay', 'Berlin', 10, 'cannot pay'],
    ['page 10x slower x3', '', 3, 'page 10x slower'],
    ['cannot pay 3x', '', 3, 'cannot pay'],
    ['since the deploy: cannot pay', '', 1, 'since the deploy: cannot pay'],
    ['all say this: cannot pay x3', '', 3, 'all say this: cannot pay'],
    ['"the shop": cannot pay', 'the shop', 1, 'cannot pay'],
    ['Acme corp: cannot pay', 'Acme corp', 1, 'cannot pay'],
    ['we hear, x3 cannot pay', '', 1, 'we hear, x3 cannot pay'],
    ['press: asks what is wrong', 'press', 1, 'asks what is wrong'],
    ['cannot pay', '', 1, 'cannot pay'],
    ['cannot pay x3', '', 3, 'cannot pay'],
    ['support: cannot pay x3', 'support', 3, 'cannot pay'],
    ['the page is x2 slower for all', '', 1, 'the page is x2 slower for all'],
    ['customers see x0 items', '', 1, 'customers see x0 items'],
    ['support x12abc does not load x12', 'support', 12, 'x12abc does not load'],
    ['supporters cannot pay', '', 1, 'supporters cannot pay'],
    ['サポート x5 支払えない', 'サポート', 5, '支払えない'],
    ['سوق: لا يمكن الدفع', 'سوق', 1, 'لا يمكن الدفع'],
    ['at 14:20 nothing worked', '', 1, 'at 14:20 nothing worked'],
  ])('%j', (typed, source, count, text) => {
    expect(readReport(typed, sources)).toEqual({ source, count, text })
  })

  it('is a line of the timeline that says the same without the board', () => {
    expect(line('!report support x12 cannot pay')).toMatchObject({
      kind: 'note',
      text: '12 customer reports from support: cannot pay',
      strategy: { item: { kind: 'report', source: 'support', count: 12, text: 'cannot pay', at: null }, missing: null },
    })
    expect(line('!report 14:20 cannot pay +pin')).toMatchObject({
      text: 'Customer report: cannot pay',
      occurredAt: Date.UTC(2026, 10, 20, 14, 20),
      pinned: true,
    })
  })

  it('says what is missing where nothing is said, and writes nothing of it', () => {
    for (const typed of ['!report', '!report ', '!report x1', '!report ""'])
      expect(line(typed)).toMatchObject({ text: '', strategy: { item: null, needs: 'report' } })
    expect(line(`!report ${'x'.repeat(2_000)}`)).toMatchObject({ strategy: { item: null, missing: 'short' } })
  })

  it('whatever is typed, what is sent can be read by the engine, and no word of it is lost', () => {
    const words = fc.constantFrom(
      'support',
      'x12',
      '3x',
      ':',
      '"',
      'cannot',
      'pay',
      '×',
      '１２x',
      'سوق',
      '👩‍👩‍👧',
      'a:',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 90 })), { maxLength: 12 }), parts => {
        const typed = parts.join(' ').trim()
        const read = readReport(typed, sources)
        expect(read.source.length).toBeLessThanOrEqual(LONGEST_SOURCE)
        expect(read.count).toBeGreaterThanOrEqual(1)
        expect(read.count).toBeLessThanOrEqual(MOST_CUSTOMERS)
        const { strategy } = line(`!report ${typed}`)
        if (strategy?.item) expect(strategyItemField.safeParse(strategy.item).success).toBe(true)
        const letters = (text: string) => text.replace(/[^\p{L}]|[x×ｘ]/giu, '')
        expect(letters(`${read.source}${read.text}`)).toBe(letters(typed))
      }),
    )
  })
})

it('[CR6] sources are those that were used, the newest first, then the usual ones, each once', () => {
  const from = (source: string) => ({ source, retracted: null })
  expect(reportSources([from('Acme'), from(''), from('Support')]).slice(0, 3)).toEqual([
    'Support',
    'Acme',
    'social media',
  ])
  const wrong = { source: 'latency', retracted: { by: { kind: 'engine' }, at: 0 } } as const
  expect(reportSources([from('Acme'), wrong])).not.toContain('latency')
})
