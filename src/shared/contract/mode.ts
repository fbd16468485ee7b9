import { type Millis, SECOND } from '../lib/time'

/** The engine reads its clock to each screen so often: a screen that misses it knows that the engine is not heard. */
export const CLOCK_EVERY: Millis = 2 * SECOND

/** A reading of the engine's clock. A drill's clock may run `rate` times as fast as the wall's. */
export interface ClockReading {
  readonly now: Millis
  readonly rate: number
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
    }
