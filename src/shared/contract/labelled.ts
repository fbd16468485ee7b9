/** Most words of a filter that are looked for in labels at once, and how long one may be. */
export const MOST_WORDS = 8
export const LONGEST_WORD = 200

/** What one word of a filter finds by labels. */
export interface LabelledAlerts {
  readonly word: string
  /** The number of the first bit's alert. */
  readonly from: number
  /** In base 64: a bit for each number from there on, the lowest of a byte first. */
  readonly bits: string
  /** Ids of the groups in which one is. */
  readonly groups: readonly string[]
}

/** Whether the alert of a number is among them, out of bits that `atob` has read. */
export function hasBit(bytes: string, from: number, number: number): boolean {
  const at = number - from
  // Beyond the end there is no byte: NaN counts as none.
  return at >= 0 && ((bytes.charCodeAt(at >> 3) >> (at & 7)) & 1) === 1
}
