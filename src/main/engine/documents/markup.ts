import { showControls } from '../../../shared/lib/controls'

/** HTML that was built here. Only `html` makes it, so no text reaches a page without having been escaped. */
export interface Markup {
  readonly markup: string
}

type Piece = string | number | Markup | readonly Markup[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escapes every string between its pieces, in text and in quoted attributes alike, and shows hidden characters. */
export function html(pieces: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  const parts = pieces.map((piece, index) => piece + written(values[index] ?? ''))
  return { markup: parts.join('') }
}

export const nothing: Markup = { markup: '' }

function written(value: Piece): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escaped(value)
  return 'markup' in value ? value.markup : value.map(part => part.markup).join('')
}

function escaped(text: string): string {
  return showControls(text).replace(/[&<>"']/g, sign => entities[sign] ?? sign)
}
