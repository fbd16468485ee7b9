import type { Millis } from '../lib/time'
import type { Actor, Responder } from './people'

/** [RO9] A person who did not answer is “not heard”, and never counts as present. */
export const rollAnswers = ['present', 'absent', 'not-heard'] as const
export type RollAnswer = (typeof rollAnswers)[number]

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

/** The answer of a person at the last roll call; undefined: they were not called. */
export function answerAt(rollCall: RollCall | null, { id }: Responder): RollAnswer | undefined {
  return rollCall?.lines.find(({ responder }) => responder.id === id)?.answer
}
