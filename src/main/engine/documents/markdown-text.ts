import { showControls } from '../../../shared/lib/controls'

/**
 * [HD12] Anywhere in a line these begin something: code, emphasis, a link, an image, HTML, a table's cell, struck text,
 * mathematics.
 */
const special = /[\\`*[\]<|~$]|!(?=\[)/g
/** An underscore inside a word is only an underscore; elsewhere it may begin emphasis. */
const emphasis = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu
const entity = /&(?=#?\w{1,32};)/g
/** At the start of a line these begin a heading, a list, a quotation or a rule. */
const blockStart = /^(\s*)([#>+=-]|\d{1,9}(?=[.)](?:\s|$)))/

/** One line of a person's text as Markdown that reads as that text and is nothing else. Line feeds become spaces. */
export function inline(text: string): string {
  return escapeLine(showControls(text).replace(/\n+/g, ' ').trim())
}

/** Text with its line breaks: each line is escaped, and the later ones are indented below the first. */
export function lines(text: string, indent: string): string {
  return showControls(text).trim().split('\n').map(escapeLine).join(`\\\n${indent}`)
}

/** A quotation, line by line. */
export function quotation(text: string): string {
  return showControls(text)
    .trim()
    .split('\n')
    .map(line => `> ${escapeLine(line)}`.trimEnd())
    .join('\n')
}

/** A link to the web, or only its text where the address is none: `javascript:` is not a place. */
export function link(text: string, url: string | null): string {
  const address = webAddress(url)
  return address === null ? inline(text) : `[${inline(text)}](<${address}>)`
}

/** The address in its standard form, in which it holds no space, quote or angle bracket; null for anything but http(s). */
export function webAddress(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url)
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null
  return parsed.href.replace(/[<>"'`\\\s]/g, encodeURIComponent).replace(/'/g, '%27')
}

function escapeLine(line: string): string {
  return line
    .replace(special, '\\$&')
    .replace(emphasis, '\\_')
    .replace(entity, '\\&')
    .replace(blockStart, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    )
    .trim()
}
