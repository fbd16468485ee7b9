/** What a person meant to paste, out of the formats in the clipboard. */
export type Pasting =
  /** The field takes it as it is; pictures beside it are the same content in another format. */
  | { readonly kind: 'text'; readonly pictures: readonly File[] }
  /** There is no plain text, only formatted text. */
  | { readonly kind: 'marked-up'; readonly text: string }
  | { readonly kind: 'pictures'; readonly pictures: readonly File[] }
  /** Copied files: text files are read, others are refused with a reason. */
  | { readonly kind: 'files'; readonly files: readonly File[] }

type Clipboard = Pick<DataTransfer, 'getData' | 'items'>

/**
 * [TL13] A spreadsheet, a document and a chat copy their text and a picture of it: the text is meant. A copied picture
 * comes with its address or its name, as text or as markup: the picture is meant. A copied file comes with its name:
 * the file is meant.
 */
export function readClipboard(clipboard: Clipboard): Pasting {
  const files = [...clipboard.items].flatMap(item => (item.kind === 'file' ? (item.getAsFile() ?? []) : []))
  const text = clipboard.getData('text/plain')
  const markup = clipboard.getData('text/html')
  const pictures = files.filter(({ type }) => type.startsWith('image/'))
  const others = files.filter(file => !pictures.includes(file))
  if (files.length === 0) return text === '' && markup !== '' ? markedUp(markup) : { kind: 'text', pictures: [] }
  const said = text.trim() === '' ? textOf(markup) : text.trim()
  // A cell that contains an address has it in its markup too; a copied picture has no text there.
  const isPlace = isAddress(said) && textOf(markup) === ''
  const onlyNamesThem = said === '' || isPlace || namesFiles(said, files)
  if (!onlyNamesThem) return text.trim() === '' ? markedUp(markup) : { kind: 'text', pictures }
  return others.length > 0 ? { kind: 'files', files } : { kind: 'pictures', pictures }
}

function markedUp(markup: string): Pasting {
  return { kind: 'marked-up', text: textOf(markup) }
}

/** The file's name, its path, or `file://…` of it; one a line. */
function namesFiles(text: string, files: readonly File[]): boolean {
  const names = files.map(({ name }) => name)
  return text.split(/\r?\n/).every(line => names.some(name => decoded(line.trim()).endsWith(name)))
}

function decoded(line: string): string {
  try {
    return decodeURIComponent(line)
  } catch {
    // A lone percent sign is no escape: the name is taken literally.
    return line
  }
}

function isAddress(text: string): boolean {
  return !/\s/.test(text) && /^(https?|data|blob|file):/i.test(text)
}

/** The text of a piece of HTML, a line for each row and paragraph, a tab between cells. */
function textOf(markup: string): string {
  if (markup === '') return ''
  const page = new DOMParser().parseFromString(markup, 'text/html')
  for (const gone of page.querySelectorAll('script, style, template, title')) gone.remove()
  for (const cell of page.querySelectorAll('td + td, th + th, td + th, th + td')) cell.prepend('\t')
  for (const block of page.querySelectorAll('br, p, div, tr, li, pre, h1, h2, h3, h4, h5, h6')) block.after('\n')
  return (page.body.textContent ?? '')
    .replace(/\u00a0/g, ' ')
    .replace(/\n{2,}/g, '\n')
    .trim()
}
