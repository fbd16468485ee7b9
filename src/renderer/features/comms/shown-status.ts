import { statuses } from '../../../shared/domain/status'
import type { ComponentStatus } from '../../../shared/domain/update'
import { texts } from '../../../shared/texts/texts'
import type { Tone } from '../../ui/tag'

/** An incident's status on a page; one that is none of ours as the page calls it. */
export function shownStatus(status: string): string {
  const ours = statuses.find(known => known === status)
  return ours === undefined ? capital(status) : texts.comms.statuses[ours]
}

/** Statuspage's own states of planned work. */
const maintenanceStates = ['scheduled', 'in_progress', 'verifying', 'completed'] as const

/** As `shownStatus`, of planned work. */
export function shownMaintenance(status: string): string {
  const known = maintenanceStates.find(state => state === status)
  return known === undefined ? status.replaceAll('_', ' ') : texts.comms.maintenances[known]
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export const componentTone: Readonly<Record<ComponentStatus, Tone>> = {
  operational: 'good',
  under_maintenance: 'plain',
  degraded_performance: 'warn',
  partial_outage: 'warn',
  major_outage: 'bad',
}
