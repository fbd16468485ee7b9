import { type Node, Parser } from 'commonmark'
import type { CodedPart } from '../../../shared/contract/fault-codes'
import type { RunbookPart, RunbookSpan, RunbookStep } from '../../../shared/domain/runbook'
import type { FileFlaw } from '../guards/yaml-text'
import { readAttribute } from './command-attribute'
import { isHtmlComment, spansOf, textOfSpans } from './runbook-spans'

export interface StepsRead {
  /** The heading of the first level, where the text begins with one. */
  readonly title: string | undefined
  readonly steps: readonly RunbookStep[]
  /** What is not understood, or not shown as it was meant. */
  readonly flaws: readonly FileFlaw[]
}

/** Languages whose blocks are something to do; a block of another one is if it says what it does. */
const languages: ReadonlySet<string> = new Set([
  'sh',
  'bash',
  'zsh',
  'shell',
  'console',
  'powershell',
  'sql',
  'psql',
  'promql',
  'logql',
  'http',
])

/** What is being read: where it stands, and what was found so far. */
interface Reading {
  /** Of the whole file, with the front matter. */
  readonly lines: readonly string[]
  /** Lines before the text. */
  readonly before: number
  readonly steps: { heading: string; level: number; line: number; parts: RunbookPart[] }[]
  readonly flaws: FileFlaw[]
  /** Lists and quotes that are open, the innermost last. */
  readonly around: Node[]
  /** Of items whose text has not come yet. */
  readonly waiting: Node[]
  title: string | undefined
}

/**
 * [RN3] Headings become steps, task items ticks, fenced code commands. It takes CommonMark of any kind; a caller bounds
 * its time.
 * @param lines of the whole file
 * @param before how many of them are the front matter
 */
export function readRunbookSteps(lines: readonly string[], before: number): StepsRead {
  const document = new Parser().parse(lines.slice(before).join('\n'))
  const reading: Reading = { lines, before, steps: [], flaws: [], around: [], waiting: [], title: undefined }
  const walker = document.walker()
  for (let event = walker.next(); event !== null; event = walker.next()) {
    const { node, entering } = event
    const holds = node.type === 'list' || node.type === 'block_quote'
    if (holds && entering) reading.around.push(node)
    else if (holds) reading.around.pop()
    else if (node.type === 'item') openItem(reading, node, entering)
    else if (entering) {
      readBlock(reading, node)
      // Its text was read with it: the walker would bring each piece of it again.
      if (node.type === 'paragraph' || node.type === 'heading') walker.resumeAt(node, false)
    }
  }
  return { title: reading.title, steps: reading.steps, flaws: reading.flaws }
}

function openItem(reading: Reading, node: Node, entering: boolean): void {
  if (entering) reading.waiting.push(node)
  // An item without any text of its own.
  else if (reading.waiting.at(-1) === node) reading.waiting.pop()
}

function readBlock(reading: Reading, node: Node): void {
  if (node.type === 'heading') readHeading(reading, node)
  else if (node.type === 'paragraph') readParagraph(reading, node)
  else if (node.type === 'code_block') readCode(reading, node)
  else if (node.type === 'html_block' && !isHtmlComment(node)) {
    remark(reading, node, { code: 'runbook-html' })
    const spans = [{ text: (node.literal ?? '').trim() }]
    add(reading, { kind: 'text', line: lineOf(reading, node), depth: reading.around.length, spans })
  }
}

function readHeading(reading: Reading, node: Node): void {
  const heading = textOfSpans(textsOf(reading, node)).trim()
  const line = lineOf(reading, node)
  const first = reading.steps.length === 0 && reading.title === undefined
  if (first && node.level === 1) reading.title = heading
  else reading.steps.push({ heading, level: node.level, line, parts: [] })
}

function readParagraph(reading: Reading, node: Node): void {
  const spans = textsOf(reading, node)
  const line = lineOf(reading, node)
  const depth = reading.around.length
  if (isTable(reading, node)) remark(reading, node, { code: 'runbook-table' })
  const item = reading.waiting.at(-1)
  if (item === undefined) {
    add(reading, { kind: 'text', line, depth, spans })
    return
  }
  reading.waiting.pop()
  const number = item.listType === 'ordered' ? numberOf(item) : null
  const [first, ...others] = spans
  const [box, mark] = /^\[([ xX])\]\s+/.exec(first?.look === undefined ? (first?.text ?? '') : '') ?? []
  const done = mark === undefined ? null : mark !== ' '
  const said =
    first === undefined || box === undefined ? spans : [{ ...first, text: first.text.slice(box.length) }, ...others]
  add(reading, { kind: 'item', line, depth, number, done, spans: said })
}

/** The library counts only the first item of a list. */
function numberOf(item: Node): number {
  let number = item.parent?.listStart ?? 1
  for (let before = item.prev; before !== null; before = before.prev) number += 1
  return number
}

/** CommonMark has no tables: GitHub's is a paragraph with a row of dashes. */
function isTable(reading: Reading, node: Node): boolean {
  const second = reading.lines[lineOf(reading, node)] ?? ''
  return second.length < 1_000 && second.includes('|') && /^[\s|:>-]*-[\s|:>-]*$/.test(second)
}

function readCode(reading: Reading, node: Node): void {
  const line = lineOf(reading, node)
  const text = (node.literal ?? '').replace(/\n$/, '')
  const [, fence = ''] = /^([`~]{3,})/.exec((reading.lines[line - 1] ?? '').slice(columnOf(node) - 1)) ?? []
  const begin = columnOf(node) - 1 + fence.length
  const info = fence === '' ? '' : (reading.lines[line - 1] ?? '').slice(begin)
  const { language, does, name, expect, dry, flaws } = readAttribute(info)
  for (const { offset, flaw } of flaws) reading.flaws.push({ line, column: begin + offset + 1, flaw })
  if (does === undefined && !languages.has(language.toLowerCase())) add(reading, { kind: 'code', line, language, text })
  else if (text.trim() === '') remark(reading, node, { code: 'runbook-empty-command' })
  else {
    if (name !== null && isNamed(reading, name)) remark(reading, node, { code: 'runbook-name-twice', values: { name } })
    // Whoever does not say that it only looks may change something.
    add(reading, { kind: 'command', line, language, text, name, does: does ?? 'step', expect, dry })
  }
}

function isNamed({ steps }: Reading, name: string): boolean {
  return steps.some(({ parts }) => parts.some(part => part.kind === 'command' && part.name === name))
}

function textsOf(reading: Reading, node: Node): readonly RunbookSpan[] {
  const { spans, remarks } = spansOf(node)
  const [first] = remarks
  if (first !== undefined) remark(reading, node, first)
  return spans
}

function add(reading: Reading, part: RunbookPart): void {
  const step = reading.steps.at(-1)
  if (step === undefined) reading.steps.push({ heading: '', level: 1, line: part.line, parts: [part] })
  else step.parts.push(part)
}

function remark(reading: Reading, node: Node, flaw: CodedPart): void {
  reading.flaws.push({ line: lineOf(reading, node), column: columnOf(node), flaw })
}

function lineOf({ before }: Reading, node: Node): number {
  return before + (node.sourcepos?.[0][0] ?? 1)
}

function columnOf(node: Node): number {
  return node.sourcepos?.[0][1] ?? 1
}
