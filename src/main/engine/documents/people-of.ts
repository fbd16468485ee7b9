import type { HandoffContent } from '../../../shared/domain/handoff-content'
import type { Responder } from '../../../shared/domain/people'

/** Names of everybody that a document could name: people who wrote, and those whom it says something of. */
export function peopleOf(content: HandoffContent): readonly string[] {
  const names = new Set<string>()
  gather(content, names)
  for (const { owner } of content.scheduled) if (owner !== null) names.add(owner)
  for (const { what, values } of content.sources ?? [])
    if (what === 'on-call') for (const { name } of values) names.add(name)
  return [...names]
}

/** A responder is an id and a name, wherever in the record one is. */
function gather(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  const fields = Object.entries(value)
  if (fields.length === 2 && isResponder(value)) names.add(value.name)
  for (const [, one] of fields) gather(one, names)
}

function isResponder(value: object): value is Responder {
  return 'id' in value && 'name' in value && typeof value.name === 'string'
}
