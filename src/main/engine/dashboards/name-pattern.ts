import type { NameMatch } from '../../../shared/contract/panel-steps'

/** Regular expressions that a dashboard brings along. They run in the engine, so one that could run for minutes is refused. */

const MOST_PATTERN = 300
/** Names are cut to this before a pattern sees them: the time of a pattern grows with a power of the length. */
export const PATTERN_NAME_LIMIT = 300
const MOST_WILDCARDS = 4

export type PatternMatch = Extract<NameMatch, { readonly by: 'pattern' }>

/**
 * `/pattern/flags`, or a bare pattern that must fit the whole name.
 * Null: no regular expression, or one whose time could grow without bounds.
 * @param longest one into which values were filled may be longer than what a person writes
 */
export function patternOf(text: string, longest = MOST_PATTERN): PatternMatch | null {
  const written = /^\/([\s\S]*)\/([gimsuy]*)$/.exec(text)
  const pattern = written?.[1] ?? `^(?:${text})$`
  const flags = (written?.[2] ?? '').replace(/[gy]/g, '')
  if (pattern.length > longest || mayRunLong(pattern)) return null
  return compiles(pattern, flags) ? { by: 'pattern', pattern, flags } : null
}

/** A repeated group that repeats or chooses inside, or many wildcards. */
function mayRunLong(pattern: string): boolean {
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')
  const repeatedGroup = /\([^()]*[*+|{][^()]*\)\??[*+{]/.test(bare) || /\)[*+{][^()]*\)[*+{]/.test(bare)
  return repeatedGroup || (bare.match(/[*+]|\{\d*,/g) ?? []).length > MOST_WILDCARDS
}

function compiles(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags)
    return true
  } catch {
    return false // not a regular expression: the caller says so on the panel
  }
}
