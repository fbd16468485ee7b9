import * as z from 'zod/mini'

const MOST_PHRASES = 1_000

/** A phrase as `phrasesOf` reads it. It does not begin with a gap, and has two at most. */
const phrase = z.string().check(
  z.minLength(1),
  z.maxLength(400),
  z.regex(
    /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}'.\-_|]*(?: (?:\.\.\.|[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}'.\-_|]*))*$/u,
    'input-lint-phrase',
  ),
  z.refine(text => text.split(' ').filter(word => word === '...').length <= 2, 'input-lint-phrase'),
)
const phrases = z.array(phrase).check(z.maxLength(MOST_PHRASES))

/** A piece of a host's name, or the letters of a tracker. */
const piece = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'input-lint-piece'))
const pieces = z.array(piece).check(z.maxLength(MOST_PHRASES))
const offset = z.number().check(z.int(), z.gte(-14 * 60), z.lte(14 * 60))

/** The files of word lists, by name; a team may replace each by itself. */
export const lintFiles = {
  impact: z.strictObject({
    people: phrases,
    notices: phrases,
    symptoms: phrases,
    harmless: phrases,
    ourselves: phrases,
    machines: phrases,
  }),
  promises: z.strictObject({
    updates: phrases,
    futures: phrases,
    repairs: phrases,
    times: phrases,
    soon: phrases,
    notSoon: phrases,
  }),
  resolved: z.strictObject({
    ...{ subjects: phrases, ends: phrases, closings: phrases, wholes: phrases },
    ...{ unless: phrases, partly: phrases },
  }),
  tone: z.strictObject({
    ...{ blame: phrases, actors: phrases, acts: phrases },
    ...{ guesses: phrases, hedges: phrases, causes: phrases },
    ...{ amounts: phrases, whoWords: phrases, empty: phrases },
  }),
  jargon: z.strictObject({ terms: phrases }),
  times: z.strictObject({
    relative: phrases,
    notRelative: phrases,
    zones: z.record(
      z.string().check(z.regex(/^[A-Z][A-Za-z]{0,12}$/, 'input-lint-piece')),
      z.array(offset).check(z.minLength(1), z.maxLength(5)),
    ),
  }),
  inside: z.strictObject({
    ...{ endings: pieces, labels: pieces, tools: pieces, machines: pieces, public: pieces },
    ...{ trackers: pieces, standards: pieces, tracked: phrases, shown: phrases },
  }),
  secrets: z.strictObject({ prefixes: pieces, names: phrases }),
} as const

export type LintFileName = keyof typeof lintFiles
export const lintFileNames = Object.keys(lintFiles) as readonly LintFileName[]

/** All lists, each file as it was read. */
export type LintLists = { readonly [Name in LintFileName]: z.output<(typeof lintFiles)[Name]> }
