import type { UpdateId } from '../domain/ids'
import type { Incident } from '../domain/incident'
import type { Delivery } from '../domain/update'

/** The incident with one update's delivery replaced. An unknown update changes nothing. */
export function withDelivery(incident: Incident, id: UpdateId, delivery: Delivery): Incident {
  return { ...incident, updates: incident.updates.map(known => (known.id === id ? { ...known, delivery } : known)) }
}
