import { type Block, type InlineText, type Lines, type List, section } from './blocks'

/** So many of a list are read in the briefing. One that is a little longer is left whole. */
const HEAD = 12
const SLACK = 3

/**
 * [HD14] The document with the head of each long list in its place, and what was left out of it at the document's end:
 * nobody scrolls past 150 tasks to who is on it.
 */
export function withShortLists(blocks: readonly Block[]): readonly Block[] {
  const rest: Block[] = []
  const short = shortened(blocks, '', rest)
  return [...short, ...rest]
}

function shortened(blocks: readonly Block[], title: string, rest: Block[]): readonly Block[] {
  return blocks.map(block => {
    switch (block.block) {
      case 'section':
        return { ...block, blocks: shortened(block.blocks, block.title, rest) }
      case 'columns':
      case 'first-page':
        return { ...block, blocks: shortened(block.blocks, title, rest) }
      case 'list':
        return isLong(block.items) ? shortList(block, title, rest) : block
      case 'lines':
        return isLong(block.lines) ? shortLines(block, title, rest) : block
      default:
        return block
    }
  })
}

const isLong = (all: readonly unknown[]) => all.length > HEAD + SLACK
const restOf = (title: string) => `${title}: the others`
const pointer = (count: number, title: string): InlineText => [
  { strong: [`and ${count} more`] },
  `: “${restOf(title)}”, at the end`,
]

function shortList(list: List, title: string, rest: Block[]): List {
  const { items } = list
  const newest = list.first === 'newest'
  const head = newest ? items.slice(-HEAD) : items.slice(0, HEAD)
  const others = newest ? items.slice(0, -HEAD) : items.slice(HEAD)
  rest.push(section(restOf(title), [{ ...list, items: others }]))
  const more = pointer(others.length, title)
  return { ...list, items: newest ? [more, ...head] : [...head, more] }
}

/** They are in order of time: the newest of them are what counts now. */
function shortLines(lines: Lines, title: string, rest: Block[]): Lines {
  const others = lines.lines.slice(0, -HEAD)
  rest.push(section(restOf(title), [{ ...lines, lines: others }]))
  return { ...lines, lines: lines.lines.slice(-HEAD), earlier: pointer(others.length, title) }
}
