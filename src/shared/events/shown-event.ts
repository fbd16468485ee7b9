import { showControls } from '../lib/controls'
import type { IncidentEvent } from './registry'

/**
 * [HT2] The event with what its texts hide made visible, on every screen and in every document alike; in the log it stays
 * as it was typed. The same object where nothing is hidden, as nearly always.
 */
export function shownEvent(event: IncidentEvent): IncidentEvent {
  const body = shownValue(event.body)
  return body === event.body ? event : ({ ...event, body } as IncidentEvent)
}

function shownValue(value: unknown): unknown {
  if (typeof value === 'string') return showControls(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const list = value.map(shownValue)
    return list.some((one, at) => one !== value[at]) ? list : value
  }
  const fields = Object.entries(value).map(([name, held]) => [name, held, shownValue(held)] as const)
  if (fields.every(([, before, after]) => before === after)) return value
  return Object.fromEntries(fields.map(([name, , after]) => [name, after]))
}
