import type { IncidentGate } from '../../shared/contract/gate'
import { LINE_LIMIT } from '../../shared/events/fields'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'

/** [GT9] [GT10] Whether something of the gate is missing; one that is not judged, or not there, misses nothing. */
export function isGateOpen(gate: IncidentGate | undefined): gate is IncidentGate {
  return gate !== undefined && gate.green < gate.criteria.length
}

/** Of the reason that is typed: the record says before it how much held. */
export const EARLY_LIMIT = LINE_LIMIT - 100

/** [GT9] What the record says of an incident that is resolved before its gate is complete. */
export function earlyReason({ green, criteria }: IncidentGate, reason: string): string {
  return t(texts.gate.early, { green, all: criteria.length, reason: reason.trim() })
}
