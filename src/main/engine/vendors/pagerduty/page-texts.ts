import { coded } from '../../../../shared/contract/coded-text'
import type { VendorFault } from '../../../../shared/contract/faults'
import type { CopiesOutcome, SendOutcome, VerificationOutcome } from '../../outbox/types'
import { textMarker, withMarker } from '../marker'
import { copiesSeen, copiesUnseen, neverSeen, notSeen, outcomeOfFault } from '../outcome'
import { parseLogEntries, parseNote, parseNotes, parseStatusUpdate } from './acts-parse'
import type { Outgoing, PageDesk } from './desk'
import { pagePath } from './page'

/** Notes and status updates: if sent twice they are there twice, so each ends with our marker. */

export async function addNote(
  { api }: PageDesk,
  { item: act, what }: Outgoing<'page-note'>,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const json = { note: { content: withMarker(what.text, act) } }
  const reply = await api.ask({ method: 'POST', path: `${pagePath(what.page.id)}/notes`, json }, parseNote, signal)
  if (!reply.ok) return outcomeOfFault(reply.fault)
  return { outcome: 'delivered', delivered: { externalId: reply.value.note.id, url: null } }
}

export async function verifyNote(
  { api }: PageDesk,
  { item: act, what }: Outgoing<'page-note'>,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const reply = await api.ask({ method: 'GET', path: `${pagePath(what.page.id)}/notes` }, parseNotes, signal)
  if (!reply.ok) return notSeen(reply.fault)
  const ours = reply.value.notes.find(note => note.content?.includes(textMarker(act)))
  return ours === undefined
    ? { found: 'absent' }
    : { found: 'delivered', delivered: { externalId: ours.id, url: null } }
}

/** [OB21] */
export async function findNoteCopies(
  { api }: PageDesk,
  { item: act, what }: Outgoing<'page-note'>,
  signal: AbortSignal,
): Promise<CopiesOutcome> {
  const reply = await api.ask({ method: 'GET', path: `${pagePath(what.page.id)}/notes` }, parseNotes, signal)
  if (!reply.ok) return copiesUnseen(reply.fault)
  const ours = reply.value.notes.filter(note => note.content?.includes(textMarker(act)))
  return copiesSeen(ours.map(({ id }) => ({ externalId: id, url: null })))
}

export async function sendStatusUpdate(
  { api }: PageDesk,
  { item: act, what }: Outgoing<'page-status-update'>,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const path = `${pagePath(what.page.id)}/status_updates`
  const json = { message: withMarker(what.message, act) }
  const reply = await api.ask({ method: 'POST', path, json }, parseStatusUpdate, signal)
  if (!reply.ok) return outcomeOfFault(reply.fault)
  return { outcome: 'delivered', delivered: { externalId: reply.value.status_update.id, url: null } }
}

const PAGE_SIZE = 100
const MOST_PAGES = 5

/**
 * Status updates have no list of their own; the incident's log has them, which PagerDuty does not document. So one that
 * is found counts as sent, and one that is not found proves nothing: a second one would go to every stakeholder.
 */
export async function verifyStatusUpdate(
  { api }: PageDesk,
  { item: act, what }: Outgoing<'page-status-update'>,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const path = `${pagePath(what.page.id)}/log_entries`
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = [
      ['limit', String(PAGE_SIZE)],
      ['offset', String(page * PAGE_SIZE)],
    ] as const
    const reply = await api.ask({ method: 'GET', path, query }, parseLogEntries, signal)
    if (!reply.ok) return notSeen(reply.fault)
    const ours = reply.value.log_entries.find(entry =>
      [entry.message, entry.summary, entry.note].some(text => text?.includes(textMarker(act))),
    )
    if (ours !== undefined) return { found: 'delivered', delivered: { externalId: ours.id, url: null } }
    if (reply.value.more !== true) break
  }
  return neverSeen(notToBeSeen)
}

const notToBeSeen: VendorFault = {
  kind: 'unreadable-answer',
  ...coded('page-updates-unseen'),
}
