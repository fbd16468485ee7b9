import { coded } from '../../../../shared/contract/coded-text'
import type { PageMetric } from '../../../../shared/contract/status-pages'
import type { VendorRequest } from '../../../../shared/domain/vendor-request'
import { SECOND } from '../../../../shared/lib/time'
import type { Api } from '../../http/api'
import { plainLine } from '../../http/plain-text'
import type { SendOutcome, VerificationOutcome } from '../../outbox/types'
import { neverSeen, outcomeOfFault } from '../outcome'
import { parsePoint, type StatuspageMetric } from './parse'

type MetricPoint = Extract<VendorRequest, { readonly kind: 'metric-point' }>

/** [SP27] One request. A point has no id: it is known by its figure and its second. */
export async function postPoint(
  api: Api,
  page: string,
  { metric, at, value }: MetricPoint,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const timestamp = Math.floor(at / SECOND)
  const path = `${page}/metrics/${encodeURIComponent(metric.id)}/data`
  const reply = await api.ask({ method: 'POST', path, json: { data: { timestamp, value } } }, parsePoint, signal)
  if (!reply.ok) return outcomeOfFault(reply.fault)
  return { outcome: 'delivered', delivered: { externalId: `${metric.id}:${timestamp}`, url: null } }
}

/** The API shows nobody the points that a figure has. */
export function verifyPoint(): VerificationOutcome {
  return neverSeen({ kind: 'unreadable-answer', ...coded('points-unseen') })
}

/** A figure of the page, as people read it. */
export function pageMetric({ id, name, suffix }: StatuspageMetric): PageMetric {
  return { id, name: plainLine(name ?? '', 200) || id, unit: plainLine(suffix ?? '', 20) }
}
