import type { StrategyId } from '../domain/ids'
import type { IncidentEvent } from './registry'

/** The item of the strategy board that an event is about, and of which it repeats the text. */
export function strategyItemOf(event: IncidentEvent): StrategyId | undefined {
  switch (event.kind) {
    case 'task-given':
    case 'task-acknowledged':
    case 'task-extended':
    case 'task-settled':
      return event.body.task
    case 'attempt-noted':
    case 'attempt-judged':
      return event.body.attempt
    case 'hypothesis-raised':
    case 'hypothesis-settled':
      return event.body.hypothesis
    case 'point-raised':
    case 'point-settled':
      return event.body.point
    case 'customers-reported':
    case 'report-corrected':
    case 'lead-reported':
      return event.body.report
    case 'decision-proposed':
    case 'decision-objected':
    case 'decision-settled':
    case 'decision-revisit-set':
    case 'decision-called':
      return event.body.decision
    default:
      return undefined
  }
}

const raising: ReadonlySet<string> = new Set([
  ...['task-given', 'attempt-noted', 'hypothesis-raised', 'point-raised'],
  ...['decision-proposed', 'customers-reported', 'lead-reported'],
])

/** [SG7] The items that some events put on the board: their texts are in other events too. */
export function itemsRaisedBy(events: readonly IncidentEvent[]): ReadonlySet<StrategyId | undefined> {
  return new Set(events.filter(({ kind }) => raising.has(kind)).map(strategyItemOf))
}
