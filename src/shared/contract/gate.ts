import type { IncidentId } from '../domain/ids'
import type { GateNow } from '../domain/method/gate'

/** [GT4] The resolution gate of an open incident, as the engine judges it. */
export interface IncidentGate extends GateNow {
  readonly incident: IncidentId
}
