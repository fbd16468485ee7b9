import type { VendorFault } from '../../../shared/contract/faults'
import type { FeedWhat } from '../../../shared/contract/feeds'
import { HOUR, MINUTE, type Millis, SECOND } from '../../../shared/lib/time'
import type { Clock } from '../ports'

/** How soon after waking it is noticed. Wall-clock time. */
const LOOK_EVERY: Millis = 5 * SECOND

/** Calls `woke` when the clock has jumped: the computer slept, and every connection it held is gone. Returns its stop. */
export function watchSleep(clock: Clock, woke: () => void): () => void {
  let expected = 0
  let unarm = arm()
  function arm(): () => void {
    expected = clock.now() + LOOK_EVERY * clock.rate
    return clock.at(expected, look)
  }
  function look(): void {
    const late = clock.now() - expected
    unarm = arm()
    if (late > SLEPT * clock.rate) woke()
  }
  return () => unarm()
}

/** `active` while an incident is open: charts are watched closely then. `hidden`: no window is visible. */
export type Pace = 'active' | 'idle' | 'hidden'

/** A drill's clock may run 600 times as fast as the wall clock: no feed is polled more often than this in real time. */
export const WALL_FLOOR: Millis = 250

/** The first round of all feeds ends soon, but is not sent in one instant. Wall-clock time. */
export const FIRST_ROUND: Millis = 500

/**
 * After sleep or an outage all feeds poll within this: at once for a person, one after the other for a vendor.
 * Wall-clock time.
 */
export const CATCH_UP_SPREAD: Millis = 3 * SECOND

/**
 * [FE17] Many requests at once, such as fifty PagerDuty incidents acknowledged together, cause few reads. Wall-clock
 * time.
 */
export const AFTER_OWN_ACT: Millis = SECOND

/** A timer that fires later than this was not slow: the computer slept. Wall-clock time. */
export const SLEPT: Millis = 10 * SECOND

/** Long enough to leave a broken vendor alone, short enough that its return is seen within an incident. */
export const BACK_OFF_CEILING: Millis = 2 * MINUTE

/** A vendor that asks for a day's silence has sent nonsense: a feed must not go dark for good. */
export const RETRY_AFTER_CEILING: Millis = HOUR

const defaultInterval: Readonly<Record<FeedWhat, Readonly<Record<Pace, Millis>>>> = {
  // Alerts are polled often enough while hidden to bring a person back to the window.
  alerts: { active: 15 * SECOND, idle: 15 * SECOND, hidden: 30 * SECOND },
  // Rules change with a release; whether they can see changes with every evaluation, once a minute in most houses.
  rules: { active: MINUTE, idle: MINUTE, hidden: 5 * MINUTE },
  panels: { active: 5 * SECOND, idle: 15 * SECOND, hidden: MINUTE },
  deploys: { active: MINUTE, idle: MINUTE, hidden: 5 * MINUTE },
  annotations: { active: 30 * SECOND, idle: MINUTE, hidden: 5 * MINUTE },
  // Two requests a room, and Slack gives pins.list 20 a minute.
  proposals: { active: 15 * SECOND, idle: MINUTE, hidden: MINUTE },
  components: { active: 30 * SECOND, idle: 30 * SECOND, hidden: 2 * MINUTE },
}

/** A wish for charts of the second is no wish for all rules of a company as often. */
const slow: ReadonlySet<FeedWhat> = new Set(['rules', 'annotations'])

/**
 * Span between two polls while all is well, on the feeds' clock.
 * @param everySeconds the connection's own setting, which overrides the default; while hidden it may only slow down, as
 *   may what is large and changes seldom
 * @param rate clock milliseconds per wall-clock millisecond
 */
export function intervalOf(what: FeedWhat, pace: Pace, everySeconds: number | undefined, rate: number): Millis {
  const usual = defaultInterval[what][pace]
  const wished = everySeconds === undefined ? usual : everySeconds * SECOND
  const slowsOnly = pace === 'hidden' || slow.has(what)
  return Math.max(slowsOnly ? Math.max(usual, wished) : wished, WALL_FLOOR * rate)
}

/** [FE1] Three polls in a row without an answer: what is shown is stale, whatever the cause. */
export function lateAfter(interval: Millis): Millis {
  return 3 * interval
}

/** How the last question ended. */
export interface LastAnswer {
  /** null: it was answered. */
  readonly fault: VendorFault | null
  /** Failures in a row, this one included. */
  readonly failures: number
}

export interface WaitRules {
  readonly interval: Millis
  /** Nothing is asked sooner than this after an answer. */
  readonly floor: Millis
  /** 0 up to 1. */
  readonly random: () => number
}

/**
 * [FE2] Span from an answer to the next question: the interval; doubled with each failure up to a ceiling; never less
 * than what a vendor asked for with Retry-After. Spread by a tenth either way, so that feeds drift apart.
 */
export function waitAfter(last: LastAnswer, rules: WaitRules): Millis {
  const backedOff = Math.min(rules.interval * 2 ** Math.max(0, last.failures - 1), BACK_OFF_CEILING)
  const span = last.failures === 0 ? rules.interval : Math.max(rules.interval, backedOff)
  return Math.max(rules.floor, span * (0.9 + 0.2 * rules.random()), askedFor(last.fault))
}

/** Silence that a vendor asked for; 0 for none. */
export function askedFor(fault: VendorFault | null): Millis {
  if (fault?.kind !== 'rate-limited' || fault.retryAfter === null) return 0
  return Math.min(fault.retryAfter, RETRY_AFTER_CEILING)
}

/** Span before which not even a person's wish asks again. */
export function silenceAfter(last: LastAnswer, floor: Millis): Millis {
  return Math.max(floor, askedFor(last.fault))
}
