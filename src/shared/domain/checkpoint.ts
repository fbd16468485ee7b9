import { derivedId } from '../lib/derived-id'
import type { Millis } from '../lib/time'
import type { CheckpointId } from './ids'
import type { Actor } from './people'

export const verdicts = ['continue', 'pivot', 'escalate'] as const
export type Verdict = (typeof verdicts)[number]

/** The IC's recurring stop. `off` once the incident is resolved. */
export type Checkpoint =
  | { readonly state: 'waiting'; readonly id: CheckpointId; readonly dueAt: Millis }
  | { readonly state: 'off' }

/**
 * [CP4] The id of the checkpoint after one: derived, so that two machines that each answer the same one arm the same next
 * one.
 */
export function nextCheckpointId(last: CheckpointId): CheckpointId {
  return derivedId(last, 'next-checkpoint')
}

/** What the log keeps an answer to, as the method's files call it. */
export const checkpointQuestions = ['tried', 'trying', 'rollback-plan', 'more-people', 'still-impacted'] as const

/** The five answers of a checkpoint. Empty text means "nothing to say", and is shown as such. */
export interface CheckpointAnswers {
  readonly tried: string
  readonly trying: string
  readonly rollbackPlan: string
  readonly morePeople: string
  readonly stillImpacted: string
}

export interface HeldCheckpoint {
  readonly id: CheckpointId
  readonly answers: CheckpointAnswers
  readonly verdict: Verdict
  readonly heldAt: Millis
  readonly by: Actor
}
