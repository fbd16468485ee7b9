import type { Block, DocumentTree, EntryLine, Fact, Inline, InlineText } from './blocks'
import { inlineWords } from './inline-words'
import { webAddress } from './markdown-text'

/** The published form, `docs/document.schema.json`. A field that goes or changes its meaning is a new version. */
export const JSON_SCHEMA = 'quarterdeck-document'
export const JSON_VERSION = 1

/**
 * [FM1] The document for other programs: the same blocks, every text plain, every time as an instant in UTC beside what a
 * reader sees. A section has an id made of its title, so that a program finds what it wants without reading English.
 */
export function writeJson(tree: DocumentTree): string {
  const { kind, title, banner, asOf, badge, heading, strip, warning, age, over, blocks, footer } = tree
  const document = {
    schema: JSON_SCHEMA,
    version: JSON_VERSION,
    kind,
    title,
    drill: banner !== null,
    asOf: instant(asOf.at),
    age: lineOf(age),
    notReached: warning,
    severity: badge.text,
    incident: inlineWords([heading]),
    over,
    head: strip.map(factOf),
    blocks: blocks.map(blockOf),
    footer,
  }
  return `${JSON.stringify(document, null, 1)}\n`
}

const instant = (at: number) => new Date(at).toISOString()
const idOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** A line's text, and what of it is more than text. */
function lineOf(line: InlineText) {
  const [times, links] = [line.flatMap(timesOf), line.flatMap(linksOf)]
  return {
    text: inlineWords(line),
    ...(times.length > 0 && { times }),
    ...(links.length > 0 && { links }),
  }
}

function inside(piece: Inline): InlineText {
  if (typeof piece === 'string') return []
  if ('strong' in piece) return piece.strong
  return 'small' in piece ? piece.small : []
}

function timesOf(piece: Inline): readonly string[] {
  if (typeof piece !== 'string' && 'at' in piece) return [instant(piece.at)]
  return inside(piece).flatMap(timesOf)
}

/** [HD9] An address that is not one of the web is text, here too. */
function linksOf(piece: Inline): readonly { readonly text: string; readonly url: string | null }[] {
  if (typeof piece !== 'string' && 'link' in piece) return [{ text: piece.link, url: webAddress(piece.url) }]
  return inside(piece).flatMap(linksOf)
}

function factOf({ name, value, note, look }: Fact) {
  return {
    name: inlineWords([name]),
    value: 'block' in value ? blockOf(value) : { block: 'line', ...lineOf(value) },
    ...(note !== undefined && { note: lineOf(note) }),
    ...(look === 'overdue' && { overdue: true }),
  }
}

function blockOf(block: Block): object {
  switch (block.block) {
    case 'section':
      return { block: 'section', id: idOf(block.title), title: block.title, blocks: block.blocks.map(blockOf) }
    case 'first-page':
    case 'columns':
      return { block: block.block, blocks: block.blocks.map(blockOf) }
    case 'callout':
      return { block: 'missing', id: 'missing', items: block.items, note: block.note }
    case 'facts':
      return {
        block: 'facts',
        facts: block.facts.map(factOf),
        ...(block.source !== undefined && { source: lineOf(block.source) }),
      }
    case 'cards':
      return { block: 'facts', id: idOf(block.title), facts: block.cards.map(factOf) }
    case 'table':
      return {
        ...{ block: 'table', columns: block.columns },
        rows: block.rows.map(row => row.map(({ line, absent }) => ({ ...lineOf(line), absent: absent !== undefined }))),
      }
    case 'list':
      return { block: 'list', items: block.items.map(lineOf) }
    case 'quotations':
      return {
        block: 'updates',
        updates: block.quotations.map(({ title, tag, look, text, source }) => ({
          ...{ title: title?.link ?? null, status: tag, state: look, text, source: lineOf(source) },
        })),
      }
    case 'lines':
      return { block: 'lines', lines: block.lines.map(entryOf) }
    case 'timeline':
      return { block: 'timeline', lines: block.days.flatMap(({ lines }) => lines.map(entryOf)) }
    case 'text':
      return { block: 'text', text: block.text }
    case 'absent':
      return { block: 'absent', text: block.text }
  }
}

function entryOf({ at, kind, text, by, pinned, automatic, struck, notes, earlier, pictures }: EntryLine) {
  return {
    ...{ at: instant(at.at), kind, text, by, pinned, automatic, retracted: struck },
    ...(notes.length > 0 && { notes: notes.map(note => inlineWords(note)) }),
    ...(earlier.length > 0 && { earlier }),
    ...(pictures.length > 0 && { pictures: pictures.map(({ hash, type, size }) => ({ hash, type, size })) }),
  }
}
