import { type Millis, SECOND } from '../lib/time'
import type { CodedReason } from './coded'

/** How a feed last answered, as the engine knows it. Instants are on the engine's clock. */
export interface FeedHealth extends CodedReason {
  readonly answer: 'none-yet' | 'good' | 'refused' | 'failed'
  /** When what is shown was true; null: never yet. */
  readonly trueAt: Millis | null
  /** Older than this and it is late, whether or not anybody noticed a failure. */
  readonly lateAfter: Millis
  /** What is wrong; of a good answer the part that is missing; empty for nothing. */
  readonly reason: string
  /**
   * Clock milliseconds per wall-clock millisecond; absent: 1. A drill's clock runs ahead of a client's ticks by as
   * much.
   */
  readonly rate?: number
  /** There is more than was read: a count of it is "at least". */
  readonly more?: true
  /** Rows of it that could not be read; absent: none. */
  readonly unread?: number
}

export type FreshnessState = 'waiting' | 'fresh' | 'late' | 'refused' | 'down'

export interface Freshness extends CodedReason {
  readonly state: FreshnessState
  /** Age of what is shown; null: there is nothing to show, or its age is not known. */
  readonly age: Millis | null
  readonly reason: string
  /** [FR3] It answers, but a part of what it has could not be read. */
  readonly inPart?: true
}

/** [CW4] As a client shows it: one that is not connected to the engine knows no feed's state. */
export interface ShownFreshness extends Omit<Freshness, 'state'> {
  readonly state: FreshnessState | 'not-connected'
}

/**
 * [FR1] Every value has an age. The client calls this with the engine's clock, so that a value also becomes stale when
 * the engine itself stops answering.
 */
export function freshness(health: FeedHealth, now: Millis): Freshness {
  const ahead = AHEAD * (health.rate ?? 1)
  const age = health.trueAt === null ? null : ageOf(health.trueAt, now, ahead)
  return {
    state: freshnessState(health, age),
    age,
    reason: health.reason,
    ...(health.code !== undefined && { code: health.code, values: health.values }),
    ...(isInPart(health) && { inPart: true as const }),
  }
}

/** A list that continues is shown as "at least", and is no fault of what was read. */
function isInPart({ answer, reason, more, unread = 0 }: FeedHealth): boolean {
  return answer === 'good' && reason !== '' && (more !== true || unread > 0)
}

/** Clocks of one conversation differ by no more than an answer takes. */
const AHEAD: Millis = 5 * SECOND

/** [FR2] How old it is; null: it lies in the future, because a clock was set back, and nobody knows its age. */
export function ageOf(trueAt: Millis, now: Millis, ahead = AHEAD): Millis | null {
  return trueAt - now > ahead ? null : Math.max(0, now - trueAt)
}

function freshnessState(health: FeedHealth, age: Millis | null): FreshnessState {
  if (health.answer === 'refused') return 'refused'
  if (health.answer === 'failed') return 'down'
  if (health.trueAt === null) return 'waiting'
  // [KN1] What is shown was read before this engine started: however young, nobody knows whether it still holds.
  if (age === null || health.answer === 'none-yet') return 'late'
  return age > health.lateAfter ? 'late' : 'fresh'
}
