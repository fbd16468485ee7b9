import { expect, it } from 'vitest'
import { matchText } from '../../../src/renderer/features/alerts/suppression/suppression-draft'

it('tells what a rule fits in the words in which it was written', () => {
  const match = { group: 'service:db', service: null, title: 'slow', labels: { zone: 'a' } }
  expect(matchText({ ...match, matchers: [{ label: 'env', sign: '!~', value: 'a"b' }] })).toBe(
    'group db, title with “slow”, zone="a", env!~"a\\"b"',
  )
})
