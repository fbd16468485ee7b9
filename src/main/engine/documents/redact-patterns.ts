import { secretForms } from '../../../shared/domain/lint/for-good'

/** What a redaction finds. Each takes time in proportion to the text: nothing is repeated inside what is repeated. */

/** What is a key by its form, as the check of updates knows it; whole private keys; what stands behind a word for one. */
export const secretPatterns: readonly RegExp[] = [
  ...secretForms,
  // Shorter ones too: of a document nobody is asked whether it was one.
  /\b(?:xox[abprs]-|xapp-|gh[pousr]_|github_pat_|glpat-|glsa_|sk_live_|rk_live_|shpat_|npm_)[\w-]{10,}/g,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,20000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
  /(?<=\b(?:bearer|authorization:|token=|token:|password=|password:|passwd=|secret=|secret:|api[_-]?key=|api[_-]?key:) ?)[^\s,;"'⟨]{8,}/gi,
]

/** Names with dots that end in a word, addresses of IPv4 and IPv6, names such as `db-prod-03`, and addresses of mail. */
export const hostPatterns: readonly RegExp[] = [
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b/g,
  /(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4})(?![\w:])|(?<![\w:])[0-9a-f]{1,4}::(?:[0-9a-f]{1,4}:?){1,6}/gi,
  /(?<![\w.-])(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\.){1,8}[a-z]{2,24}(?::\d{1,5})?(?![\w-])/gi,
  /(?<![\w-])(?=[a-z-]{0,60}\d)[a-z][a-z0-9]{0,20}(?:-[a-z0-9]{1,20}){2,6}(?![\w-])/gi,
  /(?<![\w-])(?:srv|server|web|app|db|node|host|vm|worker|cache|redis|kafka|mysql|pg|lb|proxy)-?\d{1,4}(?![\w-])/gi,
]

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/**
 * Words as a person typed them, in any letter case; `*` is any run without a space. Each part is taken where it comes
 * first and never tried again (a lookahead gives nothing back), so that time grows with the text, not with the stars.
 */
export function wordPattern(pattern: string): RegExp {
  const [first = '', ...others] = pattern.trim().split(/\*+/).map(escaped)
  const rest = others.map((part, at) => (part === '' ? '\\S{0,100}' : `(?=(\\S{0,100}?${part}))\\${at + 1}`))
  return new RegExp(`${first}${rest.join('')}`, 'giu')
}

const fold = (name: string) => name.normalize('NFC').toLowerCase()

/** Names in full and by their parts, the longest first; a part is only found where it has a capital letter. */
export function peoplePattern(
  people: readonly string[],
): { readonly find: RegExp; readonly numberOf: (found: string) => number } | undefined {
  const numbers = new Map<string, number>()
  for (const name of people)
    if (name.trim() !== '' && !numbers.has(fold(name))) numbers.set(fold(name), numbers.size + 1)
  for (const name of people) {
    const number = numbers.get(fold(name))
    for (const part of name.split(/\s+/))
      if (part.length >= 3 && number !== undefined && !numbers.has(fold(part))) numbers.set(fold(part), number)
  }
  if (numbers.size === 0) return undefined
  const spelled = [...new Set(people.flatMap(name => [name, ...name.split(/\s+/).filter(part => part.length >= 3)]))]
  const longestFirst = spelled.filter(name => name.trim() !== '').sort((a, b) => b.length - a.length)
  const find = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return { find, numberOf: found => numbers.get(fold(found)) ?? 0 }
}
