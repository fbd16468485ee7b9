import { expect, it } from 'vitest'
import { statedTime, whyNot } from '../../../src/renderer/features/milestones/stated-time'
import { utcFace } from '../../../src/shared/lib/clock-face'

const now = Date.UTC(2026, 10, 29, 14, 0)

it.each([
  ['', undefined],
  ['  ', undefined],
  ['now', now],
  ['NOW ', now],
  ['Not reached', null],
  ['-', null],
  ['13:53', now - 7 * 60_000],
  ['14:01', now + 60_000 - 86_400_000],
  ['soon', 'unreadable'],
  ['25:00', 'unreadable'],
])('[MI5] %j typed as a time means %s', (typed, meaning) => {
  expect(statedTime(typed, now, utcFace)).toBe(meaning)
})

it('[MI4] says why a time would be refused, and nothing of one that would not', () => {
  const times = { timesKept: { started: { at: now, from: 'person', by: { kind: 'engine' } } } } as const
  expect(whyNot(times, 'detected', now - 1)).toContain('“Detected” would come before “Started”')
  expect(whyNot(times, 'detected', 'unreadable')).toContain('Enter a time')
  for (const at of [now, null, undefined]) expect(whyNot(times, 'detected', at)).toBeUndefined()
})
