import { coded } from '../../../../shared/contract/coded-text'
import type { VendorFault } from '../../../../shared/contract/faults'
import { MINUTE, type Millis, SECOND } from '../../../../shared/lib/time'
import type { SendOutcome, VerificationOutcome } from '../../outbox/types'
import { neverSeen, notSeen, outcomeBeforeSending, outcomeOfFault, refusedHere } from '../outcome'
import { type PagerDutyIncidentAnswer, parsePagerDutyIncident } from './acts-parse'
import type { Outgoing, PageDesk } from './desk'
import { landedOn, pagePath, readPage } from './page'
import { returnsAt } from './pending'

type Snooze = Outgoing<'page-snooze'>

/** PagerDuty counts from its own clock, and a request takes its time: an end within so much of ours is ours. */
const NEAR: Millis = 2 * MINUTE

/** PagerDuty snoozes for a span; sent twice, the later one counts. So what is left until the end is sent. */
export async function snoozePage(desk: PageDesk, { what, now }: Snooze, signal: AbortSignal): Promise<SendOutcome> {
  const before = await readPage(desk.api, what.page.id, signal)
  if (!before.ok) return outcomeBeforeSending(before.fault)
  if (isSo(before.value, what)) return { outcome: 'delivered', delivered: landedOn(before.value) }
  if (before.value.status === 'resolved') return refusedHere('page-resolved', { page: what.page.name })
  const duration = Math.round((what.until - now) / SECOND)
  if (duration < 1) return refusedHere('page-quiet-past')
  const request = { method: 'POST', path: `${pagePath(what.page.id)}/snooze`, json: { duration } } as const
  const reply = await desk.api.ask(request, parsePagerDutyIncident, signal)
  return reply.ok ? { outcome: 'delivered', delivered: landedOn(reply.value.incident) } : outcomeOfFault(reply.fault)
}

export async function verifySnooze(
  desk: PageDesk,
  what: Snooze['what'],
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const reply = await readPage(desk.api, what.page.id, signal)
  if (!reply.ok) return notSeen(reply.fault)
  if (isSo(reply.value, what)) return { found: 'delivered', delivered: landedOn(reply.value) }
  return reply.value.status === 'resolved' ? neverSeen(resolvedSince) : { found: 'absent' }
}

const resolvedSince: VendorFault = {
  kind: 'unreadable-answer',
  ...coded('page-snooze-unseen'),
}

function isSo(page: PagerDutyIncidentAnswer, { until }: Snooze['what']): boolean {
  const at = page.status === 'acknowledged' ? returnsAt(page) : null
  return at !== null && Math.abs(at - until) <= NEAR
}
