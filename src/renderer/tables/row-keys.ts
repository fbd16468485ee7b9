export interface TableKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/**
 * [TB3] The row that a key moves to from row `at` of `count`, or undefined for a key that does not move. Letters do
 * not: `k` acknowledges a PagerDuty incident, and must not mean two things in one list.
 * @param page number of visible rows
 */
export function rowReached(
  { key, ctrlKey, metaKey, altKey }: TableKey,
  at: number,
  count: number,
  page: number,
): number | undefined {
  if (ctrlKey || metaKey || altKey || count === 0) return undefined
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1)
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'PageDown':
      return Math.min(count - 1, at + page)
    case 'PageUp':
      return Math.max(0, at - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
