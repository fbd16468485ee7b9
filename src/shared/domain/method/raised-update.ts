import type { Millis } from '../../lib/time'
import type { Cadence } from '../cadence'
import type { Incident } from '../incident'
import { isRaised, type Severity } from '../severity'
import { firstUpdateSpan, updateSpan } from './method-rules'

type Raised = Pick<Incident, 'method' | 'severity' | 'updatePace' | 'updates' | 'nextUpdateDueAt'>

/**
 * [SV2] When customers are due to hear once the severity is `to`: nearer than before, or as before.
 * @param before what holds for incidents that were declared before they had a method
 */
export function updateDueAt(incident: Raised, to: Severity, before: Cadence, now: Millis): Millis | null {
  const { method, severity, updates, nextUpdateDueAt } = incident
  // What follows the first update comes at the pace of updates, not of the first one.
  const span = hearsAlready(updates) ? updateSpan : firstUpdateSpan
  // [UP12] A raised severity ends what was chosen for a lower one, or before it was lowered.
  const within = span(isRaised(severity, to) ? { method } : incident, to, before)
  return within === null ? nextUpdateDueAt : Math.min(nextUpdateDueAt ?? Number.POSITIVE_INFINITY, now + within)
}

function hearsAlready(updates: Raised['updates']): boolean {
  return updates.some(({ audience, delivery }) => audience === 'customers' && delivery.state === 'published')
}
