import { describe, expect, it } from 'vitest'
import { wordDiff } from '../../../src/renderer/features/comms/word-diff'

const textOf = (before: string, after: string, without: 'added' | 'removed') =>
  (wordDiff(before, after) ?? []).flatMap(({ what, text }) => (what === without ? [] : [text])).join('')

describe('[CM28] the words of two texts', () => {
  it('are the same, removed or added, in the order in which they are read', () => {
    expect(wordDiff('Some payments fail. We look.', 'All payments fail. We know why.')).toEqual([
      { what: 'removed', text: 'Some ' },
      { what: 'added', text: 'All ' },
      { what: 'same', text: 'payments fail. We ' },
      { what: 'removed', text: 'look.' },
      { what: 'added', text: 'know why.' },
    ])
    expect(wordDiff('Same.', 'Same.')).toEqual([{ what: 'same', text: 'Same.' }])
    expect(wordDiff('', '')).toEqual([])
  })

  it.each([
    ['', 'New.'],
    ['Old.', ''],
    ['a b c d', 'd c b a'],
    ['one\n\ntwo  three', 'one two\nthree'],
    ['🔥 é 数据库', '数据库 🔥'],
  ])('are all there: %j and %j', (before, after) => {
    expect(textOf(before, after, 'added')).toBe(before)
    expect(textOf(before, after, 'removed')).toBe(after)
  })

  it('are not compared where that takes too long', () => {
    const many = (word: string) => Array.from({ length: 5_000 }, (_, at) => `${word}${at} `).join('')
    expect(wordDiff(many('a'), many('b'))).toBeNull()
    expect(wordDiff(many('a'), `${many('a')}end`)).toHaveLength(2)
  })
})
