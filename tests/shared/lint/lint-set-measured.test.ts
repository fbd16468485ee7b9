import { describe, expect, it } from 'vitest'
import { lintUpdate } from '../../../src/shared/domain/lint/lint'
import { asLinted, countLint, labelledPart } from '../../support/lint-set'
import { shippedLint } from '../../support/shipped-lint'

const { words } = shippedLint().current()

describe('the labelled set', () => {
  // Of part D only totals: who sees which of its entries fail can no longer measure with it.
  it.each([
    ['a', { missed: 0, stopped: 0 }],
    ['b', { missed: 0, stopped: 0 }],
    ['c', { missed: 1, stopped: 1 }],
    ['d', { missed: 3, stopped: 1 }],
  ] as const)('[LN26] no more faults are missed and good texts stopped in part %s than were measured', (part, most) => {
    const { faults, found, blocked } = countLint(labelledPart(part), words)
    expect(faults - found).toBeLessThanOrEqual(most.missed)
    expect(blocked).toBeLessThanOrEqual(most.stopped)
  })

  it('[LN26] what is written there is judged by its text and facts alone, the same each time', () => {
    for (const entry of labelledPart('a'))
      expect(lintUpdate(asLinted({ ...entry, id: 'x', fault: null }), words)).toEqual(
        lintUpdate(asLinted(entry), words),
      )
  })
})

describe('hostile texts', () => {
  const [entry] = labelledPart('a')
  const long = (piece: string) => piece.repeat(Math.ceil(25_000 / piece.length))

  it.each([
    ...[
      '.',
      '"',
      '[',
      '{',
      '_',
      '`',
      '!',
      '?',
      '1',
      'A',
      '数据库故障',
      'a-',
      'a.',
      'a\n',
      '<A',
      '[A ',
      '12:00 ',
      'We fail. ',
    ],
    ...[
      'sk_live_',
      'password ',
      'https://a:',
      'eyJaaaaaaaa.',
      'will fix by we next update at 12:00 ',
      'İ',
      '\u0000',
      '\ud83c',
    ],
  ])('[LN26] end in bounded time and with places inside the text: %j', piece => {
    const body = long(piece)
    if (entry === undefined) throw new Error('No entries')
    const begun = process.cpuUsage()
    const { findings } = lintUpdate({ ...asLinted(entry), body, previous: body }, words)
    const { user } = process.cpuUsage(begun)
    expect(
      findings.every(
        ({ field, from, to }) => from >= 0 && from <= to && to <= (field === 'body' ? body : entry.title).length,
      ),
    ).toBe(true)
    expect(user / 1_000).toBeLessThan(3_000)
  })
})
