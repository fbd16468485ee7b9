import { derivedId } from '../lib/derived-id'
import { MINUTE, type Millis } from '../lib/time'
import type { CheckpointId } from './ids'
import type { Actor } from './people'

export const verdicts = ['continue', 'pivot', 'escalate'] as const
export type Verdict = (typeof verdicts)[number]

/** What an item of the list that follows a checkpoint leads to. */
export const afterwardsOpen = ['customer-update', 'roles', 'line'] as const
export type AfterwardsOpen = (typeof afterwardsOpen)[number]

/** [CP12] Why a checkpoint is due later than it was. */
export interface Postponed {
  readonly reason: string
  readonly by: Actor
  /** Its clock is paused until then; null: it was snoozed, and its clock runs. */
  readonly pausedUntil: Millis | null
  /** By whose clock these times are; null: the log is of one machine. */
  readonly origin: string | null
}

/** The IC's recurring stop. `off` once the incident is resolved. */
export type Checkpoint =
  | {
      readonly state: 'waiting'
      readonly id: CheckpointId
      readonly dueAt: Millis
      /** [CP12] Absent: nobody put it off. */
      readonly postponed?: Postponed
    }
  | { readonly state: 'off' }

/**
 * [CP4] The id of the checkpoint after one: derived, so that two machines that each answer the same one arm the same next
 * one.
 */
export function nextCheckpointId(last: CheckpointId): CheckpointId {
  return derivedId(last, 'next-checkpoint')
}

/** Questions that every version knows by these ids; a team's method may ask others besides, or instead. */
export const knownQuestions = ['tried', 'trying', 'rollback-plan', 'more-people', 'still-impacted'] as const
export type KnownQuestion = (typeof knownQuestions)[number]

/** [CP7] What a method asks at a checkpoint; `id` stays when `asks` is reworded. */
export interface CheckpointQuestion {
  readonly id: string
  readonly asks: string
}

/** [CP7] An answer with the question as it was asked, so that the log is understood without the method's files. */
export interface CheckpointAnswer {
  readonly question: string
  /** Empty: as every version asks it. */
  readonly asks: string
  /** Empty: no answer. */
  readonly text: string
  /** [CP9] It was not typed again: the text is the one of the checkpoint before. */
  readonly asBefore?: boolean | undefined
}

/** [CP10] What another person reported for a checkpoint that was held already. */
export interface AddedAnswers {
  readonly answers: readonly CheckpointAnswer[]
  readonly at: Millis
  readonly by: Actor
}

export interface HeldCheckpoint {
  readonly id: CheckpointId
  readonly answers: readonly CheckpointAnswer[]
  readonly verdict: Verdict
  readonly heldAt: Millis
  readonly by: Actor
  readonly added: readonly AddedAnswers[]
}

/** All answers to a question, with what was added later; empty: there is none. */
export function answerText({ answers, added }: Pick<HeldCheckpoint, 'answers' | 'added'>, question: string): string {
  const all = [answers, ...added.map(one => one.answers)].flat()
  return all.flatMap(one => (one.question === question && one.text !== '' ? [one.text] : [])).join(' · ')
}

/** [CP12] What is left of the clock when a pause ends: enough to be warned before it is due. */
export const LEAST_AFTER_PAUSE: Millis = 5 * MINUTE

/** [CP12] Until when its clock is paused; null: it runs. */
export function pausedUntil(checkpoint: Checkpoint, now: Millis): Millis | null {
  const until = checkpoint.state === 'waiting' ? (checkpoint.postponed?.pausedUntil ?? null) : null
  return until !== null && until > now ? until : null
}
