import { showControls } from '../../../shared/lib/controls'
import type { Block, DocumentTree, EntryLine, InlineText } from './blocks'
import { inlineWords } from './inline-words'

const columns = ['time', 'kind', 'text', 'by', 'pinned', 'automatic', 'retracted', 'notes', 'earlier', 'pictures']

/**
 * [FM2] The timeline as CSV (RFC 4180: CRLF, quoted fields). It begins with a byte order mark, without which Excel reads
 * UTF-8 as the code page of its machine. The first row after the names is about the document itself: its time, its age
 * and what could not be reached.
 */
export function writeCsv(tree: DocumentTree): string {
  const { asOf, title, banner, warning, age } = tree
  const about = [banner, title, `As of ${asOf.shown}.`, inlineWords(age), warning].filter(part => part !== null)
  const first = [instantOf(asOf.at), 'document', about.join(' '), '', '', '', '', '', '', '']
  const rows = [columns, first, ...linesOf(tree.blocks).map(rowOf)]
  return `\uFEFF${rows.map(row => row.map(field).join(',')).join('\r\n')}\r\n`
}

function linesOf(blocks: readonly Block[]): readonly EntryLine[] {
  return blocks.flatMap(block => {
    if ('blocks' in block) return linesOf(block.blocks)
    return block.block === 'timeline' ? block.days.flatMap(({ lines }) => lines) : []
  })
}

function rowOf({
  at,
  kind,
  text,
  by,
  pinned,
  automatic,
  struck,
  notes,
  earlier,
  pictures,
}: EntryLine): readonly string[] {
  return [
    ...[instantOf(at.at), kind, text, by, yes(pinned), yes(automatic), yes(struck)],
    ...[notes.map((note: InlineText) => inlineWords(note)).join('; '), earlier.join('; ')],
    pictures.map(({ hash }) => hash).join(' '),
  ]
}

const instantOf = (at: number) => new Date(at).toISOString()
const yes = (is: boolean) => (is ? 'yes' : '')

/** A cell that begins with one of these, after what a reader does not see, is run as a formula by Excel, Calc and Sheets. */
const formula = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r|%]/u

/** [FM2] An apostrophe in front makes it text. Line feeds stay: they are inside the quotes. */
function field(text: string): string {
  const shown = showControls(text)
  const safe = formula.test(text) ? `'${shown}` : shown
  return /[",\r\n']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
