import { isRaised, type Severity } from '../severity'
import { type ProposalReason, proposeSeverity, type SeverityFacts, type SeverityQuestions } from './severity-proposal'

/** What an alert, or a PagerDuty incident, says of how bad it is. */
interface RatedAlert {
  readonly title: string
  readonly urgency: 'critical' | 'high' | 'low'
  /** What its priority was mapped to. */
  readonly severity?: Severity | undefined
}

export type AlertSeverityReason =
  | { readonly kind: 'priority'; readonly alert: RatedAlert; readonly severity: Severity }
  | { readonly kind: 'urgency'; readonly alert: RatedAlert; readonly severity: Severity }
  | Extract<ProposalReason, { readonly kind: 'rule' }>

const byUrgency: Readonly<Record<RatedAlert['urgency'], Severity>> = { critical: 'SEV-1', high: 'SEV-2', low: 'SEV-3' }

/**
 * [RS1] The most severe of what the alerts' priorities, or else their labels, and the metrics of now say, with what decided.
 * @param method undefined while it is not read: then the alerts alone decide
 */
export function severityOfAlerts(
  alerts: readonly [RatedAlert, ...RatedAlert[]],
  method: SeverityQuestions | undefined,
  facts: SeverityFacts,
): AlertSeverityReason {
  const decidedBy = method === undefined ? undefined : proposeSeverity(method, {}, facts).decidedBy
  const [first, ...others] = alerts.map(reasonOf) as [AlertSeverityReason, ...AlertSeverityReason[]]
  // That no rule fits says nothing against an alert.
  const ofMetrics = typeof decidedBy === 'object' && decidedBy.kind === 'rule' ? [decidedBy] : []
  return [...others, ...ofMetrics].reduce((worst, one) => (isRaised(worst.severity, one.severity) ? one : worst), first)
}

/** A priority was mapped by the team, and says more than the urgency that it brings. */
function reasonOf(alert: RatedAlert): AlertSeverityReason {
  const { severity, urgency } = alert
  if (severity !== undefined) return { kind: 'priority', alert, severity }
  return { kind: 'urgency', alert, severity: byUrgency[urgency] }
}
