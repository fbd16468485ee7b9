import type { IncidentGate } from '../../shared/contract/gate'
import { LINE_LIMIT } from '../../shared/events/fields'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'

/** [GT9] [GT10] Whether a criterion of the gate is missing; a gate that is absent or not judged misses none. */
export function isGateOpen(gate: IncidentGate | undefined): gate is IncidentGate {
  return gate !== undefined && gate.green < gate.criteria.length
}

/** Limit of the typed reason: in the record, the number of met criteria comes before it. */
export const EARLY_LIMIT = LINE_LIMIT - 100

/** [GT9] The record's text for an incident that is resolved before its gate is complete. */
export function earlyReason({ green, criteria }: IncidentGate, reason: string): string {
  return t(texts.gate.early, { green, all: criteria.length, reason: reason.trim() })
}
