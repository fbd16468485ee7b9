import type { Reply } from '../../../../shared/lib/reply'
import type { Api } from '../../http/api'
import type { HttpFault } from '../../http/types'
import type { Delivered } from '../../outbox/types'
import { webUrl } from '../fields'
import { type PagerDutyIncidentAnswer, parsePagerDutyIncident } from './acts-parse'

export function pagePath(id: string): string {
  return `/incidents/${encodeURIComponent(id)}`
}

/** A page as PagerDuty has it now. */
export async function readPage(
  api: Api,
  id: string,
  signal: AbortSignal,
): Promise<Reply<PagerDutyIncidentAnswer, HttpFault>> {
  const reply = await api.ask({ method: 'GET', path: pagePath(id) }, parsePagerDutyIncident, signal)
  return reply.ok ? { ok: true, value: reply.value.incident } : reply
}

export function landedOn(page: PagerDutyIncidentAnswer): Delivered {
  return { externalId: page.id, url: webUrl(page.html_url) }
}
