import { describe, expect, it } from 'vitest'
import { type FeedHealth, freshness } from '../../src/shared/domain/freshness'
import { MINUTE, SECOND } from '../../src/shared/lib/time'

const NOW = 1_790_000_000_000
const good: FeedHealth = { answer: 'good', trueAt: NOW, lateAfter: 45 * SECOND, reason: '' }

describe('[FR1] the age of what was read', () => {
  it.each([
    ['at once', 0, 'fresh'],
    ['up to the age that its feed allows', 45 * SECOND, 'fresh'],
    ['older than that, although nobody noticed a failure', 45 * SECOND + 1, 'late'],
    ['much older', 20 * MINUTE, 'late'],
  ])('%s', (_when, age, state) => {
    expect(freshness(good, NOW + age)).toEqual({ state, age, reason: '' })
  })

  it('stays beside a failure or a refusal, and there is none before the first answer', () => {
    const later = NOW + MINUTE
    expect(freshness({ ...good, answer: 'failed', reason: '502' }, later)).toEqual({
      ...{ state: 'down', age: MINUTE, reason: '502' },
    })
    expect(freshness({ ...good, answer: 'refused' }, later)).toMatchObject({ state: 'refused', age: MINUTE })
    expect(freshness({ ...good, answer: 'none-yet', trueAt: null }, later)).toMatchObject({
      ...{ state: 'waiting', age: null },
    })
  })
})
