import type { Millis } from '../lib/time'
import type { EventId } from './ids'
import { type Severity, severities } from './severity'
import type { Status } from './status'
import type { Said } from './strategy'

export const promptDirections = ['raise', 'lower'] as const
export type PromptDirection = (typeof promptDirections)[number]

/** [RS5] What the engine said of the severity. */
export interface PromptWords {
  /** Id of the reason in the method, and its text then. */
  readonly trigger: string
  readonly text: string
  readonly direction: PromptDirection
  /** What the severity was. */
  readonly from: Severity
  /** What is offered. */
  readonly severity: Severity
  /** In words, as it was then. */
  readonly evidence: string
}

export interface SeverityPrompt extends PromptWords {
  /** The event that said it: what an answer has to know of. */
  readonly key: EventId
  readonly at: Millis
  /** Who said “not now”, or the engine that took it back; null: it waits. */
  readonly settled: Said | null
  /** [RS9] The engine took it back, and may offer the same again. */
  readonly withdrawn?: true | undefined
}

export interface SeverityPrompts {
  /** [RS7] Since the severity was set last, oldest first. */
  readonly severityPrompts: readonly SeverityPrompt[]
  /** When that was; declaring and reopening set it too. */
  readonly severitySince: Millis
  /** How many services were named then, or in the minutes after it, or first; null: nobody has named any. */
  readonly servicesThen: number | null
}

/** [RS7] The prompt that waits for an answer: only the newest does. */
export function openPrompt({
  severityPrompts,
  status,
}: Pick<SeverityPrompts, 'severityPrompts'> & { readonly status: Status }): SeverityPrompt | undefined {
  const last = severityPrompts.at(-1)
  return last?.settled === null && status !== 'resolved' ? last : undefined
}

/** Whether `one` goes at least as far as `other` in a direction. */
export function reaches(direction: PromptDirection, one: Severity, other: Severity): boolean {
  const further = severities.indexOf(other) - severities.indexOf(one)
  return direction === 'raise' ? further >= 0 : further <= 0
}
