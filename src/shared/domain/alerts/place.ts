import type { AlertCell, CellReason } from './cells'
import { type Dependencies, rootService } from './dependencies'
import type { AlertFacts } from './facts'
import type { Neighbours } from './neighbours'

/** Where a cell is: the id of a group, and why. */
export interface GroupPlace {
  readonly group: string
  readonly reason: CellReason
}

/**
 * [AG1] The one group of a cell. The id names what the group is about and nothing that comes and goes with its members
 * [AG6]. The rules in their order: [AG2] dependency, [AG3] burst, [AG4] service, cause, minute.
 */
export function groupPlaceOf<Row extends AlertFacts>(
  { service, cause, minute, connection }: AlertCell<Row>,
  neighbours: Neighbours<Row>,
  dependencies: Dependencies,
): GroupPlace {
  if (service === '') {
    if (cause !== '') return { group: `cause:${cause}`, reason: 'cause' }
    return { group: `minute:${connection}:${minute ?? 'unknown'}`, reason: 'minute' }
  }
  const root = rootService(dependencies, service, need => neighbours.alertsNear(need, minute))
  if (root !== service) return { group: `service:${root}`, reason: 'dependency' }
  if (neighbours.isBurst(cause, minute)) return { group: `cause:${cause}`, reason: 'burst' }
  return { group: `service:${service}`, reason: 'service' }
}
