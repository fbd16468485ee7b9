import { roleLetters } from '../../../src/shared/domain/people'
import { severities } from '../../../src/shared/domain/severity'

const spoken = ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt']
/** Names and signs that are the same in each language, units, and what `Intl` writes of a day. */
const untold = new RegExp(
  [
    ...[...severities, ...Object.values(roleLetters), 'UTC'].map(name => `\\b${name}\\b`),
    // What is typed into the timeline's line, as it is in each language.
    '(?<=^|\\s)[!+]\\p{Ll}+',
    // Marks in the charts and of decisions: a release, an annotation, a decision.
    '\\b[ADR]\\d+\\b',
    '(?<=^|[\\d\\s/])(ms|s|MiB)$',
    '(\\p{L}+, )?\\b\\d{1,2} \\p{L}{3,9}\\b( \\d{4})?',
  ].join('|'),
  'gu',
)

/** A name that nobody filled in. */
const HOLE = /\{\w+\}/

/**
 * What a person reads or hears in `root` that no text of a marked catalogue says: what stands outside of ⟪ and ⟫ and has
 * letters in it, and what a text left unfilled. Faces of keys are none, and `data` is taken out of the rest.
 */
export function unmarked(root: Node, data: readonly string[]): readonly string[] {
  const found: string[] = []
  // The longest first: a name may stand in another.
  const known = data.toSorted((a, b) => b.length - a.length)
  const note = (text: string) => {
    let rest = text
    for (const one of known) rest = rest.replaceAll(one, '')
    if (/\p{L}/u.test(rest.replace(untold, ''))) found.push(text.trim())
  }
  // A text may run over several elements: its mark opens in one and closes in another.
  let depth = 0
  const outside = (text: string): string => {
    if (HOLE.test(text)) found.push(text)
    let rest = ''
    for (const letter of text) {
      if (letter === '⟪') depth += 1
      else if (letter === '⟫') depth -= 1
      else if (depth === 0) rest += letter
    }
    return rest
  }
  const walk = (node: Node): void => {
    if (node instanceof Text) note(outside(node.data))
    if (node instanceof Element) {
      if (node.matches('kbd, style, script')) return
      for (const name of spoken) note(outside(node.getAttribute(name) ?? ''))
    }
    for (const child of node.childNodes) walk(child)
  }
  walk(root)
  return found
}

const named = new Set([
  ...['author', 'body', 'label', 'letters', 'name', 'reason', 'service', 'services', 'text', 'title'],
  // What a method asks is the text of a file.
  'asks',
])

/** The names and texts in what an engine answers or pushes, not its kinds and states. */
export function dataIn(value: unknown, under = ''): readonly string[] {
  if (typeof value === 'string') return named.has(under) && value !== '' ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  const parts = Array.isArray(value) ? value.map(one => [under, one] as const) : Object.entries(value)
  return [...new Set(parts.flatMap(([name, part]) => dataIn(part, name)))]
}
