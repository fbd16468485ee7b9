import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'

/** The last lines that change what people do: decisions, status, what customers were told, and what is pinned. */
export function keyLines(timeline: Timeline, most: number): Timeline {
  return timeline.filter(isKey).slice(-most).reverse()
}

function isKey({ kind, pinned, retraction }: TimelineEntry): boolean {
  if (retraction !== null) return false
  return pinned || kind === 'decision' || kind === 'status' || kind === 'comms'
}
