import { sha256 } from '../lib/sha256'
import type { Millis } from '../lib/time'
import type { ApprovedAs } from './approval'
import type { ContentHash, OutboxItemId } from './ids'
import type { Actor } from './people'
import type { Update } from './update'
import type { VendorRequest } from './vendor-request'

export type EditRequest = Extract<VendorRequest, { readonly kind: 'update-edit' }>

export type EditVerdict = 'approved' | 'sent-back'

/** [PE5] An edit that a person who does not approve wants of an update that is out. `id` is that of the item it becomes. */
export interface ProposedEdit {
  readonly id: OutboxItemId
  readonly what: EditRequest
  readonly by: Actor
  readonly at: Millis
  /** Null: nobody has read it. */
  readonly judged: {
    readonly verdict: EditVerdict
    readonly by: Actor
    readonly at: Millis
    readonly as?: ApprovedAs | undefined
    /** What its writer should change; empty: nothing was said. */
    readonly note: string
  } | null
}

/** [PE5] Hash of all that an edit does: both wordings, the time, why, and what the check stops of it. */
export function editHash(what: EditRequest): ContentHash {
  const { connection, publicIncident, update, before, body, displayedAt = null, why, anyway } = what
  const passed = anyway === undefined ? [] : [anyway.overrode, anyway.reason]
  const said = [connection, publicIncident.id, update, before, body, displayedAt, why, ...passed]
  return sha256(JSON.stringify(said)) as ContentHash
}

/** The update that an edit is of, as long as customers read the words that it was written for. */
export function editedUpdate(
  { what }: ProposedEdit,
  { updates }: { readonly updates: readonly Update[] },
): Update | undefined {
  return updates.find(
    ({ id, delivery, content }) => id === what.update && delivery.state === 'published' && content.body === what.before,
  )
}

/** [PE5] Edits that wait for an approval, oldest first; one of words that are there no more waits no longer. */
export function waitingEdits(incident: {
  readonly updates: readonly Update[]
  readonly proposedEdits: readonly ProposedEdit[]
}): readonly ProposedEdit[] {
  return incident.proposedEdits.filter(edit => edit.judged === null && editedUpdate(edit, incident) !== undefined)
}
