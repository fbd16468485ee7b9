import type { Millis } from '../lib/time'
import type { Actor, Responder } from './people'

/** [RO9] Whoever did not answer is “not heard”; nobody is taken for present who was not heard. */
export const rollAnswers = ['present', 'absent', 'not-heard'] as const
export type RollAnswer = (typeof rollAnswers)[number]

const rollAnswerName: Readonly<Record<RollAnswer, string>> = {
  present: 'present',
  absent: 'absent',
  'not-heard': 'not heard',
}

export interface RollLine {
  readonly responder: Responder
  readonly posts: readonly string[]
  readonly answer: RollAnswer
}

export interface RollCall {
  readonly at: Millis
  readonly by: Actor
  readonly lines: readonly RollLine[]
}

/** `Roll call: 5 of 6 present; missing: Mei Tanaka (absent)`. */
export function rollCallSummary(lines: readonly RollLine[]): string {
  const missing = lines.filter(({ answer }) => answer !== 'present')
  if (missing.length === 0) return `Roll call: all ${lines.length} present`
  const names = missing.map(({ responder, answer }) => `${responder.name} (${rollAnswerName[answer]})`)
  return `Roll call: ${lines.length - missing.length} of ${lines.length} present; missing: ${names.join(', ')}`
}

/** The answer of a person at the last roll call; undefined: they were not called. */
export function answerAt(rollCall: RollCall | null, { id }: Responder): RollAnswer | undefined {
  return rollCall?.lines.find(({ responder }) => responder.id === id)?.answer
}
