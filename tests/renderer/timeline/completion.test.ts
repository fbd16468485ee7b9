import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  completionAt,
  kindOffers,
  type Vocabulary,
  withOffer,
} from '../../../src/renderer/features/timeline/complete/completion'
import { readLine } from '../../../src/renderer/features/timeline/line-grammar'

const known: Vocabulary = {
  kinds: kindOffers,
  people: [
    { name: 'Grace Hopper', detail: 'Tech lead' },
    { name: 'Ada Park', detail: 'Incident commander' },
    { name: 'Lin', detail: '' },
  ],
  tags: ['payments', 'pool'],
  hypotheses: [
    { text: 'bad deploy', state: 'open' },
    { text: 'network', state: 'eliminated' },
    { text: 'bad disk', state: 'open' },
  ],
  sources: ['support', 'social media', 'sales'],
  teams: ['Payments', 'Payments EU'],
  marksLead: true,
}

/** The caret stands at `|`. */
function offered(typed: string, words = known): readonly string[] {
  const caret = typed.indexOf('|')
  return completionAt(typed.replace('|', ''), caret, words)?.offers.map(({ insert }) => insert) ?? []
}

describe('[TL8] completion', () => {
  it('offers kinds at the beginning of a line only, people and tags anywhere', () => {
    expect(offered('!de|')).toEqual(['!decision', '!decide'])
    expect(offered('-5m !t|')).toEqual(['!todo', '!task', '!tried'])
    expect(offered('14:23 !|')).toHaveLength(6)
    expect(offered('Roll back !de|')).toEqual([])
    expect(offered('Roll back !de|', { ...known, marksLead: false })).toEqual(['!decision', '!decide'])
    expect(offered('ask @|')).toEqual(['@Grace.Hopper', '@Ada.Park', '@Lin'])
    expect(offered('ask @ho|')).toEqual(['@Grace.Hopper'])
    expect(offered('ask @grace.h|')).toEqual(['@Grace.Hopper'])
    expect(offered('full #p|')).toEqual(['#payments', '#pool'])
    expect(offered('full +p|')).toEqual(['+pin'])
  })

  it('offers nothing for a mark that is complete, for other words, and in the midst of one', () => {
    for (const typed of ['!decision|', '@Lin|', '#pool|', '+pin|', 'Ada|', 'mail@ad|', '@L|in', '|', ' |']) {
      expect(offered(typed), typed).toEqual([])
    }
  })

  it('leaves all other text as it is, and reads as what was offered', () => {
    const text = fc.string({ maxLength: 20 }).map(part => part.replaceAll(/\s/g, ' '))
    const mark = fc.constantFrom('@g', '@', '#po', '+', '@ad')
    fc.assert(
      fc.property(text, mark, text, (head, word, tail) => {
        const before = head === '' ? '' : `${head} `
        const typed = `${before}${word}${tail === '' ? '' : ` ${tail}`}`
        const caret = before.length + word.length
        const completion = completionAt(typed, caret, known)
        if (completion === undefined) throw new Error(`nothing for ${typed}`)
        for (const offer of completion.offers) {
          const after = withOffer(typed, completion, offer)
          expect(after.text.slice(0, before.length)).toBe(before)
          expect(after.text.slice(before.length)).toBe(`${offer.insert} ${tail}`)
          expect(after.text.slice(after.caret)).toBe(tail)
        }
      }),
    )
  })

  it('[SG5] offers the open hypotheses behind the mark of evidence, by number', () => {
    expect(offered('!for |')).toEqual(['1', '3'])
    expect(offered('!against bad|')).toEqual(['1', '3'])
    expect(offered('\uff01for b|')).toEqual(['1', '3'])
    expect(offered('!for net|')).toEqual([])
    expect(offered('!task |')).toEqual([])
  })

  it('a completed kind is the kind of the line', () => {
    for (const { insert } of kindOffers) {
      const completion = completionAt(insert.slice(0, 2), 2, known)
      const offer = completion?.offers.find(one => one.insert === insert)
      if (completion === undefined || offer === undefined) throw new Error(`${insert} is not offered`)
      const line = readLine(`${withOffer(insert.slice(0, 2), completion, offer).text}Text`, 0)
      if (line.strategy === null) expect(`!${line.kind}`).toBe(insert)
      expect(line.text).toMatch(/Text$/)
    }
  })
})
