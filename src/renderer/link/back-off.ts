import type { Millis } from '../../shared/lib/time'

const FLOOR: Millis = 250
const CEILING: Millis = 5_000

/**
 * Wall milliseconds to wait before the next attempt: doubles from 0.25 s to 5 s, less up to a half by chance, so that
 * many screens do not come back in the same instant.
 * @param failures attempts that failed in a row before this one
 * @param random from 0 up to, not with, 1
 */
export function backOff(failures: number, random: () => number): Millis {
  return Math.min(CEILING, FLOOR * 2 ** failures) * (1 - random() / 2)
}
