import { showControls } from '../lib/controls'
import type { IncidentEvent } from './registry'

/**
 * [HT2] The event with what its texts and names hide made visible, in every view and every document; in the log it stays
 * as it was typed. The same object where nothing is hidden, as nearly always.
 */
export function shownEvent(event: IncidentEvent): IncidentEvent {
  const { by, body, erased } = event
  if (hidesNothing(body) && hidesNothing(by) && hidesNothing(erased)) return event
  const shown = { ...event, by: shownValue(by), body: shownValue(body) }
  return (erased === undefined ? shown : { ...shown, erased: shownValue(erased) }) as IncidentEvent
}

/** Checked without an allocation: nearly every text is plain, and a long log has hundreds of thousands. */
function hidesNothing(value: unknown): boolean {
  if (typeof value === 'string') return showControls(value) === value
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(hidesNothing)
  for (const name in value) if (!hidesNothing((value as Readonly<Record<string, unknown>>)[name])) return false
  return true
}

function shownValue(value: unknown): unknown {
  if (typeof value === 'string') return showControls(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(shownValue)
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, shownValue(held)]))
}
