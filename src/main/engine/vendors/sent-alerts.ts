import * as z from 'zod/mini'
import type { SilenceRow } from '../../../shared/contract/silences'
import type { AlertRow, Vendor } from '../../../shared/contract/views'
import type { ConnectionId } from '../../../shared/domain/ids'
import { remembered } from '../../../shared/lib/remembered'
import { ok, type Reply } from '../../../shared/lib/reply'
import { type Api, STORM_BODY_LIMIT } from '../http/api'
import { parserOf } from '../http/json'
import type { HttpFault } from '../http/types'
import { idText, instantOf, isoTime, labelSet, maybeText, webUrl } from './fields'
import { alertTitle, causeOf, rowLabels, serviceOf, urgencyOf } from './labels'
import { hushOf, isSilenced, type Silence, silenceRow, silencesParser } from './silences'

/** Alertmanager's list of alerts, which the one inside Grafana answers too. */

const idList = z.nullish(z.custom<readonly string[]>(isTextList, 'must be a list of ids'))

const alert = z.object({
  fingerprint: idText,
  labels: labelSet,
  annotations: labelSet,
  startsAt: isoTime,
  generatorURL: maybeText,
  status: z.object({ state: z.string(), silencedBy: idList, inhibitedBy: idList, mutedBy: idList }),
})

/** As with labels: one look, and no copy. */
function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every(id => typeof id === 'string')
}

/** The alerts of one rule have one address. */
const addressOf = remembered(webUrl)

export type SentAlert = z.output<typeof alert>

export interface SentAlerts {
  readonly alerts: readonly SentAlert[]
  readonly silences: readonly Silence[]
}

/**
 * All alerts in one answer, for it knows no pages; and the silences, asked only while something is silenced. Who
 * silenced it is worth no missing alerts.
 * @param root of Alertmanager's API, below that of `api`
 */
export async function readAlerts(
  api: Api,
  vendor: Vendor,
  root: string,
  signal: AbortSignal,
): Promise<Reply<SentAlerts, HttpFault>> {
  const request = { method: 'GET', path: `${root}/alerts`, bodyLimit: STORM_BODY_LIMIT } as const
  const reply = await api.ask(request, parserOf(vendor, z.array(alert)), signal)
  if (!reply.ok) return reply
  const told = reply.value.some(isSilenced)
    ? await api.ask({ method: 'GET', path: `${root}/silences` }, silencesParser(vendor), signal)
    : ok([])
  return ok({ alerts: reply.value, silences: told.ok ? told.value : [] })
}

/** [AM2] What is silenced now, and by what: the alerts that are hidden, and no others. */
export async function readSilences(
  api: Api,
  vendor: Vendor,
  connection: ConnectionId,
  root: string,
  signal: AbortSignal,
): Promise<Reply<readonly SilenceRow[], HttpFault>> {
  const silences = await api.ask({ method: 'GET', path: `${root}/silences` }, silencesParser(vendor), signal)
  if (!silences.ok) return silences
  const query = [['active', 'false']] as const
  const request = { method: 'GET', path: `${root}/alerts`, query, bodyLimit: STORM_BODY_LIMIT } as const
  const hidden = await api.ask(request, parserOf(vendor, z.array(alert)), signal)
  if (!hidden.ok) return hidden
  return ok(silences.value.flatMap(silence => silenceRow(connection, silence, hidden.value) ?? []))
}

/** A silenced or inhibited alert stays on the list as `suppressed`: somebody's silence may hide what burns. */
export function sentAlertRow(connection: ConnectionId, alert: SentAlert, silences: readonly Silence[]): AlertRow {
  const labels = alert.labels ?? {}
  const hush = hushOf(alert, silences)
  return {
    id: `${connection}/${alert.fingerprint}`,
    connection,
    externalId: alert.fingerprint,
    origin: 'alert',
    title: alertTitle(labels, alert.annotations ?? {}),
    service: serviceOf(labels),
    urgency: urgencyOf(labels),
    state: alert.status.state === 'suppressed' ? 'suppressed' : 'firing',
    startedAt: instantOf(alert.startsAt),
    url: addressOf(alert.generatorURL ?? ''),
    cause: causeOf(labels),
    labels: rowLabels(labels),
    ...(hush !== '' && { hush }),
  }
}
