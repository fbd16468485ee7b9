import type { SectionRow } from '../../../shared/contract/transfer'
import { unreachable } from '../../../shared/lib/unreachable'
import type { Block, Fact, InlineText } from './blocks'
import { inlineWords } from './inline-words'

/** [TC2] A section of a document as rows of plain text, for a window that reads it with a person. */
export function sectionRows(blocks: readonly Block[]): readonly SectionRow[] {
  return blocks.flatMap(block => rowsOf(block, ''))
}

const row = (name: string, text: string, more: Partial<SectionRow> = {}): SectionRow => ({
  ...{ name, text, note: '', look: 'plain' },
  ...more,
})

function rowsOf(block: Block, name: string): readonly SectionRow[] {
  switch (block.block) {
    case 'first-page':
      return sectionRows(block.blocks)
    case 'columns':
      return block.blocks.flatMap(one => rowsOf(one, ''))
    case 'section':
      return block.blocks.flatMap(one => named(rowsOf(one, ''), block.title))
    case 'facts':
      return [...block.facts.flatMap(factRows), ...(block.source ? [row('', inlineWords(block.source))] : [])]
    case 'cards':
      return block.cards.flatMap(factRows)
    case 'list':
      return listRows(block.items, block.none, name)
    case 'table':
      return block.rows.map(([first, ...cells]) => {
        const said = cells
          .map(({ line }, at) => cellText(block.columns[at + 1] ?? '', line))
          .filter(text => text !== '')
        const isMissing = cells.some(({ absent }) => absent === 'loud')
        return row(inlineWords(first?.line ?? []), said.join(', '), { look: isMissing ? 'missing' : 'plain' })
      })
    case 'quotations':
      if (block.quotations.length === 0) return [row(name, block.none, { look: 'absent' })]
      return block.quotations.map(({ tag, text, source }) => row(tag, text, { note: inlineWords(source) }))
    case 'text':
      return [row(name, block.text)]
    case 'absent':
      return [row(name, block.text, { look: block.tone === 'loud' ? 'missing' : 'absent' })]
    case 'callout':
      return block.items.map(({ name: item, advice }) => row(item, advice))
    // The first page has no lines of the timeline.
    case 'lines':
    case 'timeline':
      return []
    default:
      return unreachable(block)
  }
}

/** The title of a section stands at its first row where that has no name of its own. */
function named([first, ...others]: readonly SectionRow[], title: string): readonly SectionRow[] {
  if (first === undefined) return []
  return [first.name === '' ? { ...first, name: title } : first, ...others]
}

function factRows({ name, value, note, look }: Fact): readonly SectionRow[] {
  const title = inlineWords([name])
  const said = 'block' in value ? rowsOf(value, title) : [row(title, inlineWords(value))]
  const [first, ...others] = named(said, title)
  if (first === undefined) return []
  const more = note === undefined ? {} : { note: inlineWords(note) }
  return [{ ...first, ...more, ...(look === 'overdue' && { look: 'missing' as const }) }, ...others]
}

function listRows(items: readonly InlineText[], none: string, name: string): readonly SectionRow[] {
  if (items.length === 0) return [row(name, none, { look: 'absent' })]
  return items.map((item, at) => row(at === 0 ? name : '', inlineWords(item)))
}

function cellText(column: string, line: InlineText): string {
  const text = inlineWords(line)
  return column === '' || text === '' || column === 'Who' ? text : `${column.toLowerCase()}: ${text}`
}
