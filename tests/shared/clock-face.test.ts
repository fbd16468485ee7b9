import { describe, expect, it } from 'vitest'
import { clockFace, isZone } from '../../src/shared/lib/clock-face'

const winter = Date.UTC(2026, 0, 15, 14, 3, 22)
const summer = Date.UTC(2026, 6, 15, 14, 3, 22)

describe('[CK1] a time on the screen', () => {
  it.each([
    ['24', 'UTC', winter, '14:03:22 UTC'],
    ['12', 'UTC', winter, '2:03:22 pm UTC'],
    ['24', 'Europe/Berlin', winter, '15:03:22 UTC+1'],
    ['24', 'Europe/Berlin', summer, '16:03:22 UTC+2'],
    ['12', 'America/New_York', summer, '10:03:22 am UTC−4'],
    ['24', 'Asia/Kolkata', winter, '19:33:22 UTC+5:30'],
    ['24', 'Asia/Kathmandu', winter, '19:48:22 UTC+5:45'],
    ['24', 'America/St_Johns', winter, '10:33:22 UTC−3:30'],
    ['24', 'Europe/London', winter, '14:03:22 UTC'],
    ['12', 'UTC', Date.UTC(2026, 0, 15, 0, 5), '12:05:00 am UTC'],
    ['12', 'UTC', Date.UTC(2026, 0, 15, 12, 5), '12:05:00 pm UTC'],
  ] as const)('on %s hours in %s', (hours, zone, at, shown) => {
    expect(clockFace({ hours, zone }).full(at)).toBe(shown)
  })

  it('changes in the very second in which the zone does', () => {
    const { full } = clockFace({ hours: '24', zone: 'Europe/Berlin' })
    const change = Date.UTC(2026, 2, 29, 1, 0, 0)
    expect([change - 1_000, change].map(full)).toEqual(['01:59:59 UTC+1', '03:00:00 UTC+2'])
  })

  it('agrees with the machine on every hour of two years, in every kind of zone', () => {
    for (const timeZone of ['Australia/Lord_Howe', 'America/Sao_Paulo', 'Pacific/Apia', 'Africa/Casablanca']) {
      const { short, zone } = clockFace({ hours: '24', zone: timeZone })
      const machine = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
      for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2027, 0, 1); at += 3_600_000)
        expect(short(at)).toBe(`${machine.format(at)} ${zone(at)}`)
    }
  })

  it('names a short time and a bare one', () => {
    const face = clockFace({ hours: '24', zone: 'Europe/Berlin' })
    expect([face.short(winter), face.bare(winter), face.zone(winter)]).toEqual(['15:03 UTC+1', '15:03', 'UTC+1'])
  })

  it.each([
    ['UTC', true],
    ['local', true],
    ['Europe/Berlin', true],
    ['Mars/Olympus', false],
    ['', false],
    ['../etc', false],
  ] as const)('takes %j for a zone: %s', (name, known) => {
    expect(isZone(name)).toBe(known)
  })
})
