import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { filesIn } from './house'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const most = 40

const glossary = read('docs/glossary.md')

/** The words in bold, each with the words that explain it. */
function termsOf(text: string): readonly (readonly [term: string, about: string])[] {
  return text.split(/^- (?=\*\*)/m).flatMap(part => {
    const [, term, about] = /^\*\*([^*]+)\*\*: (.+?)(?=\n\n|\n#|$)/s.exec(part) ?? []
    return term === undefined || about === undefined ? [] : [[term, about] as const]
  })
}

const sources = filesIn(join(root, 'src'), /\.tsx?$/).map(path => readFileSync(path, 'utf8'))

it(`the glossary has at most ${most} terms, each in bold once`, () => {
  const terms = termsOf(glossary).map(([term]) => term)
  expect(terms.length).toBeGreaterThan(20)
  expect(terms.length).toBeLessThanOrEqual(most)
  expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([])
  expect(glossary.match(/\*\*[^*]+\*\*/g)).toHaveLength(terms.length)
})

it('explains each term in three sentences at most', () => {
  const long = termsOf(glossary).filter(([, about]) => about.trim().split(/\.\s/).length > 3)
  expect(long.map(([term]) => term)).toEqual([])
})

it('names only code and folders that exist', () => {
  const names = [...glossary.matchAll(/`([\w/]+)`/g)]
    .map(([, name = '']) => name)
    .filter(name => name !== 'code' && name !== 'Esc')
  const missing = names.filter(name =>
    name.includes('/')
      ? readdirSync(join(root, name)).length === 0
      : !sources.some(source => new RegExp(`\\b(type|interface|function|const|class) ${name}\\b`).test(source)),
  )
  expect(names.length).toBeGreaterThan(5)
  expect(missing).toEqual([])
})

it('is linked from the README and from the guide for contributors', () => {
  for (const path of ['README.md', 'CONTRIBUTING.md'])
    expect(read(path)).toMatch(/\]\((docs\/)?glossary\.md\)|docs\/glossary\.md\)/)
})
