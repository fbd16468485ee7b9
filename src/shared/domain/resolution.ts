import type { Millis } from '../lib/time'
import type { ClosingItem } from './method/method-rules'
import type { Actor } from './people'
import type { Status } from './status'
import type { Update } from './update'

/** A person's answer to a criterion of the gate; `open`: they withdraw it. */
export const gateAnswers = ['met', 'unmet', 'open'] as const
export type GateAnswer = (typeof gateAnswers)[number]

/** [GT5] Who answered, and when: it counts until it is withdrawn, or the incident is reopened. */
export interface GateWord {
  readonly answer: Exclude<GateAnswer, 'open'>
  readonly note: string
  readonly by: Actor
  readonly at: Millis
}

/** `say`: it cannot be measured, or not now: a person has to answer. */
export const gateStates = ['green', 'red', 'say'] as const
export type GateState = (typeof gateStates)[number]

/** [GT12] A criterion as it was when a handoff was written. */
export interface NotedCriterion {
  readonly id: string
  readonly text: string
  readonly state: GateState
  /** What was measured, as people read it; empty: nothing. */
  readonly evidence: string
  /** When that was so; null: nothing measured it. */
  readonly at: Millis | null
}

export interface ClosingMark {
  readonly by: Actor
  readonly at: Millis
}

/** The answers at the gate, and what was done after it. */
export interface Resolution {
  /** By criterion. */
  readonly gateWords: Readonly<Record<string, GateWord>>
  /** By item of the closing list, those that a person ticked. */
  readonly closingDone: Readonly<Record<string, ClosingMark>>
  /** [GT8] When the review is; null: nobody has set it. */
  readonly reviewAt: Millis | null
  /** [GT6] When all of the gate held and its people were called, last; null: not since the status is what it is. */
  readonly gateCompletedAt: Millis | null
}

/** [GT7] Why an item is done: a person ticked it, or the record shows it. */
export type ClosingProof =
  | { readonly from: 'person'; readonly mark: ClosingMark }
  | { readonly from: 'gate'; readonly word: GateWord }
  | { readonly from: 'status'; readonly at: Millis }
  | { readonly from: 'update'; readonly at: Millis }
  | { readonly from: 'review'; readonly at: Millis }
  | { readonly from: 'metrics' }

export interface ClosingState extends Pick<ClosingItem, 'id' | 'text'> {
  readonly part: 'closing' | 'farewell'
  /** Null: it is not done yet. */
  readonly proof: ClosingProof | null
}

interface ClosingLists {
  readonly closing?: readonly ClosingItem[] | undefined
  readonly farewell?: readonly ClosingItem[] | undefined
}

interface Closed extends Resolution {
  readonly status: Status
  readonly resolvedAt: Millis | null
  readonly updates: readonly Update[]
}

/**
 * [GT7] The closing list as it is now: what the record shows ticks itself, the rest is ticked by hand.
 * @param metricsNormal whether all panels with a meaning are normal now
 */
export function closingStates(
  incident: Closed,
  { closing = [], farewell = [] }: ClosingLists,
  metricsNormal: boolean,
): readonly ClosingState[] {
  const stateOf = (part: ClosingState['part']) => (item: ClosingItem) => ({
    ...{ id: item.id, text: item.text, part },
    proof: proofOf(item, incident, metricsNormal),
  })
  return [...closing.map(stateOf('closing')), ...farewell.map(stateOf('farewell'))]
}

function proofOf({ id, by }: ClosingItem, incident: Closed, metricsNormal: boolean): ClosingProof | null {
  const mark = incident.closingDone[id]
  if (mark !== undefined) return { from: 'person', mark }
  const word = incident.gateWords[id]
  if (by === undefined && word?.answer === 'met') return { from: 'gate', word }
  const { resolvedAt, reviewAt } = incident
  switch (by) {
    case 'metrics':
      return metricsNormal ? { from: 'metrics' } : null
    case 'status':
      return resolvedAt === null ? null : { from: 'status', at: resolvedAt }
    case 'stakeholders': {
      const at = toldAfter(incident)
      return at === undefined ? null : { from: 'update', at }
    }
    case 'review':
      return reviewAt === null ? null : { from: 'review', at: reviewAt }
    default:
      return null
  }
}

/** The first update with the status resolved that reached its readers. */
function toldAfter({ updates }: Closed): Millis | undefined {
  const told = updates.flatMap(({ content: { stage, status }, delivery }) =>
    (stage === 'resolution' || status === 'resolved') && delivery.state === 'published' ? [delivery.at] : [],
  )
  return told.length === 0 ? undefined : Math.min(...told)
}
