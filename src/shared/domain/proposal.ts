import { MINUTE, type Millis } from '../lib/time'
import type { ConnectionId, EntryId } from './ids'
import type { Incident } from './incident'
import { openedChannel } from './opened-channel'

/** A message of a room, or a note on a page, that may belong in an incident's timeline. */
export interface Proposal {
  /** `slack:CHANNEL:TS`, `pagerduty:PAGE:NOTE`: the same through every connection, and the id of the line that it becomes. */
  readonly id: string
  readonly connection: ConnectionId
  /** The vendor's id of the room, or of the page. */
  readonly channel: string
  /** Absent: a message of a room. */
  readonly kind?: 'page-note'
  readonly author: string
  /** As people read it, without the vendor's markup. */
  readonly text: string
  readonly at: Millis
  /** Its author changed it after it was posted. */
  readonly edited?: true
  /** Pinned in the room, or given the chosen reaction. */
  readonly pinned: boolean
  /** True: posted in the connection's war room, which is the room of every incident that has none of its own. */
  readonly shared: boolean
}

/** People talk before an incident is declared. */
const BEFORE_DECLARED: Millis = 15 * MINUTE

/** Messages earlier than this are no part of the incident. */
export function proposedSince(incident: Incident): Millis {
  return incident.declaredAt - BEFORE_DECLARED
}

/**
 * [PR7] Later ones are no part of it either: those of the time after belong to nothing, or to the next incident of that
 * room.
 */
function proposedUntil({ resolvedAt }: Incident): Millis {
  return resolvedAt ?? Number.POSITIVE_INFINITY
}

/** [PR1] The line that a message becomes has the message's id, so accepting it twice writes it once. */
export function entryOfProposal(proposal: Pick<Proposal, 'id'>): EntryId {
  return proposal.id as EntryId
}

/**
 * [PR2] What the scribe still has to review, the pinned first, then the oldest: messages of the incident's own channel,
 * or of the war room if it has none, and notes on one of its PagerDuty incidents, that were neither accepted nor
 * dismissed.
 * @param isLine whether the incident has a line of that id
 */
export function openProposals(
  incident: Incident,
  isLine: (entry: EntryId) => boolean,
  read: readonly Proposal[],
): readonly Proposal[] {
  const dismissed = new Set(incident.dismissedProposals)
  const found = read.filter(one => isProposed(incident, one) && !dismissed.has(one.id) && !isLine(entryOfProposal(one)))
  return found.toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** Whether a message was posted in an incident's room and while it was open. */
function isProposed(incident: Incident, proposal: Proposal): boolean {
  if (proposal.at < proposedSince(incident) || proposal.at > proposedUntil(incident)) return false
  if (proposal.kind === 'page-note') return isOnItsPage(incident, proposal) && !isOurResolution(incident, proposal)
  const own = openedChannel(incident)?.channel.id
  return own === undefined ? proposal.shared : proposal.channel === own
}

function isOnItsPage({ pages }: Incident, { connection, channel }: Proposal): boolean {
  return pages.some(page => page.connection === connection && page.externalId === channel)
}

/** PagerDuty stores the resolution as a note without our marker: the item that requested it is known here. */
function isOurResolution({ acts }: Incident, { channel, text }: Proposal): boolean {
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim()
  return acts.some(
    ({ what }) => what.kind === 'page-resolve' && what.page.id === channel && plain(what.resolution) === plain(text),
  )
}
