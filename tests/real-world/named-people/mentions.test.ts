import { describe, expect, it } from 'vitest'
import { completionAt } from '../../../src/renderer/features/timeline/complete/completion'
import { passes, readQuery } from '../../../src/renderer/features/timeline/find/query'
import { handleOf, mentions, namesPattern, partsOf } from '../../../src/renderer/features/timeline/marks'
import type { TimelineEntry } from '../../../src/shared/domain/timeline'

const team = [
  'Amara Osei',
  'José Álvarez Díaz',
  '佐藤 花子',
  '花子',
  'अमरा ओसेई',
  'Олена Коваль',
  "Sinéad O'Brien",
  'Ada',
  'Ana-Maria van der Berg',
  'C++ (build) Bot',
]
const names = namesPattern(team)
const people = (text: string) =>
  partsOf(text, names)
    .filter(({ mark }) => mark === 'person')
    .map(part => part.text)

describe('[ME1] a mention', () => {
  it.each([
    ['@Amara Osei is called', ['@Amara Osei']],
    ['Ask @Amara Osei, then @Ada.', ['@Amara Osei', '@Ada']],
    ['@amara osei is called', ['@amara osei']],
    ['@Amara.Osei is called', ['@Amara.Osei']],
    ['@Amara\u00a0Osei is called', ['@Amara\u00a0Osei']],
    ['@Amara  Osei is called', ['@Amara  Osei']],
    ['(@Amara Osei)', ['@Amara Osei']],
    ['@José Álvarez Díaz looks', ['@José Álvarez Díaz']],
    ['@José Álvarez Díaz looks'.normalize('NFD'), ['@José Álvarez Díaz'.normalize('NFD')]],
    ['@佐藤 花子 が対応', ['@佐藤 花子']],
    ['@花子に連絡しました', ['@花子']],
    ['@अमरा ओसेई देख रही है', ['@अमरा ओसेई']],
    ['@Олена Коваль дивиться', ['@Олена Коваль']],
    ["@Sinéad O'Brien looks", ["@Sinéad O'Brien"]],
    ['@Ana-Maria van der Berg looks', ['@Ana-Maria van der Berg']],
    ['@C++ (build) Bot failed', ['@C++ (build) Bot']],
    ['＠Amara Osei is called', ['＠Amara Osei']],
    ['@Amara Osein is another', ['@Amara']],
    ['@Amara is called', ['@Amara']],
    ['@Ada rolls back', ['@Ada']],
    ['@Nobody Known looks', ['@Nobody']],
    ['mail amara@osei.example', []],
    ['@', []],
    ['', []],
  ])('is the whole name of somebody who is known, once: %j', (text, found) => {
    expect(people(text)).toEqual(found)
    expect(
      partsOf(text, names)
        .map(part => part.text)
        .join(''),
    ).toBe(text)
  })

  it('of a word with marks on its letters is all of the word, also where nobody is known', () => {
    expect(partsOf('@अमरा देख')[0]).toEqual({ text: '@अमरा', mark: 'person' })
    expect(partsOf(`@${'José'.normalize('NFD')} looks`)[0]?.text).toBe(`@${'José'.normalize('NFD')}`)
    expect(namesPattern([])).toBeNull()
    expect(namesPattern(['', 'Ada'])).toBeNull()
  })

  it('is found by the name in whatever form it is looked for', () => {
    const line = {
      text: 'Ask @josé álvarez díaz'.normalize('NFD'),
      kind: 'note',
      pinned: false,
      by: { kind: 'engine' },
    }
    const finds = (typed: string) => passes(readQuery(typed, names), line as TimelineEntry, names)
    expect(finds('@José Álvarez Díaz')).toBe(true)
    expect(finds('@José.Álvarez'.normalize('NFD'))).toBe(true)
    expect(finds('@Amara Osei')).toBe(false)
    expect(mentions(line.text, names).people).toEqual([handleOf('josé álvarez díaz')])
  })

  it('takes time in proportion to the text, with hundreds of people known', () => {
    const many = namesPattern(Array.from({ length: 500 }, (_, at) => `Person Number${at} Of The Team`))
    const started = performance.now()
    partsOf('@Person Number '.repeat(2_000), many)
    expect(performance.now() - started).toBeLessThan(30_000)
  })
})

describe('[TL8] completion', () => {
  const known = {
    kinds: [],
    people: team.map(name => ({ name, detail: '' })),
    tags: [],
    hypotheses: [],
    sources: [],
    teams: [],
    marksLead: true,
  }
  const offered = (text: string) => completionAt(text, text.length, known)?.offers.map(({ insert }) => insert)

  it('goes on behind the space of a name', () => {
    expect(offered('Ask @Amara Os')).toEqual(['@Amara.Osei'])
    expect(offered('@ana-maria van d')).toEqual(['@Ana-Maria.van.der.Berg'])
    expect(offered(`@${'José Á'.normalize('NFD')}`)).toEqual(['@José.Álvarez.Díaz'])
  })

  it('ends with the name', () => {
    expect(offered('Ask @Amara Osei ')).toBeUndefined()
    expect(offered('Ask @Amara Osei to look')).toBeUndefined()
    expect(offered('@Ada looks')).toBeUndefined()
  })
})
