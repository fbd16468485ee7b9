import type { Millis } from '../lib/time'
import type { EventId } from './ids'
import type { Said } from './strategy'

/**
 * [IM1] What a person may state of the impact: a share in percent, a number, money lost in an hour, the status of the
 * SLA, open support tickets. A new one comes last: people know the others by their digit.
 */
export const figureNames = ['users-share', 'users', 'revenue', 'sla', 'tickets'] as const
export type FigureName = (typeof figureNames)[number]

export const slaStates = ['safe', 'at-risk', 'broken'] as const
export type SlaState = (typeof slaStates)[number]

/** [IM2] An incident has at most so many statements. */
export const MOST_STATEMENTS = 300
/** Code points of where a figure comes from: `the payment provider's dashboard`. */
export const LONGEST_FIGURE_SOURCE = 200
/** More than everybody, and more than anybody earns. */
export const LARGEST_FIGURE = 1_000_000_000_000

export interface FigureWords {
  readonly figure: FigureName
  /** Null: what was stated is withdrawn; from `since` on nobody knows. */
  readonly value: number | SlaState | null
  /** ISO 4217, of money alone; else null. */
  readonly currency: string | null
  /** From when on it is so. */
  readonly since: Millis
  /** Where it comes from, in the words of the person who states it; may be empty. */
  readonly source: string
}

export interface FigureStatement extends FigureWords {
  readonly stated: Said
  /** The event that stated it: what the next statement has to know of. */
  readonly key: EventId
}

export interface StatedFigures {
  /** In the order of the log, withdrawals included. */
  readonly figuresStated: readonly FigureStatement[]
}

/** [IM2] Whether a value is one of its figure. */
export function isFigure({ figure, value, currency }: Pick<FigureWords, 'figure' | 'value' | 'currency'>): boolean {
  if (currency !== null && (figure !== 'revenue' || value === null)) return false
  if (value === null) return true
  if (figure === 'sla') return typeof value === 'string'
  if (typeof value !== 'number' || value < 0 || value > LARGEST_FIGURE) return false
  if (figure === 'users-share') return value <= 100
  return figure === 'revenue' ? currency !== null : Number.isInteger(value)
}

/** [IM3] The last statement of a figure, even if it withdraws it; undefined: there is none. */
export function lastSaid(statements: readonly FigureStatement[], figure: FigureName): FigureStatement | undefined {
  return statements.findLast(one => one.figure === figure)
}

/** [IM3] What is stated of a figure now; undefined: nothing, or it is withdrawn, which is not the same as none. */
export function statedNow(statements: readonly FigureStatement[], figure: FigureName): FigureStatement | undefined {
  const last = lastSaid(statements, figure)
  return last?.value === null ? undefined : last
}
