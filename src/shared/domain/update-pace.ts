import type { Millis } from '../lib/time'
import type { Actor } from './people'
import { isRaised, type Severity } from './severity'

/** How often customers hear of an incident that is open for long: less often than usual, or it stays. */
export const paces = ['slower', 'stays'] as const
export type ChosenPace = (typeof paces)[number]

export interface PaceAnswer {
  readonly pace: ChosenPace
  /** Of a higher one it says nothing. */
  readonly severity: Severity
  /** Minutes of the slower pace. */
  readonly slower: number
  readonly by: Actor
  readonly at: Millis
}

export interface UpdatePace {
  readonly updatePace: {
    /** From when on its length counts: declared, reopened, or its severity raised. */
    readonly since: Millis
    /** [UP12] null: nobody has answered since then. */
    readonly answer: PaceAnswer | null
  }
}

/** [UP12] What was answered, unless the severity was raised since. */
export function paceAnswer({ updatePace: { answer } }: UpdatePace, severity: Severity): PaceAnswer | null {
  return answer === null || isRaised(answer.severity, severity) ? null : answer
}
