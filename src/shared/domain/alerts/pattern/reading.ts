/** Code points from `lo` to `hi`, both included. */
export type CharRange = readonly [lo: number, hi: number]

/** Which code points fit; `not`: all others. */
export interface CharSet {
  readonly not: boolean
  readonly ranges: readonly CharRange[]
}

/** What is wrong with a pattern, by its code in the catalogue of faults. */
export interface PatternFlaw {
  readonly code: PatternFlawCode
  readonly values?: Readonly<Record<string, string | number>>
}

type PatternFlawCode =
  | 'pattern-too-long'
  | 'pattern-repeats-too-much'
  | 'pattern-closes-no-group'
  | 'pattern-open-group'
  | 'pattern-open-set'
  | 'pattern-nothing-to-repeat'
  | 'pattern-group-kind'
  | 'pattern-many-repeats'
  | 'pattern-bounds'
  | 'pattern-repeated-repeat'
  | 'pattern-backslash-at-end'
  | 'pattern-unknown-escape'
  | 'pattern-downward-span'

/** A place in the text that is being read; `problem` is the first thing that was wrong with it. */
export interface PatternCursor {
  readonly text: readonly string[]
  at: number
  problem: PatternFlaw | null
}
