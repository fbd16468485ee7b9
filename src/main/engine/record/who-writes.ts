import type { Actor } from '../../../shared/domain/people'
import type { EventDraft } from '../../../shared/events/define'
import { personNamed } from '../../../shared/events/person-named'
import type { Millis } from '../../../shared/lib/time'
import type { WritableDb } from '../storage/database'
import type { NamedPeople, StoredPerson } from '../storage/named-people'
import { personRef } from '../storage/people'

/** A draft as it will be written: `by` is the text that the chain covers. */
export interface Signed {
  readonly draft: EventDraft
  readonly by: string
  /** Its place in its request, from which its id derives. */
  readonly ordinal: number
}

/**
 * [NP1] Drafts with ids in place of names, and with them an event for each name that the incident's log does not have
 * yet. A declaration stays the first event of its log. Ids of the drafts do not depend on who is named already.
 */
export function signedDrafts(
  db: WritableDb,
  { drafts, now }: { readonly drafts: readonly EventDraft[]; readonly now: Millis },
  known: NamedPeople,
): { readonly signed: readonly Signed[]; readonly people: NamedPeople } {
  const namings = new Map<string, EventDraft>()
  const signed = drafts.map((draft, ordinal) => {
    const by = signature(db, draft.by)
    if (by.ref !== undefined && !known.has(by.ref)) namings.set(by.text, naming(by.ref, draft.by, now))
    return { draft, by: by.text, ordinal }
  })
  if (namings.size === 0) return { signed, people: known }
  const named = [...namings].map(([by, draft], n) => ({ draft, by, ordinal: drafts.length + n }))
  const first = signed[0]?.draft.kind === 'incident-declared' ? 1 : 0
  return {
    signed: [...signed.slice(0, first), ...named, ...signed.slice(first)],
    people: known.with(named.map(({ draft }) => personNamed.body.parse(draft.body))),
  }
}

function signature(db: WritableDb, by: Actor): { readonly text: string; readonly ref?: StoredPerson } {
  if (by.kind !== 'person') return { text: JSON.stringify(by) }
  const ref: StoredPerson = { kind: 'person', ...personRef(db, by.responder.name, by.screen ?? '') }
  return { text: JSON.stringify(ref), ref }
}

function naming({ person, session }: StoredPerson, by: Actor, now: Millis): EventDraft {
  const { name, screen = '' } = by.kind === 'person' ? { name: by.responder.name, screen: by.screen } : { name: '' }
  return personNamed.draft({ person, session, name, screen }, now, by)
}
