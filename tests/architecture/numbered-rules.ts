import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A number of a rule where code, a test or a document cites it. */
export interface Citation {
  readonly id: string
  /** `file:line`, for a person to go to. */
  readonly at: string
  readonly as: 'comment' | 'title' | 'text'
}

export interface Rule {
  readonly id: string
  readonly sentence: string
}

const ID = /\[([A-Z]{2}\d+)\]/g
const ROW = /^\| ([A-Z]{2}\d+) \| (.*) \|$/
const SOURCE = /\.(ts|tsx|mjs|css)$/
const COMMENT_BEFORE = /^\s*\*|(^|\s|\{)\/[/*]/
/** A string that begins with numbers, this one among them: a title, or a row of `it.each` that is part of one. */
const TITLE_BEFORE = /['"`](\[[A-Z]{2}\d+\]\s*)*$/

/**
 * Finds the numbers in a file. In sources they count in a comment and, in a test, at the beginning of a title; in a
 * document they count anywhere. The same letters anywhere else come back as `text`.
 */
export function citationsIn(file: string, content: string): readonly Citation[] {
  if (!content.includes('[')) return []
  const lines = content.split('\n')
  return lines.flatMap((line, at) =>
    [...line.matchAll(ID)].map(match => {
      const as = roleOf(file, line.slice(0, match.index))
      return {
        id: match[1] ?? '',
        at: `${file}:${at + 1}`,
        as: as === 'title' && isSoak(lines.slice(at)) ? 'comment' : as,
      }
    }),
  )
}

/** The test whose title begins here is left out of `npm test`, so that it is no proof that a rule holds. */
function isSoak(lines: readonly string[]): boolean {
  const body = lines.findIndex(line => /=>\s*\{?$|\]\)/.test(line))
  return lines.slice(0, body + 1).some(line => line.includes("'@soak'"))
}

function roleOf(file: string, before: string): Citation['as'] {
  if (file.startsWith('tests/') && TITLE_BEFORE.test(before)) return 'title'
  return file.endsWith('.md') || COMMENT_BEFORE.test(before) ? 'comment' : 'text'
}

/** Every citation below `src`, `tests` and `scripts`, and in the documents that people of the project read. */
export function citationsOf(project: string): readonly Citation[] {
  const sources = ['src', 'tests', 'scripts'].flatMap(folder =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => SOURCE.test(name))
      .map(name => `${folder}/${name.replaceAll('\\', '/')}`),
  )
  const documents = readdirSync(join(project, 'docs')).map(name => `docs/${name}`)
  return [...sources, ...documents.filter(name => name.endsWith('.md')), 'README.md', 'CONTRIBUTING.md'].flatMap(file =>
    citationsIn(file, readFileSync(join(project, file), 'utf8')),
  )
}

/** The rows of the list of rules, and each line of its tables that is no row of a rule. */
export function rulesIn(spec: string): { readonly rules: readonly Rule[]; readonly odd: readonly string[] } {
  const lines = spec.split('\n').filter(line => line.startsWith('|') && !/^\|( rule |---)/.test(line))
  const rules = lines.flatMap(line => {
    const [, id, sentence] = ROW.exec(line) ?? []
    return id === undefined || sentence === undefined ? [] : [{ id, sentence }]
  })
  return {
    rules,
    odd: lines.filter(line => !ROW.test(line)).map(line => `is no row of one rule: ${line.slice(0, 80)}`),
  }
}

/** What is wrong between the rules and those who cite them, one line for each fault; empty where all is well. */
export function faultsBetween(spec: string, citations: readonly Citation[]): readonly string[] {
  const { rules, odd } = rulesIn(spec)
  return [...odd, ...rowFaults(rules), ...orderFaults(rules), ...citationFaults(rules, citations)]
}

function rowFaults(rules: readonly Rule[]): readonly string[] {
  return rules.flatMap(({ id, sentence }) => [
    ...(/\b(src|tests|docs|scripts)\//.test(sentence) ? [`${id} points at a folder instead of saying what holds`] : []),
    ...(/^\S+(\s+\S+){3,}[.]$/.test(sentence) ? [] : [`${id} has no sentence`]),
  ])
}

/** Each number once, its family in one piece and in order. */
function orderFaults(rules: readonly Rule[]): readonly string[] {
  const seen = new Map<string, number>()
  return rules.flatMap(({ id }, at) => {
    const [family, number] = [id.slice(0, 2), Number(id.slice(2))]
    const last = seen.get(family)
    seen.set(family, Math.max(number, last ?? 0))
    if (rules.findIndex(rule => rule.id === id) < at) return [`${id} has two rows`]
    if (last === undefined) return []
    if (last > number) return [`${id} stands behind ${family}${last}`]
    return rules[at - 1]?.id.startsWith(family) === true ? [] : [`${id} stands apart from its family`]
  })
}

function citationFaults(rules: readonly Rule[], citations: readonly Citation[]): readonly string[] {
  const known = new Set(rules.map(({ id }) => id))
  const [cited, tested] = [new Map<string, string>(), new Set<string>()]
  for (const { id, at, as } of citations) {
    if (as === 'text') continue
    if (!cited.has(id)) cited.set(id, at)
    if (as === 'title') tested.add(id)
  }
  return [
    ...[...cited].filter(([id]) => !known.has(id)).map(([id, at]) => `${id} is cited in ${at} and has no row`),
    ...[...known].filter(id => !cited.has(id)).map(id => `${id} has a row and is cited nowhere`),
    ...[...known].filter(id => cited.has(id) && !tested.has(id)).map(id => `${id} is in no test's title`),
  ]
}
