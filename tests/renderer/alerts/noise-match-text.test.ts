import { expect, it } from 'vitest'
import { noiseMatchText } from '../../../src/renderer/features/alerts/noise-match-text'

it('tells what a rule fits in the words in which it was written', () => {
  const match = { group: 'service:db', service: null, title: 'slow', labels: { zone: 'a' } }
  expect(noiseMatchText({ ...match, matchers: [{ label: 'env', sign: '!~', value: 'a"b' }] })).toBe(
    'group db, title with “slow”, zone="a", env!~"a\\"b"',
  )
})
