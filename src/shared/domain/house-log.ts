import type { IncidentId } from './ids'
import type { VendorRequest } from './vendor-request'

/**
 * [WS1] Where earlier versions wrote what was asked without an incident. It is read as the beginning of the folder's own
 * stream, which takes its place; nothing is written to it any more, and no incident can have its id.
 */
export const HOUSE_LOG = '00000000-0000-4000-8000-000000000001' as IncidentId

/**
 * [HL1] [HL2] What may be asked for without an incident: whatever is done to a PagerDuty incident that is there, and
 * components and maintenance of a status page.
 */
export function needsNoIncident(what: VendorRequest): boolean {
  return (
    'page' in what ||
    what.kind === 'components-set' ||
    what.kind === 'metric-point' ||
    what.kind.startsWith('maintenance-')
  )
}
