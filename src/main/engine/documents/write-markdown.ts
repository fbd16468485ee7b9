import { unreachable } from '../../../shared/lib/unreachable'
import type {
  Block,
  Callout,
  DocumentTree,
  EntryLine,
  Fact,
  FactsBlock,
  Inline,
  InlineText,
  Quotation,
  Table,
  TimelineBlock,
} from './blocks'
import { inline, lines, link, quotation as quoted } from './markdown-text'

/** The document in Markdown, to be read as it is or rendered. */
export function writeMarkdown(tree: DocumentTree): string {
  const parts = [...head(tree), ...tree.blocks.map(block), `---\n\n${tree.footer}`]
  return `${parts.join('\n\n')}\n`
}

function head({ title, banner, asOf, strip, warning, age }: DocumentTree): readonly string[] {
  return [
    `# ${inline(title)}`,
    ...(banner === null ? [] : [`**${banner.toUpperCase()}**`]),
    `As of **${asOf.shown}**.`,
    strip.map(fact => named(fact, ' · ')).join('\n'),
    text(age),
    ...(warning === null ? [] : [`**${inline(warning)}**`]),
  ]
}

function block(one: Block): string {
  switch (one.block) {
    case 'section':
      return [`## ${one.title}`, ...one.blocks.map(block)].join('\n\n')
    case 'columns':
    case 'first-page':
      return one.blocks.map(block).join('\n\n')
    case 'callout':
      return callout(one)
    case 'facts':
      return facts(one)
    case 'cards':
      return `## ${one.title}\n\n${one.cards.map(card => named(card)).join('\n')}`
    case 'table':
      return table(one)
    case 'list':
      return bullets(one.items.map(text), one.none)
    case 'quotations':
      return one.quotations.length === 0 ? one.none : one.quotations.map(quotation).join('\n\n')
    case 'lines':
      return bullets(
        [
          ...(one.earlier === undefined ? [] : [text(one.earlier)]),
          ...one.lines.map(entry => `${entry.at.shown} ${wording(entry)}`),
        ],
        one.none,
      )
    case 'timeline':
      return timeline(one)
    case 'text':
      return lines(one.text, '')
    case 'absent':
      return one.text
    default:
      return unreachable(one)
  }
}

function bullets(items: readonly string[], none: string): string {
  return items.length === 0 ? none : items.map(item => `- ${item}`).join('\n')
}

function callout({ title, items, note }: Callout): string {
  const missing = items.map(({ name, advice }) => `- **${inline(name)}.** ${advice}`)
  return [`## ${title}`, ...(missing.length === 0 ? [] : [missing.join('\n')]), note].join('\n\n')
}

function facts({ facts: all, source }: FactsBlock): string {
  const list = all.map(fact => named(fact)).join('\n')
  return source === undefined ? list : `${list}\n\n${text(source)}`
}

function named({ name, value, note }: Fact, between = ', '): string {
  const begin = `- **${text([name])}:**`
  const noted = note === undefined ? '' : text(note)
  if (!('block' in value)) return `${begin} ${text(value)}${noted === '' ? '' : between + noted}`
  if (value.block === 'text') return `${begin} ${lines(value.text, '  ')}`
  if (value.block === 'absent') return `${begin} ${value.text}`
  if (value.items.length === 0 && noted === '') return `${begin} ${value.none}`
  return [noted === '' ? begin : `${begin} ${noted}`, ...value.items.map(item => `  - ${text(item)}`)].join('\n')
}

function table({ columns, rows }: Table): string {
  const cells = rows.map(row => row.map(({ line, absent }) => (absent === 'loud' ? `**${text(line)}**` : text(line))))
  const written = [columns, columns.map(() => '---'), ...cells].map((row, at) =>
    at === 1 ? `|${row.join('|')}|` : `| ${row.join(' | ')} |`,
  )
  return written.join('\n').replaceAll('|  |', '| |')
}

function quotation({ title, tag, text: said, source }: Quotation): string {
  const where = text(source)
  const above = title === null ? where : `**${text([title])}** · ${tag} · ${where}`
  return `${above}\n\n${quoted(said)}`
}

function timeline({ days, none }: TimelineBlock): string {
  if (days.length === 0) return none
  const written = days.map(({ day, lines: entries }) => {
    const rows = entries.map(entry => `- ${entry.at.shown} *${entry.kind}* ${wording(entry)}${pictures(entry)}`)
    return `### ${day}\n\n${rows.join('\n')}`
  })
  return written.join('\n\n')
}

/** Markdown is text: it says that there are pictures, and which. */
function pictures({ pictures: all }: EntryLine): string {
  return all.map(({ hash }) => ` [picture ${hash.slice(0, 12)}]`).join('')
}

function wording({ text: texts, by, pinned, struck, notes, earlier }: EntryLine): string {
  const said = struck ? `~~${inline(texts)}~~` : `${pinned ? '**pinned** ' : ''}${lines(texts, '  ')}`
  const before = earlier.map(one => `  \n  earlier: ~~${inline(one)}~~`).join('')
  return `${said} (${inline(by)})${notes.map(note => `, ${text(note)}`).join('')}${before}`
}

function text(line: InlineText): string {
  return line.map(piece).join('')
}

function piece(one: Inline): string {
  if (typeof one === 'string') return one
  if ('typed' in one) return inline(one.typed)
  if ('at' in one) return one.shown
  if ('small' in one) return `(${text(one.small)})`
  if ('strong' in one) return `**${text(one.strong)}**`
  return link(one.link, one.url)
}
