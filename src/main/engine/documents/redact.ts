import type { Redaction } from '../../../shared/domain/document-kinds'
import * as english from '../../../shared/texts/english'
import { t } from '../../../shared/texts/t'
import type { Block, DocumentTree, EntryLine } from './blocks'
import { section } from './blocks'
import { hostPatterns, peoplePattern, secretPatterns, wordPattern } from './redact-patterns'

const texts = english.redaction

/** Strings of these fields say how a block looks or what it is, never what somebody wrote. */
const ours: ReadonlySet<string> = new Set(['block', 'look', 'tone', 'first', 'shown', 'hash', 'type', 'kind', 'absent'])

interface Rule {
  readonly what: string
  readonly find: RegExp
  readonly standIn: string | ((found: string) => string)
}

/**
 * [RD1] The document without what was asked to be left out, with a list of what was removed at its end and a word of it in
 * front. What looks like a token or a password is left out of every document, asked or not.
 * @param people names of everybody in the record
 */
export function redacted(tree: DocumentTree, asked: Redaction | undefined, people: readonly string[]): DocumentTree {
  const rules = [...secretRules, ...(asked === undefined ? [] : rulesOf(asked, people))]
  const counts = new Map<string, number>()
  const count = (what: string, by = 1) => counts.set(what, (counts.get(what) ?? 0) + by)
  const pictures = asked !== undefined && (asked.people || asked.hosts || asked.patterns.length > 0)
  const kinds: ReadonlySet<string> = new Set(asked?.kinds)
  const kept = (line: EntryLine) => {
    if (!kinds.has(line.kind)) return true
    count(t(texts.lines, { kind: line.kind }))
    return false
  }
  const line = (one: EntryLine): EntryLine => {
    if (!pictures || one.pictures.length === 0) return one
    count(texts.pictures, one.pictures.length)
    return { ...one, pictures: [] }
  }
  const { blocks, ...frame } = tree
  const filtered = kinds.size > 0 || pictures ? linesChanged(blocks, lines => lines.filter(kept).map(line)) : blocks
  const clean = textsChanged({ ...frame, blocks: filtered }, text => withoutFound(text, rules, count))
  return counts.size === 0 && asked === undefined ? clean : withList(clean, counts, asked !== undefined)
}

function withList(tree: DocumentTree, counts: ReadonlyMap<string, number>, asked: boolean): DocumentTree {
  const items = [...counts].map(([what, places]) => [t(texts.item, { what, places: String(places) })])
  const list: Block = { block: 'list', look: 'plain', items, none: texts.none }
  const word = asked ? texts.asked : texts.secretsRemoved
  return {
    ...tree,
    warning: tree.warning === null ? word : `${word} ${tree.warning}`,
    blocks: [...tree.blocks, section(texts.title, [list])],
  }
}

function linesChanged(
  blocks: readonly Block[],
  change: (lines: readonly EntryLine[]) => readonly EntryLine[],
): readonly Block[] {
  return blocks.map(block => {
    if (block.block === 'lines') return { ...block, lines: change(block.lines) }
    if (block.block === 'timeline')
      return {
        ...block,
        days: block.days.map(day => ({ ...day, lines: change(day.lines) })).filter(({ lines }) => lines.length > 0),
      }
    return 'blocks' in block ? { ...block, blocks: linesChanged(block.blocks, change) } : block
  })
}

/** Every text of a value, through all its lists and fields; what has none changed stays the same object. */
function textsChanged<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) {
    const changed = value.map(one => textsChanged(one, change))
    return (changed.some((one, at) => one !== value[at]) ? changed : value) as T
  }
  if (typeof value !== 'object' || value === null) return value
  const changed = Object.entries(value).flatMap(([name, one]) => {
    const next = ours.has(name) ? one : textsChanged(one, change)
    // An address without a part of it leads elsewhere.
    return next === one ? [] : [[name, name === 'url' ? null : next] as const]
  })
  return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) }
}

function withoutFound(text: string, rules: readonly Rule[], count: (what: string) => void): string {
  return rules.reduce((left, { what, find, standIn }) => {
    if (left === '') return left
    return left.replace(find, found => {
      count(what)
      return typeof standIn === 'string' ? standIn : standIn(found)
    })
  }, text)
}

const secretRules: readonly Rule[] = secretPatterns.map(find => ({
  ...{ what: texts.secrets, find, standIn: texts.secret },
}))

function rulesOf({ people: hidesPeople, hosts, patterns }: Redaction, people: readonly string[]): readonly Rule[] {
  const words = patterns.map(
    (pattern, at): Rule => ({
      // The words themselves are what must not be read: the list names them by their place.
      ...{ what: t(texts.words, { place: String(at + 1) }), find: wordPattern(pattern), standIn: texts.removed },
    }),
  )
  const machines = hostPatterns.map((find): Rule => ({ what: texts.hosts, find, standIn: texts.host }))
  return [...words, ...(hosts ? machines : []), ...(hidesPeople ? nameRules(people) : [])]
}

/** One person is the same number everywhere, so that a reader still sees who did what. */
function nameRules(people: readonly string[]): readonly Rule[] {
  const found = peoplePattern(people)
  if (found === undefined) return []
  const { find, numberOf } = found
  return [{ what: texts.people, find, standIn: name => t(texts.person, { number: String(numberOf(name)) }) }]
}
