import type { SoughtText } from '../../../shared/domain/archive/archive-question'

/**
 * Scripts that are written without spaces: each of their letters is a word of its own in the index, and what is looked for
 * is found where its letters follow each other. Longer pieces would miss the words of two letters that most are.
 */
const UNSPACED =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])/gu

/** Accents of Latin, Greek and Cyrillic letters. Of Greek FTS5 takes none away; the marks of other scripts are letters. */
const ACCENTS = /[\u0300-\u036f]/g

/**
 * [SX2] A text as it is indexed: without accents, look-alike forms are one, letters of unspaced scripts are separate.
 */
export function indexed(text: string): string {
  return text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').replace(UNSPACED, ' $1 ')
}

/** More is typed by nobody and would only cost time. */
const MOST_WORDS = 16

/**
 * [SX2] What was typed as a query of FTS5; undefined: nothing in it can be searched for. Each word is quoted, so that
 * no character of it is syntax, and matches as a prefix.
 */
export function questionOf(typed: string): string | undefined {
  const words = typedWords(typed)
  if (words.length === 0) return undefined
  return words.map(word => quoted(word, '*')).join(' AND ')
}

/** [AV2] The same of one text of the archive's question: a phrase, whose last word may go on unless it is `whole`. */
export function archiveTerm({ text, whole }: SoughtText): string | undefined {
  const plain = text.replace(/\p{Cc}/gu, ' ')
  return /[\p{L}\p{N}]/u.test(plain) ? quoted(plain, whole ? '' : '*') : undefined
}

function quoted(text: string, end: '*' | ''): string {
  return `"${indexed(text).replaceAll('"', '""')}"${end}`
}

/** The words of what was typed that have a letter or a digit. */
export function typedWords(typed: string): readonly string[] {
  return typed
    .replace(/\p{Cc}/gu, ' ')
    .split(/\s+/u)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS)
}

/** Letters of a piece of text before and after the first word that was found. */
const BEFORE = 60
const LENGTH = 240

export interface FoundPiece {
  readonly text: string
  /** Where the searched words are in it: from, to. */
  readonly marks: readonly (readonly [from: number, to: number])[]
}

/** [SX4] The piece of a text that has the words, with their places. */
export function pieceOf(text: string, typed: string): FoundPiece {
  const line = text.replace(/\s+/gu, ' ')
  const places = placesIn(line, typedWords(typed))
  const first = places[0]?.[0] ?? 0
  const from = first <= BEFORE ? 0 : startOfWord(line, first - BEFORE)
  const to = Math.min(line.length, from + LENGTH)
  const [before, behind] = [from === 0 ? '' : '… ', to === line.length ? '' : ' …']
  const marks = places
    .filter(([start, end]) => start >= from && end <= to)
    .map(([start, end]) => [start - from + before.length, end - from + before.length] as const)
  return { text: `${before}${line.slice(from, to)}${behind}`, marks }
}

/** Where words begin that have one of the typed words as a prefix, in order and without overlap. */
function placesIn(line: string, words: readonly string[]): readonly (readonly [number, number])[] {
  const { text, origin } = folded(line)
  const found: [number, number][] = []
  for (const word of words) {
    const sought = folded(word).text
    for (let at = text.indexOf(sought); at >= 0 && sought !== ''; at = text.indexOf(sought, at + sought.length))
      if (beginsWord(text, at)) found.push([origin[at] ?? 0, origin[at + sought.length] ?? line.length])
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  let end = 0
  return found.filter(([start, to]) => {
    if (start < end) return false
    end = to
    return true
  })
}

function beginsWord(text: string, at: number): boolean {
  const here = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return here.search(UNSPACED) === 0 || !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at))
}

/** Without case and accents; `origin` gives the place in the text of each unit of the result. */
function folded(text: string): { readonly text: string; readonly origin: readonly number[] } {
  let made = ''
  const origin: number[] = []
  let at = 0
  for (const letter of text) {
    const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(at)
    made += plain
    at += letter.length
  }
  return { text: made, origin }
}

function startOfWord(line: string, at: number): number {
  const space = line.indexOf(' ', at)
  return space < 0 || space > at + 20 ? at : space + 1
}
