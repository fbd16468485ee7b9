import { coded } from '../../../../shared/contract/coded-text'
import type { VendorFault } from '../../../../shared/contract/faults'
import type { VendorRequest } from '../../../../shared/domain/vendor-request'
import { fail, ok, type Reply } from '../../../../shared/lib/reply'
import { unreachable } from '../../../../shared/lib/unreachable'
import type { Api } from '../../http/api'
import type { HttpFault } from '../../http/types'
import type { SendOutcome, VerificationOutcome } from '../../outbox/types'
import { neverSeen, notSeen, outcomeBeforeSending, outcomeOfFault, refusedHere } from '../outcome'
import {
  errorCode,
  type PagerDutyIncidentAnswer,
  parseLogEntries,
  parseOnCalls,
  parsePagerDutyIncident,
} from './acts-parse'
import type { PageDesk } from './desk'
import { landedOn, pagePath, readPage } from './page'
import { readList } from './paging'

const MOST = 1_000

/** Ids of the users who are on call for one level of an escalation policy: who has a page that was escalated to it. */
async function levelHolders(
  api: Api,
  policy: string,
  level: number,
  signal: AbortSignal,
): Promise<Reply<readonly string[], HttpFault>> {
  const query = [['escalation_policy_ids[]', policy]] as const
  const reply = await readList(api, { path: '/oncalls', query, most: MOST }, parseOnCalls, signal)
  if (!reply.ok) return reply
  // A part of a level reads as if the page were with others, and it would be sent there again.
  if (reply.value.lacks !== '')
    return fail({ kind: 'unreadable-answer', ...coded('answer-lacks', { lacks: reply.value.lacks }) })
  const there = reply.value.items.filter(onCall => onCall.escalation_level === level)
  const users = there.flatMap(({ user }) => (user ? [user.id] : []))
  return users.length > 0 ? ok(users) : fail(nobody(level))
}

function nobody(level: number): HttpFault {
  return { kind: 'unreadable-answer', ...coded('page-level-empty', { level }) }
}

/** Changes of a page's state by one PUT: sent twice they do the same, but a late one must not open a page again. */
export type PageChange = Extract<
  VendorRequest,
  { readonly kind: 'page-acknowledge' | 'page-resolve' | 'page-reassign' | 'page-escalate' }
>

/** PagerDuty's codes for "already resolved" and "already acknowledged". */
const DONE_CODES: readonly (number | null)[] = [1001, 1002]

export async function changePage(desk: PageDesk, what: PageChange, signal: AbortSignal): Promise<SendOutcome> {
  const before = await readPage(desk.api, what.page.id, signal)
  if (!before.ok) return outcomeBeforeSending(before.fault)
  if (isSo(before.value, what)) return { outcome: 'delivered', delivered: landedOn(before.value) }
  // Any status that is set on a resolved incident opens it again, and pages people for what is over.
  if (before.value.status === 'resolved') return refusedHere('page-resolved', { page: what.page.name })
  const request = { method: 'PUT', path: pagePath(what.page.id), json: { incident: changed(what) } } as const
  const answer = await desk.api.send(request, signal)
  if (!answer.ok) return outcomeOfFault(answer.fault)
  if (DONE_CODES.includes(errorCode(answer.value))) return { outcome: 'delivered', delivered: landedOn(before.value) }
  const reply = desk.api.read(answer.value, parsePagerDutyIncident)
  return reply.ok ? { outcome: 'delivered', delivered: landedOn(reply.value.incident) } : outcomeOfFault(reply.fault)
}

/**
 * Whether there is nothing to send. An incident that is assigned to the person already is still sent: it pages them
 * again.
 */
function isSo(page: PagerDutyIncidentAnswer, what: PageChange): boolean {
  if (what.kind === 'page-acknowledge') return page.status === 'acknowledged'
  return what.kind === 'page-resolve' && page.status === 'resolved'
}

function changed(what: PageChange): object {
  const type = 'incident_reference'
  switch (what.kind) {
    case 'page-acknowledge':
      return { type, status: 'acknowledged' }
    case 'page-resolve':
      // With `resolution` the text is a note of the same request: a second one could fail after the first.
      return { type, status: 'resolved', ...(what.resolution !== '' && { resolution: what.resolution }) }
    case 'page-reassign':
      return what.to.type === 'user'
        ? { type, assignments: [{ assignee: { id: what.to.id, type: 'user_reference' } }] }
        : { type, escalation_policy: { id: what.to.id, type: 'escalation_policy_reference' } }
    case 'page-escalate':
      return { type, escalation_level: what.level }
    default:
      return unreachable(what)
  }
}

export async function verifyChange(
  desk: PageDesk,
  what: PageChange,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const reply = await readPage(desk.api, what.page.id, signal)
  if (!reply.ok) return notSeen(reply.fault)
  const page = reply.value
  if (page.status === 'resolved' && what.kind !== 'page-resolve' && what.kind !== 'page-acknowledge') {
    return neverSeen(resolvedSince)
  }
  const stands = await isStanding(desk, page, what, signal)
  if (typeof stands === 'object') return notSeen(stands)
  return stands ? { found: 'delivered', delivered: landedOn(page) } : { found: 'absent' }
}

const resolvedSince: VendorFault = {
  kind: 'unreadable-answer',
  ...coded('page-holder-unseen'),
}

/** Whether the incident is as requested, or the fault that prevented the check. */
async function isStanding(
  desk: PageDesk,
  page: PagerDutyIncidentAnswer,
  what: PageChange,
  signal: AbortSignal,
): Promise<boolean | VendorFault> {
  switch (what.kind) {
    case 'page-acknowledge':
      return page.status === 'resolved' ? wasAcknowledged(desk, page.id, signal) : page.status === 'acknowledged'
    case 'page-resolve':
      return page.status === 'resolved'
    case 'page-reassign':
      return what.to.type === 'user' ? holders(page).includes(what.to.id) : page.escalation_policy?.id === what.to.id
    case 'page-escalate': {
      const level = await levelHolders(desk.api, page.escalation_policy?.id ?? '', what.level, signal)
      if (!level.ok) return level.fault
      const now = holders(page)
      return now.length > 0 && now.every(id => level.value.includes(id))
    }
    default:
      return unreachable(what)
  }
}

/** Of a page that is over: its state says nothing of what came before, its log does. */
async function wasAcknowledged({ api }: PageDesk, page: string, signal: AbortSignal): Promise<boolean | VendorFault> {
  const query = [['limit', '100']] as const
  const reply = await api.ask({ method: 'GET', path: `${pagePath(page)}/log_entries`, query }, parseLogEntries, signal)
  if (!reply.ok) return reply.fault
  return reply.value.log_entries.some(({ type }) => type === 'acknowledge_log_entry')
}

function holders(page: PagerDutyIncidentAnswer): readonly string[] {
  return (page.assignments ?? []).flatMap(({ assignee }) => (assignee ? [assignee.id] : []))
}
