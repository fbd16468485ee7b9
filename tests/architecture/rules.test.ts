import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { citationsIn, citationsOf, faultsBetween, rulesIn } from './numbered-rules'

const project = resolve(import.meta.dirname, '../..')
const citations = citationsOf(project)
const spec = readFileSync(join(project, 'src/shared/domain/SPEC.md'), 'utf8')

/** `number in file` of what has the form of a rule's number and is none, or is cited where it does not count: with the reason. */
const notRules: Readonly<Record<string, string>> = {}

/** As it is cited, spelt so that this file cites nothing. */
const cite = (id: string) => `[${id}]`
const table = (...rows: readonly string[]) => ['| rule | what holds |', '|---|---|', ...rows].join('\n')
const row = (id: string, sentence = 'A clock never runs backwards.') => `| ${id} | ${sentence} |`
const cited = (...ids: readonly string[]) =>
  ids.flatMap(id => citationsIn('tests/a.test.ts', `  it('${cite(id)} never runs backwards', () => {`))

describe('the numbered rules', () => {
  it('have one row each with a sentence, in the order of their family, and a test that bears the number', () => {
    expect(rulesIn(spec).rules.length).toBeGreaterThan(500)
    // After a merge that left rows twice: take the file of main, and add your rows to their family again.
    expect(faultsBetween(spec, citations)).toEqual([])
  })

  it('are cited in comments and at the beginning of titles; what only looks like a number is listed with its reason', () => {
    const elsewhere = citations
      .filter(({ as }) => as === 'text')
      .map(({ id, at }) => `${id} in ${at.replace(/:\d+$/, '')}`)
    expect([...new Set(elsewhere)].sort()).toEqual(Object.keys(notRules).sort())
  })
})

describe('the look for faults', () => {
  it('finds nothing where each number has its row and its test', () => {
    expect(faultsBetween(table(row('QA1'), row('QA2'), row('QB1')), cited('QA1', 'QA2', 'QB1'))).toEqual([])
  })

  it.each([
    ['a number without a row', table(row('QA1')), ['QA1', 'QA2'], 'QA2 is cited in tests/a.test.ts:1 and has no row'],
    ['a row that nobody cites', table(row('QA1'), row('QA2')), ['QA1'], 'QA2 has a row and is cited nowhere'],
    ['two rows of one number', table(row('QA1'), row('QA1')), ['QA1'], 'QA1 has two rows'],
    ['a wrong order', table(row('QA2'), row('QA1')), ['QA1', 'QA2'], 'QA1 stands behind QA2'],
    ['ten before nine', table(row('QA10'), row('QA9')), ['QA9', 'QA10'], 'QA9 stands behind QA10'],
    [
      'a family in two places',
      table(row('QA1'), row('QB1'), row('QA2')),
      ['QA1', 'QA2', 'QB1'],
      'QA2 stands apart from its family',
    ],
    ['an empty row', table('| QA1 |  |'), ['QA1'], 'QA1 has no sentence'],
    ['a row of a word', table(row('QA1', 'Clocks.')), ['QA1'], 'QA1 has no sentence'],
    ['a row without an end', table(row('QA1', 'A clock never runs: `waits`')), ['QA1'], 'QA1 has no sentence'],
    [
      'a row that points at a folder',
      table(row('QA1', 'How the clocks run: see `src/main/clocks`.')),
      ['QA1'],
      'QA1 points at a folder instead of saying what holds',
    ],
    [
      'a row of several numbers',
      table(row('QA1'), '| QA2–QA9 | How clocks run in a drill. |'),
      ['QA1'],
      'is no row of one rule: | QA2–QA9 | How clocks run in a drill. |',
    ],
  ])('names %s', (_what, text, ids, fault) => {
    expect(faultsBetween(text, cited(...ids))).toEqual([fault])
  })

  it('names a rule that no test bears, however often the code cites it', () => {
    const inCode = citationsIn('src/a.ts', `/** ${cite('QA1')} Never backwards. */\nconst at = 1 // ${cite('QA1')}`)
    expect(faultsBetween(table(row('QA1')), inCode)).toEqual(["QA1 is in no test's title"])
  })
})

describe('a number counts', () => {
  const roles = (file: string, text: string) => citationsIn(file, text).map(({ id, as }) => `${id} ${as}`)

  it.each([
    ['a title', `it('${cite('QA1')} holds', () => {`, ['QA1 title']],
    ['a title of two', `it('${cite('QA1')} ${cite('QB2')} holds', () => {`, ['QA1 title', 'QB2 title']],
    [
      'no title of a walk that only the soak runs',
      `test('${cite('QA1')} at length', { tag: '@soak' }, async () => {`,
      ['QA1 comment'],
    ],
    [
      'nor where its tag is below it',
      `test('${cite('QA1')} long', {\n  tag: '@soak',\n}, async () => {`,
      ['QA1 comment'],
    ],
    [
      'but that of the test above one',
      `it('${cite('QA1')} holds', () => {\n})\ntest('long', { tag: '@soak' }, () => {`,
      ['QA1 title'],
    ],
    ['a title with a quote in it', `it("${cite('QA1')} it's so", () => {`, ['QA1 title']],
    ['a row of a table of tests', `  ['${cite('QA1')} an empty one', '', null],`, ['QA1 title']],
    ['a comment', `// Why ${cite('QA1')} is so`, ['QA1 comment']],
    ['a comment of several lines', `   * see ${cite('QA1')}`, ['QA1 comment']],
    ['a comment behind code', `run() // ${cite('QA1')}`, ['QA1 comment']],
    ['not within a string', `expect(text).toBe('see ${cite('QA1')}')`, ['QA1 text']],
    ['not behind an address', `open('http://host/${cite('QA1')}')`, ['QA1 text']],
    ['not as a class of letters', `const found = /${cite('QA1')}/`, ['QA1 text']],
  ])('%s', (_what, text, expected) => expect(roles('tests/a.test.ts', text)).toEqual(expected))

  it('in the code only in comments: what a person reads is no title', () => {
    expect(roles('src/a.ts', `say('${cite('QA1')} is a seat')`)).toEqual(['QA1 text'])
    expect(roles('src/a.tsx', `{/* ${cite('QA1')} */}`)).toEqual(['QA1 comment'])
  })
})
