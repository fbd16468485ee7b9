/** Code points from `lo` to `hi`, both included. */
export type CharRange = readonly [lo: number, hi: number]

/** Which code points fit; `not`: all others. */
export interface CharSet {
  readonly not: boolean
  readonly ranges: readonly CharRange[]
}

/** A place in the text that is being read; `problem` is the first thing that was wrong with it. */
export interface Reading {
  readonly text: readonly string[]
  at: number
  problem: string | null
}
