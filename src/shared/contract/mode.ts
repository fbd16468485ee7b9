import { MINUTE, type Millis, SECOND } from '../lib/time'

/**
 * The interval at which the engine sends its clock to each client: one that misses it knows that the engine is
 * unreachable.
 */
export const CLOCK_EVERY: Millis = 2 * SECOND

/** A reading of the engine's clock. A drill's clock may run `rate` times as fast as the wall clock. */
export interface ClockReading {
  readonly now: Millis
  readonly rate: number
  /** [CW7] At the same rate, from a clock that nobody can set and that counts sleep; absent: the engine has none. */
  readonly steady?: Millis
}

/** [CW7] What a time server corrects of the clock, at once or little by little, is no clock that was set. */
export const correctedIn = (span: Millis): Millis => 2 * SECOND + span / 100

/** [CW7] Whether the clock was set between two readings, and not only slept. A computer that was restarted does not say. */
export function wasSet(before: ClockReading, after: ClockReading): boolean {
  if (before.steady === undefined || after.steady === undefined || after.steady < before.steady) return false
  const passed = after.steady - before.steady
  return Math.abs(after.now - before.now - passed) > correctedIn(Math.min(passed / after.rate, MINUTE)) * after.rate
}

/** The world that the engine lives in. A drill has a data folder, connections and a clock of its own. */
export type Mode =
  | { readonly kind: 'real' }
  | {
      readonly kind: 'drill'
      readonly name: string
      readonly title: string
      readonly startedAt: Millis
      readonly speed: number
      /** What the person who runs the drill should do first. */
      readonly briefing: string
      /** [DR10] How long its story is, by its own clock; absent: an engine of before does not say. */
      readonly length?: Millis
    }

/** [DR10] Nothing more will happen in it. */
export function isPlayedOut(world: Mode, now: Millis): boolean {
  return world.kind === 'drill' && world.length !== undefined && now - world.startedAt >= world.length
}
