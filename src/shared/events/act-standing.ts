import type { ActStanding, OutwardAct } from '../domain/act'
import type { ActId } from '../domain/ids'
import type { Incident } from '../domain/incident'

/** The incident with one act's standing set; an act that it does not know yet is added. */
export function withAct(incident: Incident, id: ActId, what: OutwardAct, standing: ActStanding): Incident {
  const act = { id, what, standing }
  return incident.acts.some(known => known.id === id)
    ? { ...incident, acts: incident.acts.map(known => (known.id === id ? act : known)) }
    : { ...incident, acts: [...incident.acts, act] }
}
