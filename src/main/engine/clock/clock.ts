import type { Millis } from '../../../shared/lib/time'
import type { Clock } from '../ports'

/** This machine's own clock and timers, handed in so that tests own them. */
export interface SystemClock {
  now(): Millis
  /** Runs once after `span` of real time; returns its stop. */
  after(span: Millis, run: () => void): () => void
}

export const systemClock: SystemClock = {
  now: () => Date.now(),
  after: (span, run) => {
    const timer = setTimeout(run, span)
    return () => clearTimeout(timer)
  },
}

/**
 * No timer is longer: a sleeping computer stops its timers, and one that was set for hours would then fire late by the
 * time slept. It also limits every timer to less than 2^31 ms, from where on Node would fire at once.
 */
export const LONGEST_TIMER: Millis = 30_000

/** The clock of live mode, at rate 1. */
export function realTimeClock(system: SystemClock = systemClock): Clock {
  return pacedClock({ system, origin: 0, rate: 1 })
}

/**
 * A clock that agrees with the system's at `origin` and runs `rate` times as fast: now = origin + (system − origin) × rate,
 * in whole milliseconds. `at` never runs inside the call itself, so its stop always comes first. A system clock that is
 * set back while something waits makes it wait 30 s longer at most.
 */
export function pacedClock(options: { system: SystemClock; origin: Millis; rate: number }): Clock {
  const { system, origin, rate } = options
  const now = () => Math.floor(origin + (system.now() - origin) * rate)
  return { now, rate, at: (instant, run) => waitUntil({ system, now, rate }, instant, run) }
}

interface Pace {
  readonly system: SystemClock
  readonly now: () => Millis
  readonly rate: number
}

function waitUntil(pace: Pace, instant: Millis, run: () => void): () => void {
  let [due, looked] = [instant, 0]
  let cancel = look()
  return () => cancel()

  function look(): () => void {
    looked = pace.now()
    const left = Math.max(0, Math.ceil((due - looked) / pace.rate))
    return pace.system.after(Math.min(left, LONGEST_TIMER), wake)
  }

  function wake(): void {
    // Set back: what is waited for must not wait longer for it.
    due -= Math.max(0, looked - pace.now())
    if (pace.now() >= due) run()
    else cancel = look()
  }
}
