import { describe, expect, it } from 'vitest'
import { readEntries } from '../../../src/renderer/features/timeline/line-grammar'
import { utcRowClock } from '../../../src/renderer/ui/row-clock'

const now = Date.UTC(2026, 10, 28, 14, 40)
const read = (typed: string) => readEntries(typed, now, utcRowClock)
const texts = (lines: readonly { readonly text: string }[] | undefined) => lines?.map(({ text }) => text)

describe('[TL12] several lines', () => {
  it('are one entry with its lines, or an entry each', () => {
    const { one, each, lines } = read('one\ntwo\nthree\nfour\nfive\n')
    expect(lines).toBe(5)
    expect(texts(one)).toEqual(['one\ntwo\nthree\nfour\nfive'])
    expect(texts(each)).toEqual(['one', 'two', 'three', 'four', 'five'])
  })

  it('each have their own kind and time', () => {
    const { each } = read('14:23 Pool is full\n!decision 14:30 Roll back\n\n   \nThird')
    expect(each).toMatchObject([
      { kind: 'note', text: 'Pool is full', occurredAt: Date.UTC(2026, 10, 28, 14, 23) },
      { kind: 'decision', text: 'Roll back', occurredAt: Date.UTC(2026, 10, 28, 14, 30) },
      { kind: 'note', text: 'Third', occurredAt: null },
    ])
  })

  it('keep the lines of a stack trace, and their indentation', () => {
    const trace = 'java.lang.IllegalStateException: pool\n\tat db.Pool.take(Pool.java:41)\n\tat api.Pay.run(Pay.java:7)'
    expect(texts(read(trace).one)).toEqual([trace])
  })

  it('that are all indented keep their shape', () => {
    const yaml = '\n    spec:\n      replicas: 3\n\n      image: x\n   \n'
    expect(texts(read(yaml).one)).toEqual(['spec:\n  replicas: 3\n\n  image: x'])
  })

  it.each(['\r\n', '\r', '\u2028', '\u0085'])('end as systems end them: %j', end => {
    expect(texts(read(`one${end}two`).each)).toEqual(['one', 'two'])
  })

  it.each(['', '   ', '\n\n', 'one', 'one\n', '\none'])(
    'are no several lines where there is one, or none: %j',
    typed => {
      expect(read(typed).each).toBeUndefined()
      expect(texts(read(typed).one)).toEqual([typed.trim()])
    },
  )

  it('are no entries of their own where there are too many of them', () => {
    const log = Array.from({ length: 500 }, (_, at) => `line ${at}`).join('\n')
    expect(read(log).each).toBeUndefined()
    expect(read(log).lines).toBe(500)
    expect(texts(read(log).one)).toEqual([log])
  })
})

describe('[TL12] a text that is longer than an entry', () => {
  it.each([
    ['of lines', `${'x'.repeat(99)}\n`.repeat(200).trimEnd()],
    ['of words', 'word '.repeat(4_000).trimEnd()],
    ['without a space', 'x'.repeat(20_000)],
    ['of emoji', '🙂'.repeat(10_000)],
    ['ten times too long', 'lorem ipsum\n'.repeat(10_000).trimEnd()],
  ])('is cut into entries, and nothing of it is lost: %s', (_, text) => {
    const { one } = read(text)
    expect(one.length).toBeGreaterThan(1)
    for (const part of one) {
      expect(part.text.length).toBeLessThanOrEqual(10_000)
      expect(part.text.isWellFormed()).toBe(true)
    }
    const bare = (all: string) => all.replace(/\s+/g, '')
    expect(bare(one.map(part => part.text).join(''))).toBe(bare(text))
  })

  it('keeps its kind and its time in each part', () => {
    const { one } = read(`!finding 14:00 ${'x'.repeat(15_000)}`)
    expect(one).toMatchObject([
      { kind: 'finding', occurredAt: Date.UTC(2026, 10, 28, 14) },
      { kind: 'finding', occurredAt: Date.UTC(2026, 10, 28, 14) },
    ])
  })
})
