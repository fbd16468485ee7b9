import { type ComponentStatus, componentStatuses } from '../../../shared/domain/update'

/** [CM5] The next status in the order of Statuspage, and after the last the first. */
export function statusBeside(status: ComponentStatus, by: number): ComponentStatus {
  const count = componentStatuses.length
  return componentStatuses[(componentStatuses.indexOf(status) + by + count) % count] ?? status
}
