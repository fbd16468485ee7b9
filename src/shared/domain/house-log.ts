import type { OutwardAct } from './act'
import type { IncidentId } from './ids'

/**
 * [HL1] The log of what is asked of other systems before there is an incident. It has events of acts only, is in no list
 * of incidents, and has no clocks; its id is reserved, so that an incident can never have it.
 */
export const HOUSE_LOG = '00000000-0000-4000-8000-000000000001' as IncidentId

/** [HL1] What may be asked for without an incident: whatever is done to a PagerDuty incident that is there. */
export function needsNoIncident(what: OutwardAct): boolean {
  return 'page' in what
}
