import { describe, expect, it } from 'vitest'
import { readLine } from '../../../src/renderer/features/timeline/line-grammar'
import { rowClock, utcRowClock } from '../../../src/renderer/ui/row-clock'

const now = Date.UTC(2026, 10, 28, 14, 40)
const at = (hour: number, minute: number, second = 0) => Date.UTC(2026, 10, 28, hour, minute, second)

describe('[CK3] a time before a line', () => {
  it.each([
    ['14:23 Pool is full', at(14, 23)],
    ['１４：２３　Pool is full', at(14, 23)],
    ['١٤:٢٣ Pool is full', at(14, 23)],
    ['۱۴:۲۳ Pool is full', at(14, 23)],
    ['१४:२३ Pool is full', at(14, 23)],
    ['𝟏𝟒:𝟐𝟑 Pool is full', at(14, 23)],
    ['14∶23 Pool is full', at(14, 23)],
    ['14h23 Pool is full', at(14, 23)],
    ['[14:23] Pool is full', at(14, 23)],
    ['(14:23:05) Pool is full', at(14, 23, 5)],
    ['14:23: Pool is full', at(14, 23)],
    ['14:23, Pool is full', at(14, 23)],
    ['14:23 - Pool is full', at(14, 23)],
    ['14:23 – Pool is full', at(14, 23)],
    ['14:23Z Pool is full', at(14, 23)],
    ['14:23 UTC Pool is full', at(14, 23)],
    ['14.23 Uhr Pool is full', at(14, 23)],
    ['1423Z Pool is full', at(14, 23)],
    ['-5m Pool is full', at(14, 35)],
    ['−5m Pool is full', at(14, 35)],
    ['–5m Pool is full', at(14, 35)],
    ['—5m Pool is full', at(14, 35)],
    ['－５ｍ Pool is full', at(14, 35)],
    ['-5min Pool is full', at(14, 35)],
    ['-90s Pool is full', at(14, 38, 30)],
    ['-1h30m Pool is full', at(13, 10)],
    ['！note 14:23 Pool is full', at(14, 23)],
  ])('is understood: %s', (typed, occurredAt) => {
    expect(readLine(typed, now)).toMatchObject({ occurredAt, text: 'Pool is full' })
  })

  it.each([
    '14.23 % of payments fail',
    '14.23 errors a second',
    '1423 requests fail',
    '2026 was better',
    '14.23.05 is deployed',
    '10.0.0.1 is down',
    '99:99 is no time',
    '25:00 is no time',
    '-5 replicas',
    '-5x slower',
    '- a list item',
    '[x] done',
    '14:23',
    '٣ errors',
  ])('is none where it can mean something else, and nothing of the text is lost: %s', typed => {
    expect(readLine(typed, now)).toMatchObject({ occurredAt: null, text: typed })
  })

  it('of UTC is of UTC on a screen of another zone', () => {
    const berlin = rowClock({ hours: '24', zone: 'Europe/Berlin' })
    expect(readLine('14:23Z x', now, berlin).occurredAt).toBe(at(14, 23))
    expect(readLine('14:23 UTC x', now, berlin).occurredAt).toBe(at(14, 23))
    expect(readLine('14:23 x', now, berlin).occurredAt).toBe(at(13, 23))
  })
})

describe('[CK4] where summer time ends', () => {
  const berlin = rowClock({ hours: '24', zone: 'Europe/Berlin' })
  const typed = (time: string, reading: number, clock = berlin) => readLine(`${time} x`, reading, clock).occurredAt
  /** On 25 October 2026 clocks in Berlin go from 03:00 back to 02:00, at 01:00 UTC. */
  const utc = (hour: number, minute: number, day = 25) => Date.UTC(2026, 9, day, hour, minute)

  it.each([
    ['after both, the second', utc(6, 0), utc(1, 30)],
    ['within the second, the second', utc(1, 45), utc(1, 30)],
    ['within the second but before it, the first', utc(1, 15), utc(0, 30)],
    ['within the first, the first', utc(0, 45), utc(0, 30)],
    ['before both, the one of the day before', utc(0, 10), utc(0, 30, 24)],
    ['a day later, the one of that day', utc(6, 0, 26), utc(1, 30, 26)],
  ])('02:30 means the last one that was: %s', (_, reading, occurredAt) => {
    expect(typed('02:30', reading)).toBe(occurredAt)
  })

  it('a time that the clock left out is of the day before', () => {
    // On 29 March 2026 clocks go from 02:00 to 03:00, at 01:00 UTC.
    expect(typed('02:30', Date.UTC(2026, 2, 29, 8))).toBe(Date.UTC(2026, 2, 28, 1, 30))
    expect(typed('03:30', Date.UTC(2026, 2, 29, 8))).toBe(Date.UTC(2026, 2, 29, 1, 30))
  })

  it('just after midnight the day of 23 hours is yesterday', () => {
    expect(typed('23:50', Date.UTC(2026, 2, 29, 22, 30))).toBe(Date.UTC(2026, 2, 29, 21, 50))
  })

  it('holds where the clock moves by half an hour, and in UTC nothing comes twice', () => {
    // Lord Howe Island: 02:00 back to 01:30 on 5 April 2026, at 15:00 UTC the day before.
    const lordHowe = rowClock({ hours: '24', zone: 'Australia/Lord_Howe' })
    const second = Date.UTC(2026, 3, 4, 15, 15)
    expect(typed('01:45', second + 60_000, lordHowe)).toBe(second)
    expect(utcRowClock.instants(utcRowClock.dayOf(now), 0)).toHaveLength(1)
  })
})
