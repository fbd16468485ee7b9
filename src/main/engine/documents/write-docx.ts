import {
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { PictureType } from '../../../shared/domain/attachment'
import { showControls } from '../../../shared/lib/controls'
import type { Block, DocumentTree, EntryLine, Fact, Inline, InlineText, WrittenFile } from './blocks'
import { webAddress } from './markdown-text'
import type { PictureBytes } from './pictures'

/** Colours of text on white paper; Word has no sheet of styles that follows the reader's machine. */
const ink = { bad: '9A1510', soft: '566372', drill: '7A4F00' } as const
/** Bytes of pictures in one document, so that it can still be sent by mail. */
const MOST_PICTURES = 12 * 1024 * 1024
/** Pixels: the width of an A4 page between its margins. */
const WIDEST = 600

/** [FM3] The document for Word and LibreOffice. What people wrote is text in it: no fields, no macros, nothing from outside. */
export function writeDocx(tree: DocumentTree, picture: PictureBytes): Promise<WrittenFile> {
  const images = pictureShelf(picture)
  const document = new Document({
    title: clean(tree.title),
    creator: 'Quarterdeck',
    styles: { default: { document: { run: { font: 'Calibri', size: 20 } } } },
    sections: [
      {
        properties: { page: { margin: { top: 800, bottom: 800, left: 900, right: 900 } } },
        footers: { default: footer(tree) },
        children: [...head(tree), ...tree.blocks.flatMap(block => blockOf(block, images))],
      },
    ],
  })
  return Packer.toBase64String(document).then(text => ({ text, encoding: 'base64' }))
}

type Part = Paragraph | Table
type Images = (entry: EntryLine) => readonly Paragraph[]

const clean = (text: string) =>
  // XML has no place for half a character, nor for these two.
  showControls(text.toWellFormed()).replace(/[\uFFFE\uFFFF]/g, '\uFFFD')

function footer({ footer: text }: DocumentTree): Footer {
  const pages = new TextRun({ children: ['  ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16 })
  return new Footer({ children: [new Paragraph({ children: [run(text, { size: 16, color: ink.soft }), pages] })] })
}

function head({ banner, kind, asOf, badge, heading, strip, warning, age }: DocumentTree): readonly Part[] {
  return [
    ...(banner === null ? [] : [paragraph([{ strong: [banner.toUpperCase()] }], { color: ink.drill })]),
    paragraph([`${kind}, as of `, { strong: [asOf] }]),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [...children([`${badge.text}  `, heading])] }),
    ...strip.flatMap(fact => factOf(fact)),
    paragraph(age, { color: ink.soft }),
    ...(warning === null ? [] : [paragraph([{ strong: [warning] }], { color: ink.bad })]),
  ]
}

interface Look {
  readonly color?: string
  readonly size?: number
  readonly bold?: boolean
  readonly strike?: boolean
}

const run = (text: string, look: Look = {}) => new TextRun({ text: clean(text), ...look })

function children(line: InlineText, look: Look = {}): readonly ParagraphChild[] {
  return line.flatMap(piece => child(piece, look))
}

function child(piece: Inline, look: Look): readonly ParagraphChild[] {
  if (typeof piece === 'string') return [run(piece, look)]
  if ('typed' in piece) return textRuns(piece.typed, look)
  if ('at' in piece) return [run(piece.shown, look)]
  if ('small' in piece) return children(['(', ...piece.small, ')'], { ...look, color: ink.soft })
  if ('strong' in piece) return children(piece.strong, { ...look, bold: true })
  const url = webAddress(piece.url)
  if (url === null) return [run(piece.link, look)]
  return [
    new ExternalHyperlink({
      link: url,
      children: [new TextRun({ text: clean(piece.link), style: 'Hyperlink', ...look })],
    }),
  ]
}

/** One run for each line of a text. */
function textRuns(text: string, look: Look): readonly TextRun[] {
  return clean(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...look, ...(at > 0 && { break: 1 }) }))
}

function paragraph(line: InlineText, look: Look = {}, bullet?: number): Paragraph {
  return new Paragraph({
    spacing: { after: 60 },
    ...(bullet !== undefined && { bullet: { level: bullet } }),
    children: [...children(line, look)],
  })
}

const heading = (title: string) =>
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 200, after: 60 },
    children: [run(title)],
  })

function factOf({ name, value, note, look }: Fact): readonly Part[] {
  const said: InlineText = note === undefined ? [] : [' · ', ...note]
  const loud = look === 'overdue' ? { color: ink.bad } : {}
  const begin: InlineText = [{ strong: [name, ': '] }]
  if (!('block' in value)) return [paragraph([...begin, ...value, ...said], loud)]
  switch (value.block) {
    case 'text':
      return [paragraph([...begin, { typed: value.text }, ...said], loud)]
    case 'absent':
      return [paragraph([...begin, value.text, ...said], value.tone === 'loud' ? { color: ink.bad } : loud)]
    case 'list':
      return [paragraph([...begin, ...said], loud), ...value.items.map(item => paragraph(item, {}, 0))]
  }
}

function blockOf(block: Block, images: Images): readonly Part[] {
  switch (block.block) {
    case 'section':
      return [heading(block.title), ...block.blocks.flatMap(one => blockOf(one, images))]
    case 'first-page':
    case 'columns':
      return block.blocks.flatMap(one => blockOf(one, images))
    case 'callout':
      return [
        heading(block.title),
        ...block.items.map(({ name, advice }) => paragraph([{ strong: [name] }, ` ${advice}`], { color: ink.bad }, 0)),
        paragraph([block.note], { color: ink.soft }),
      ]
    case 'facts':
      return [
        ...block.facts.flatMap(factOf),
        ...(block.source === undefined ? [] : [paragraph(block.source, { color: ink.soft })]),
      ]
    case 'cards':
      return block.cards.length === 0 ? [] : [heading(block.title), ...block.cards.flatMap(factOf)]
    case 'table':
      return [
        tableOf(
          block.columns,
          block.rows.map(row => row.map(({ line }) => line)),
        ),
      ]
    case 'list':
      return block.items.length === 0 ? none(block.none) : block.items.map(item => paragraph(item, {}, 0))
    case 'quotations':
      if (block.quotations.length === 0) return none(block.none)
      return block.quotations.flatMap(({ title, tag, text, source }) => [
        ...(title === null ? [] : [paragraph([{ strong: [title] }, ` · ${tag}`])]),
        new Paragraph({
          indent: { left: 300 },
          border: { left: { style: BorderStyle.SINGLE, size: 12, color: ink.soft, space: 8 } },
          children: [...textRuns(text, {})],
        }),
        paragraph(source, { color: ink.soft }),
      ])
    case 'lines':
      if (block.lines.length === 0) return none(block.none)
      return [
        ...(block.earlier === undefined ? [] : [paragraph(block.earlier, {}, 0)]),
        ...block.lines.map(entry => lineOf(entry, false)),
      ]
    case 'timeline':
      if (block.days.length === 0) return none(block.none)
      return block.days.flatMap(({ day, lines }) => [
        paragraph([{ strong: [day] }]),
        ...lines.flatMap(entry => [lineOf(entry, true), ...images(entry)]),
      ])
    case 'text':
      return [paragraph([{ typed: block.text }])]
    case 'absent':
      return block.tone === 'loud' ? [paragraph([block.text], { color: ink.bad })] : none(block.text)
  }
}

const none = (text: string) => (text === '' ? [] : [paragraph([text], { color: ink.soft })])

function tableOf(columns: readonly string[], rows: readonly (readonly InlineText[])[]): Table {
  const cells = (row: readonly InlineText[]) => row.map(line => new TableCell({ children: [paragraph(line)] }))
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: cells(columns.map(name => [{ strong: [name] }])) }),
      ...rows.map(row => new TableRow({ cantSplit: true, children: cells(row) })),
    ],
  })
}

function lineOf({ at, kind, text, by, pinned, struck, notes, earlier }: EntryLine, withKind: boolean): Paragraph {
  const marks = `${withKind ? `  ${kind}` : ''}${pinned ? '  pinned' : ''}  `
  return new Paragraph({
    spacing: { after: 30 },
    children: [
      run(at.shown, { color: ink.soft }),
      run(marks, { color: ink.soft, bold: pinned }),
      ...textRuns(text, { strike: struck }),
      run(` (${by})`, { color: ink.soft }),
      ...notes.flatMap(note => children([', ', ...note], { color: ink.soft })),
      ...earlier.flatMap(one => [run(', earlier: ', { color: ink.soft }), ...textRuns(one, { strike: true })]),
    ],
  })
}

/** [HD11] Pictures below their lines, the earliest first, each once. Word has no WebP. */
function pictureShelf(bytes: PictureBytes): Images {
  const types: Readonly<Partial<Record<PictureType, 'png' | 'jpg'>>> = { 'image/png': 'png', 'image/jpeg': 'jpg' }
  const shown = new Set<string>()
  let room = MOST_PICTURES
  return ({ pictures }) =>
    pictures.flatMap(({ hash, type, size }) => {
      const name = `Picture ${hash.slice(0, 12)}`
      const kind = types[type]
      const data = kind === undefined || size > room || shown.has(hash) ? undefined : bytes(hash)
      if (kind === undefined || data === undefined) return [paragraph([`${name} is kept with the incident.`])]
      shown.add(hash)
      room -= size
      const altText = { name, title: name, description: name }
      return [new Paragraph({ children: [new ImageRun({ type: kind, data, transformation: sizeOf(data), altText })] })]
    })
}

/** Pixels, no wider than the page; a picture that does not say its size gets a usual one. */
function sizeOf(data: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const { width, height } = pngSize(view) ?? jpegSize(view) ?? { width: WIDEST, height: WIDEST / 2 }
  const scale = Math.min(1, WIDEST / Math.max(1, width))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

function pngSize(view: DataView) {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47) return undefined
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** The first frame header of a JPEG, which comes after segments of any length. */
function jpegSize(view: DataView) {
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at)
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker < 0xff00) return undefined
  }
  return undefined
}
