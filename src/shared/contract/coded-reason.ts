import type { CodedReason } from '../domain/coded'
import { codedPart } from './coded-text'
import type { CodedPart, FaultValue } from './fault-codes'

/** A reason in English, with its code if it has one: of a vendor's own words there is none. */
export interface WordedReason extends CodedReason {
  readonly reason: string
}

/** [FA3] A reason as it is pushed and stored. */
export function wordedReason(reason: FaultValue): WordedReason {
  if (typeof reason !== 'object') return { reason: String(reason) }
  const { code, values, message } = codedPart(reason)
  return { reason: message, code, values }
}

/** Several reasons as one, each of them once; empty for none. */
export function joinedReasons(reasons: readonly FaultValue[]): FaultValue {
  return distinctReasons(reasons)
    .filter(reason => reason !== '')
    .reduceRight<FaultValue>(
      (next, first) => (next === '' ? first : { code: 'first-and-next', values: { first, next } }),
      '',
    )
}

/** Each of them once, in their order. */
export function distinctReasons(reasons: readonly FaultValue[]): readonly FaultValue[] {
  return [...new Map(reasons.map(reason => [JSON.stringify(reason), reason])).values()]
}

/** [FA3] The same where it is called a problem. */
export function wordedProblem(problem: FaultValue): WordedProblem {
  const { reason, ...code } = wordedReason(problem)
  return { problem: reason, ...code }
}

export interface WordedProblem extends CodedReason {
  readonly problem: string
}

/** What was said so already, to be joined with others. */
export function problemPart({ problem, code, values }: WordedProblem): FaultValue {
  return code === undefined ? problem : ({ code, values } as CodedPart)
}

export function isCoded(reason: FaultValue): boolean {
  return typeof reason === 'object'
}
