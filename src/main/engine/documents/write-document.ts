import type { DocumentFormat } from '../../../shared/domain/document-kinds'
import type { DocumentTree, WrittenFile } from './blocks'
import type { PictureBytes } from './pictures'
import { writeCsv } from './write-csv'
import { writeHtml } from './write-html'
import { writeJson } from './write-json'
import { writeMarkdown } from './write-markdown'

/** PDF is printed from HTML, by the host. */
export type WriterFormat = Exclude<DocumentFormat, 'pdf'>

/** Takes all that it needs, pictures too, before it returns: what it reads from may be closed then. */
export type DocumentWriter = (tree: DocumentTree, picture: PictureBytes) => WrittenFile | Promise<WrittenFile>

/** The one writer of each format. That of Word comes with a library, which is loaded when it is asked for first. */
export async function writerOf(format: WriterFormat): Promise<DocumentWriter> {
  if (format === 'docx') return (await import('./write-docx')).writeDocx
  const write = textWriters[format]
  return (tree, picture) => ({ text: write(tree, picture) })
}

const textWriters: Readonly<
  Record<Exclude<WriterFormat, 'docx'>, (tree: DocumentTree, picture: PictureBytes) => string>
> = { html: writeHtml, markdown: writeMarkdown, json: writeJson, csv: writeCsv }
