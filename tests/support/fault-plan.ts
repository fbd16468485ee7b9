import { seeded } from './seeded'

/** What a line can do to one exchange. "Before": the vendor never saw it. "After": the vendor did it. */
export const lineFaults = [
  'none',
  /** Both ways slower, but in time. */
  'latency',
  'reset-before',
  'reset-after',
  'reset-mid-body',
  /** The vendor does it; the answer never comes. */
  'half-open',
  /** As half-open, and the vendor gets it only after the client has given up. */
  'late',
  /** Never arrives, and nothing says so. */
  'silence',
  /** 429 for some of the same requests in a row, with `Retry-After` in seconds, as a date by a wrong clock, or without. */
  'storm',
  'storm-by-date',
  'storm-silent',
  'failed-before',
  'failed-after',
  'truncated',
  /** The page of a gateway or of a hotel's network with status 200 or 502. */
  'html-before',
  'html-after',
  /** A good answer from a machine whose clock is wrong by hours. */
  'skew',
] as const
export type LineFault = (typeof lineFaults)[number]

const LONGEST_STORM = 4

export interface FaultPlan {
  /** The fault of the next request with this key, and chance of its own for the details. */
  next(key: string): { readonly fault: LineFault; readonly random: () => number }
}

/**
 * Faults by seed. A fault belongs to a request (its method, address and body) and to how often that came before, not to
 * the instant: two runs with one seed treat the same request the same, however their requests interleave. `rate` is the
 * share of faulty exchanges, from 0 to 1.
 */
export function faultPlan(seed: string, rate: number, faults: readonly LineFault[] = lineFaults): FaultPlan {
  const seen = new Map<string, number>()
  const storms = new Map<string, { left: number; readonly fault: LineFault }>()
  return {
    next(key) {
      const nth = (seen.get(key) ?? 0) + 1
      seen.set(key, nth)
      const random = seeded(seed, key, nth)
      const storm = storms.get(key)
      if (storm !== undefined && storm.left > 0) {
        storm.left -= 1
        return { fault: storm.fault, random }
      }
      const chosen = random()
      const which = faults[Math.floor(random() * faults.length)] ?? 'none'
      const fault = chosen < rate ? which : 'none'
      if (fault.startsWith('storm')) storms.set(key, { left: Math.floor(random() * LONGEST_STORM), fault })
      return { fault, random }
    },
  }
}
