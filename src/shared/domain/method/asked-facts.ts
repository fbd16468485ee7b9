import * as z from 'zod/mini'
import { textField } from './method-fields'

const words = z.optional(z.array(textField).check(z.minLength(1), z.maxLength(40)))

/** What a question is answered with, and a cause is suspected by. With words only what has one of them counts. */
export const askedFactField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['deployment', 'pages', 'tasks', 'attempts']) }),
  z.strictObject({ kind: z.enum(['alerts', 'metrics']), words }),
])
export type AskedFact = z.output<typeof askedFactField>

export const askedFacts = z._default(z.array(askedFactField).check(z.maxLength(10)), [])

/**
 * Whether a text has one of the words, each as the beginning of a word: `cpu` is in `node-cpu-high`, `lag` not in
 * `flag`. Without words every text has them.
 */
export function hasWord(text: string, wanted: readonly string[] | undefined): boolean {
  if (wanted === undefined) return true
  const spaced = spacedOut(text)
  return wanted.some(word => spaced.includes(spacedOut(word)))
}

/** ` node cpu high`: the words of a name in any spelling, each after a space. */
function spacedOut(text: string): string {
  const apart = text.normalize('NFKC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return ` ${apart
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`
}
