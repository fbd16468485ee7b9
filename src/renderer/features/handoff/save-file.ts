import type { WrittenDocument } from '../../../shared/contract/calls'

export type HandoffFormat = 'markdown' | 'html'

const mimeTypes: Readonly<Record<HandoffFormat, string>> = { markdown: 'text/markdown', html: 'text/html' }

/** Hands the document to the browser as a download: whoever looks from another machine has no other way to the file. */
export function saveFile({ fileName, text }: WrittenDocument, format: HandoffFormat): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mimeTypes[format]};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
