import type { CheckpointAnswer, CheckpointQuestion, HeldCheckpoint } from '../../../shared/domain/checkpoint'
import { answerText, knownQuestions, verdicts } from '../../../shared/domain/checkpoint'
import { type IncidentDecision, revisitDueAt } from '../../../shared/domain/decisions'
import type { Incident } from '../../../shared/domain/incident'
import type { CheckpointVerdict } from '../../../shared/domain/method/method-rules'
import { type Attempt, runningTasks, type Strategy, type StrategyTask } from '../../../shared/domain/strategy'
import { LINE_LIMIT } from '../../../shared/events/fields'
import type { Millis } from '../../../shared/lib/time'
import { shortened } from '../../../shared/lib/whole-characters'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'

const text = texts.checkpoint

/**
 * [CP7] The questions of the incident's own method; the built-in ones where it was declared before methods had
 * questions.
 */
export function questionsOf({ method }: Pick<Incident, 'method'>): readonly CheckpointQuestion[] {
  return method?.rules.sheet?.questions ?? knownQuestions.map(id => ({ id, asks: text.questions[id] }))
}

/** How a checkpoint can end, as the incident's method words it. */
export function verdictsOf({ method }: Pick<Incident, 'method'>): readonly CheckpointVerdict[] {
  return method?.rules.sheet?.verdicts ?? verdicts.map(id => ({ id, text: text.verdicts[id] }))
}

/** From when on something is new to a checkpoint. */
export function sinceLast({ checkpointsHeld, declaredAt }: Pick<Incident, 'checkpointsHeld' | 'declaredAt'>): Millis {
  return checkpointsHeld.at(-1)?.heldAt ?? declaredAt
}

/** [CP8] Attempts started or judged since then, the latest first. */
export function attemptsSince({ attempts }: Pick<Strategy, 'attempts'>, since: Millis): readonly Attempt[] {
  const lastOf = ({ raised, settled }: Attempt) => (settled ?? raised).at
  return attempts.filter(one => lastOf(one) >= since).toSorted((a, b) => lastOf(b) - lastOf(a))
}

export interface OpenDecision {
  readonly decision: IncidentDecision
  /** Number on the board: D1, D2. */
  readonly number: number
  /** When it is due; null: it has no time. */
  readonly dueAt: Millis | null
}

/** [CP14] Proposals, and decisions whose revisit is due: what a checkpoint should not pass by. */
export function openDecisions({ decisions }: Pick<Incident, 'decisions'>, now: Millis): readonly OpenDecision[] {
  return decisions.flatMap((decision, at) => {
    const dueAt = decision.state === 'proposed' ? decision.objectBy : revisitDueAt(decision)
    const isOpen = decision.state === 'proposed' || (dueAt !== null && dueAt <= now)
    return isOpen ? [{ decision, number: at + 1, dueAt }] : []
  })
}

/** A longer answer would not be read. */
const MOST_PROPOSED = 8

/**
 * [CP8] What the record says about a question; empty where it says nothing, because a guess would be read as an answer.
 */
export function proposedAnswer(question: string, incident: Incident): string {
  const parts = proposedParts(question, incident).slice(0, MOST_PROPOSED)
  return shortened(parts.join('; '), LINE_LIMIT)
}

function proposedParts(question: string, incident: Incident): readonly string[] {
  const { results } = texts.strategyLines
  if (question === 'tried')
    return attemptsSince(incident, sinceLast(incident)).flatMap(({ text: tried, result }) =>
      result === 'pending' ? [] : [t(text.triedWith, { text: tried, result: results[result] })],
    )
  if (question !== 'trying') return []
  const pending = incident.attempts.filter(({ result }) => result === 'pending')
  return [...runningTasks(incident).map(taskText), ...pending.map(one => one.text)]
}

function taskText({ owner, text: what }: StrategyTask): string {
  return owner === null ? what : t(text.taskOf, { who: owner.name, text: what })
}

/** [CP9] Whether “as before” was typed; a full-width sign, as East Asian input methods write it, counts too. */
export function saysAsBefore(typed: string): boolean {
  return /^[=\uff1d]$/.test(typed.trim())
}

/** The typed answers as the log stores them. [CP9] “As before” repeats the last answer, marked as such. */
export function writtenAnswers(
  questions: readonly CheckpointQuestion[],
  typed: Readonly<Record<string, string>>,
  last: HeldCheckpoint | undefined,
): CheckpointAnswer[] {
  return questions.map(({ id: question, asks }) => {
    const own = typed[question] ?? ''
    if (!saysAsBefore(own)) return { question, asks, text: own }
    const before = last === undefined ? '' : shortened(answerText(last, question), LINE_LIMIT)
    return { question, asks, text: before, ...(before !== '' && { asBefore: true }) }
  })
}
