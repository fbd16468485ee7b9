import { isRaised, type Severity } from '../severity'
import type { Method } from './method-files'

type SeverityRule = Method['severity']['rules'][number]

/** What decides a severity: the calculator's part of the method. */
export type SeverityQuestions = Pick<Method['severity'], 'unknown' | 'questions' | 'rules' | 'otherwise'>

/** By question, the answer that was chosen; a question that is not among them is open. */
export type SeverityAnswers = Readonly<Record<string, string>>

/** What is known of the metrics. Measured ones are numbers, stated ones are true or false; absent: not known. */
export type SeverityFacts = {
  readonly [Fact in SeverityRule['fact']]?: Fact extends MeasuredFact ? number : boolean
}
type MeasuredFact = Extract<SeverityRule, { readonly over: number }>['fact']

export type ProposalReason =
  /** An answer without a severity is a reason, and decides nothing. */
  | {
      readonly kind: 'answer'
      readonly question: string
      readonly asks: string
      readonly text: string
      readonly severity: Severity | undefined
    }
  | { readonly kind: 'rule'; readonly rule: SeverityRule; readonly severity: Severity }
  /** Facts are known, and no rule fits. */
  | { readonly kind: 'no-rule'; readonly severity: Severity }

export interface SeverityProposal {
  readonly severity: Severity
  /** The most severe first, each severity's in the order of the questions, then those that point to none. */
  readonly reasons: readonly ProposalReason[]
  /** The first of the reasons; `unknown`: none of them points to a severity. */
  readonly decidedBy: ProposalReason | 'unknown'
  /** The reasons point to more than one severity: the proposed one, and the next. */
  readonly inDoubtBetween?: readonly [higher: Severity, lower: Severity]
}

/**
 * [MP1] Of the answers the most severe one counts, of the metrics the first rule that fits, of both the more severe; with
 * nothing that points to a severity it is what the method says of the unknown.
 */
export function proposeSeverity(
  method: SeverityQuestions,
  answers: SeverityAnswers,
  facts: SeverityFacts = {},
): SeverityProposal {
  const reasons = [...answerReasons(method, answers), ...metricReasons(method, facts)].sort(bySeverity)
  const [first] = reasons
  if (first?.severity === undefined) return { severity: method.unknown, reasons, decidedBy: 'unknown' }
  const { severity } = first
  const lower = reasons.find(reason => reason.severity !== severity)?.severity
  const proposal = { severity, reasons, decidedBy: first }
  return lower === undefined ? proposal : { ...proposal, inDoubtBetween: [severity, lower] }
}

function answerReasons({ questions }: SeverityQuestions, answers: SeverityAnswers): readonly ProposalReason[] {
  return questions.flatMap(({ id, asks, answers: known }) => {
    // The method may have changed since it was given.
    const answer = known.find(one => one.id === answers[id])
    if (answer === undefined) return []
    const { text, severity } = answer
    return { kind: 'answer' as const, question: id, asks, text, severity }
  })
}

function metricReasons({ rules, otherwise }: SeverityQuestions, facts: SeverityFacts): readonly ProposalReason[] {
  const rule = rules.find(one => fits(one, facts))
  if (rule !== undefined) return [{ kind: 'rule', rule, severity: rule.severity }]
  const isKnown = Object.values(facts).some(fact => fact !== undefined)
  return isKnown ? [{ kind: 'no-rule', severity: otherwise }] : []
}

function fits(rule: SeverityRule, facts: SeverityFacts): boolean {
  return 'over' in rule ? (facts[rule.fact] ?? 0) > rule.over : facts[rule.fact] === true
}

/** Sorting is stable: reasons of one severity stay in their order. */
function bySeverity(a: ProposalReason, b: ProposalReason): number {
  if (a.severity === b.severity) return 0
  if (a.severity === undefined) return 1
  if (b.severity === undefined) return -1
  return isRaised(b.severity, a.severity) ? -1 : 1
}
