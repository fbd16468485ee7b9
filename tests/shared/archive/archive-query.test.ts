import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { queryParts, readArchiveQuery, withFilter } from '../../../src/shared/domain/archive/archive-query'
import { everything } from '../../../src/shared/domain/archive/archive-question'
import { type Calendar, periodNamed, utcCalendar } from '../../../src/shared/domain/archive/named-days'
import { clockFace, offsetsOf } from '../../../src/shared/lib/clock-face'
import { DAY, HOUR } from '../../../src/shared/lib/time'

/** A Thursday. */
const now = Date.UTC(2026, 4, 14, 9, 30)
const calendar = utcCalendar(now)
const read = (typed: string) => readArchiveQuery(typed, calendar)
const day = (month: number, date: number, year = 2026) => Date.UTC(year, month - 1, date)

describe('[AV2] what is typed into the archive', () => {
  it('is words, phrases and filters, which all have to hold', () => {
    const { question, flaws } = read('pool "connection refused" service:checkout person:"Dana Scully" sev:1-2 is:ended')
    expect(flaws).toEqual([])
    expect(question).toEqual({
      ...everything,
      words: [
        { text: 'pool', whole: false },
        { text: 'connection refused', whole: true },
      ],
      services: [{ text: 'checkout', whole: false }],
      people: [{ text: 'Dana Scully', whole: false }],
      severities: ['SEV-1', 'SEV-2'],
      status: 'ended',
    })
  })

  it.each([
    ['who:dana', { people: [{ text: 'dana', whole: false }] }],
    ['alert:HighErrorRate', { alerts: [{ text: 'HighErrorRate', whole: false }] }],
    ['SEV：２', { severities: ['SEV-2'] }],
    ['severity:sev-1,sev4', { severities: ['SEV-1', 'SEV-4'] }],
    ['is:open', { status: 'open' }],
    ['“pool is full”', { words: [{ text: 'pool is full', whole: true }] }],
    ['"pool is fu', { words: [{ text: 'pool is fu', whole: false }] }],
    ['http://wiki/x?id=7', { words: [{ text: 'http://wiki/x?id=7', whole: false }] }],
    ['api.ts:120', { words: [{ text: 'api.ts:120', whole: false }] }],
    ['"from:here"', { words: [{ text: 'from:here', whole: true }] }],
    ['数据库', { words: [{ text: '数据库', whole: false }] }],
    ['', {}],
  ])('%s', (typed, expected) => {
    expect(read(typed)).toEqual({ question: { ...everything, ...expected }, flaws: [] })
  })

  it.each<readonly [string, number, number]>([
    ['2026-05-12', day(5, 12), day(5, 13)],
    ['2026-5', day(5, 1), day(6, 1)],
    ['2025', day(1, 1, 2025), day(1, 1)],
    ['12.5.2026', day(5, 12), day(5, 13)],
    ['12-may', day(5, 12), day(5, 13)],
    ['"12 May 2025"', day(5, 12, 2025), day(5, 13, 2025)],
    ['15-may', day(5, 15, 2025), day(5, 16, 2025)],
    ['december', day(12, 1, 2025), day(1, 1)],
    ['today', day(5, 14), day(5, 15)],
    ['Yesterday', day(5, 13), day(5, 14)],
    ['thursday', day(5, 14), day(5, 15)],
    ['fri', day(5, 8), day(5, 9)],
    ['last-week', day(5, 4), day(5, 11)],
    ['"this month"', day(5, 1), day(6, 1)],
    ['29-feb-2024', day(2, 29, 2024), day(3, 1, 2024)],
  ])('a day: on:%s', (word, from, to) => {
    expect(read(`on:${word}`)).toEqual({ question: { ...everything, from, to }, flaws: [] })
  })

  it('a time ago is an instant', () => {
    expect(read('from:7d').question).toMatchObject({ from: now - 7 * DAY, to: null })
    expect(read('from:"2 weeks ago"').question).toMatchObject({ from: now - 14 * DAY })
    expect(read('from:12h').question).toMatchObject({ from: now - 12 * HOUR })
    expect(read('from:3mo').question).toMatchObject({ from: Date.UTC(2026, 1, 14, 9, 30) })
    expect(readArchiveQuery('from:1mo', utcCalendar(day(3, 31))).question).toMatchObject({ from: day(2, 28) })
  })

  it('until a day means until its end', () => {
    expect(read('from:2026-05-01 to:2026-05-12').question).toMatchObject({ from: day(5, 1), to: day(5, 13) })
  })

  it('days are the reader’s, also where a clock is set at midnight', () => {
    const offset = offsetsOf('Europe/Berlin')
    const at = Date.UTC(2026, 4, 13, 22, 30)
    const berlin: Calendar = {
      ...{ now: at, today: Math.floor((at + offset(at)) / DAY) },
      startOf: one => one * DAY - offset(one * DAY),
    }
    const today = periodNamed('today', berlin)
    expect(clockFace({ hours: '24', zone: 'Europe/Berlin' }).date(today?.from ?? 0)).toBe('2026-05-14')
  })

  it.each([
    ['pool sev:9', [{ flaw: 'severity', from: 5, to: 10, value: '9' }]],
    ['from:yesterdy pool', [{ flaw: 'day', from: 0, to: 13, value: 'yesterdy' }]],
    ['on:2026-02-30', [{ flaw: 'day', from: 0, to: 13, value: '2026-02-30' }]],
    ['to:5/12/2026', [{ flaw: 'day', from: 0, to: 12, value: '5/12/2026' }]],
    ['is:bad', [{ flaw: 'status', from: 0, to: 6, value: 'bad' }]],
    ['servce:checkout', [{ flaw: 'filter', from: 0, to: 15, value: 'servce:checkout', meant: 'service' }]],
    ['presno:x perosn:dana', [{ flaw: 'filter', from: 9, to: 20, value: 'perosn:dana', meant: 'person' }]],
    ['service: pool', [{ flaw: 'empty', from: 0, to: 8, value: '' }]],
    ['from:2026-05-12 to:2026-05-01', [{ flaw: 'backwards', from: 16, to: 29, value: '2026-05-01' }]],
  ])('what is not understood is named with its place: %s', (typed, flaws) => {
    expect(read(typed).flaws).toEqual(flaws)
  })

  it('a filter that is still being typed is no error', () => {
    for (const typed of ['from:', 'pool service:', 'sev:']) expect(read(typed).flaws).toEqual([])
  })
})

const typedText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom('sev:1', 'from:7d', 'pool', '"a b"', '"', 'who:dana', ' ', 'to:', 'servce:x', '障害', '“'), {
      maxLength: 12,
    })
    .map(parts => parts.join(' ')),
)

describe('[AV2] whatever is typed', () => {
  it('is read without a throw, its parts lie side by side in the text, and each flaw is at its place', () => {
    fc.assert(
      fc.property(typedText, typed => {
        let before = 0
        for (const { from, to } of queryParts(typed)) {
          expect(from).toBeGreaterThanOrEqual(before)
          expect(to).toBeGreaterThan(from)
          expect(typed.slice(before, from).trim()).toBe('')
          before = to
        }
        expect(typed.slice(before).trim()).toBe('')
        for (const { from, to, value } of read(typed).flaws) expect(typed.slice(from, to)).toContain(value)
      }),
      { numRuns: 2_000 },
    )
  })

  it('names a period that ends after it begins, or none', () => {
    fc.assert(
      fc.property(fc.oneof(typedText, fc.stringMatching(/^[0-9a-z.-]{1,12}$/)), word => {
        const period = periodNamed(word, calendar)
        if (period !== undefined) expect(period.to).toBeGreaterThan(period.from)
      }),
      { numRuns: 2_000 },
    )
  })

  it('takes a filter set by mouse in place of its kind, and gives the same text once it is taken out again', () => {
    fc.assert(
      fc.property(typedText, fc.constantFrom('1', '2-3'), (typed, value) => {
        const set = withFilter(typed, 'sev', value)
        expect(queryParts(set).filter(({ facet }) => facet === 'sev')).toMatchObject([{ value }])
        const others = (text: string) =>
          queryParts(text)
            .filter(({ facet }) => facet !== 'sev')
            .map(({ facet, value: part }) => [facet, part.replace(/\s+/g, ' ').trim()])
        expect(others(set)).toEqual(others(typed))
        expect(queryParts(withFilter(set, 'sev', null)).some(({ facet }) => facet === 'sev')).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })
})
