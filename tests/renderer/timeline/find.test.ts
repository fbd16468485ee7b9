import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Found, isFilter, passes, readQuery, startScan } from '../../../src/renderer/features/timeline/find/query'
import { handleOf, mentions, partsOf } from '../../../src/renderer/features/timeline/marks'
import type { EntryId } from '../../../src/shared/domain/ids'
import { responderNamed } from '../../../src/shared/domain/people'
import type { TimelineEntry } from '../../../src/shared/domain/timeline'

function said(text: string, change: Partial<TimelineEntry> = {}): TimelineEntry {
  const responder = responderNamed('Grace Hopper')
  if (responder === undefined) throw new Error('No name')
  return {
    ...{
      id: text as EntryId,
      seq: 1,
      kind: 'note',
      text,
      occurredAt: 0,
      recordedAt: 0,
      by: { kind: 'person', responder },
    },
    ...{ pinned: false, attachments: [], automatic: false, routine: false, earlier: [], retraction: null, ...change },
  }
}

describe('what is looked for', () => {
  it('reads the marks of the scribe’s line; the rest are words', () => {
    expect(readQuery('!decision @Ada #db +pin Pool full')).toEqual({
      ...{ kinds: ['decision'], people: ['ada'], tags: ['db'], pinned: true, words: ['pool', 'full'] },
    })
    expect(readQuery('!comms !status').kinds).toEqual(['comms', 'status'])
    expect(isFilter(readQuery('pool full'))).toBe(false)
  })

  it('a mark that is half typed is no word yet', () => {
    for (const typed of ['!', '!dec', '@', '#', '+', '+pi']) expect(readQuery(typed).words).toEqual([])
    expect(readQuery('!important').words).toEqual(['!important'])
  })

  it('leaves in what was said by or to a person, tagged, of a kind, pinned', () => {
    const fits = (typed: string, entry: TimelineEntry) => passes(readQuery(typed), entry)
    expect(fits('@grace', said('Rolled back'))).toBe(true)
    expect(fits('@grace.hop', said('Rolled back'))).toBe(true)
    expect(fits('@mei', said('Tell legal, @Mei.Tanaka.'))).toBe(true)
    expect(fits('@mei', said('mail me at x@mei.example'))).toBe(false)
    expect(fits('#db', said('pool full #db'))).toBe(true)
    expect(fits('#db', said('pool full #dbx'))).toBe(false)
    expect(fits('+pin', said('x', { pinned: true }))).toBe(true)
    expect(fits('+pin', said('x'))).toBe(false)
    expect(fits('!todo !finding', said('x', { kind: 'finding' }))).toBe(true)
    expect(fits('!todo', said('x', { kind: 'finding' }))).toBe(false)
  })

  it('the parts of a text are the text, whatever is in it', () => {
    const marks = fc.constantFrom('@', '#', '.', ' ', 'Ada', '(', 'é', '漢', '_')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(marks).map(list => list.join('')),
        ),
        text => {
          expect(
            partsOf(text)
              .map(part => part.text)
              .join(''),
          ).toBe(text)
        },
      ),
    )
    expect(mentions(`for @${handleOf('Mei  Tanaka')}, see #Pay.`)).toEqual({ people: ['mei.tanaka'], tags: ['pay'] })
  })
})

describe('looking through a long timeline', () => {
  it('finds what a plain look finds, the newest first, in slices that end in time', () => {
    const words = fc.constantFrom('pool', 'full', 'rollback', 'p99')
    const texts = fc.array(
      fc.array(words, { maxLength: 4 }).map(list => list.join(' ')),
      { maxLength: 700 },
    )
    fc.assert(
      fc.property(texts, fc.array(words, { minLength: 1, maxLength: 2 }), (lines, sought) => {
        const timeline = lines.map(text => said(text))
        const waiting: (() => void)[] = []
        let [at, told] = [0, undefined as Found | undefined]
        startScan({
          ...{ timeline, words: sought, passes: () => true, later: run => waiting.push(run) },
          tell: found => {
            told = found
          },
          // Each look at the clock says that the slice is over.
          clock: () => (at += 10),
        })
        for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) run()
        const plain = lines.flatMap((text, place) => (sought.every(word => text.includes(word)) ? place : []))
        expect(told).toEqual({ hits: plain.reverse(), done: true })
      }),
      { numRuns: 40 },
    )
  })
})
