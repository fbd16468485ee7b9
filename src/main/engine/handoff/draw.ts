import type { HandoffText, Parsed } from '../../../shared/contract/calls'
import { handoffContent } from '../../../shared/domain/handoff-content'
import type { ContentHash, HandoffId } from '../../../shared/domain/ids'
import type { ProvenPart } from '../../../shared/domain/timeline'
import { foldEvents } from '../../../shared/events/fold'
import type { IncidentEvent } from '../../../shared/events/registry'
import { renderHandoff } from '../documents/handoff'

const extension = { markdown: 'md', html: 'html' } as const

/**
 * The handoff document as of its event. Undefined: the log does not have that event.
 * @param log all events of its incident
 * @param picture all of a picture's bytes; undefined where it is not on this machine
 * @param proven up to where a damaged log is proven
 */
export function drawHandoff(
  log: readonly IncidentEvent[],
  { incident, handoff, format }: Parsed<'handoff:read'>,
  picture: (hash: ContentHash) => Uint8Array | undefined,
  proven?: ProvenPart,
): HandoffText | undefined {
  const events = log.slice(0, log.findIndex(event => isHandoff(event, handoff)) + 1)
  const written = events.at(-1)
  const record = foldEvents(undefined, events)
  if (record === undefined || written?.kind !== 'handoff-written') return undefined
  const content = { ...handoffContent(record.incident, record.timeline, written.at), proven }
  const text = renderHandoff(content, format, picture)
  const stamp = new Date(written.at).toISOString().slice(0, 19).replace(/:/g, '')
  return { fileName: `handoff-${incident.slice(0, 8)}-${stamp}Z.${extension[format]}`, text }
}

function isHandoff(event: IncidentEvent, handoff: HandoffId): boolean {
  return event.kind === 'handoff-written' && event.body.handoff === handoff
}
