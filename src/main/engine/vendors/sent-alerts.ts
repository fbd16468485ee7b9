import * as z from 'zod/mini'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { SilenceRow } from '../../../shared/contract/silences'
import type { Vendor } from '../../../shared/contract/vendors'
import type { ConnectionId } from '../../../shared/domain/ids'
import { rowId } from '../../../shared/domain/row-id'
import { memoized } from '../../../shared/lib/memoized'
import { ok, type Reply } from '../../../shared/lib/reply'
import type { FeedAnswer } from '../feeds/types'
import { type Api, STORM_BODY_LIMIT } from '../http/api'
import { parserOf } from '../http/json'
import { rowsOf, someRead, unreadRows } from '../http/rows'
import type { HttpFault } from '../http/types'
import { withAbout } from './alert-about'
import {
  idText,
  isLabelSet,
  knownInstant,
  LONGEST_ID,
  labelSet,
  looseLabels,
  looseText,
  maybeTime,
  webUrl,
} from './fields'
import { goodAnswer } from './gaps'
import { alertTitle, causeOf, rowLabels, serviceOf, urgencyOf } from './labels'
import { sentAbout } from './sent-about'
import { hushOf, isSilenced, type Silence, silenceRow, silencesParser } from './silences'

/** Alertmanager's list of alerts, which the one inside Grafana answers too. */

const idList = z.nullish(z.custom<readonly string[]>(isTextList, 'must be a list of ids'))

export const alertSchema = z.object({
  fingerprint: idText,
  labels: labelSet,
  annotations: looseLabels,
  startsAt: maybeTime,
  generatorURL: looseText,
  // In Grafana's answer; Alertmanager has none of them.
  dashboardURL: looseText,
  panelURL: looseText,
  silenceURL: looseText,
  valueString: looseText,
  values: z.nullish(z.unknown()),
  status: z.object({ state: z.string(), silencedBy: idList, inhibitedBy: idList, mutedBy: idList }),
})

/** As with labels: one look, and no copy. */
function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(id => typeof id === 'string')
}

/** Fields of the schema that Alertmanager's own alerts do not have. */
const beyondPlain = ['dashboardURL', 'panelURL', 'silenceURL', 'valueString', 'values'] as const

/**
 * An alert in the form that Alertmanager gives nearly all of them, read as the schema reads it: a storm has tens of
 * thousands, and the schema takes a fifth of their cost. Undefined: it has another form.
 */
export function plainAlert(value: unknown): SentAlert | undefined {
  if (!isFields(value)) return undefined
  const { fingerprint, labels, annotations, startsAt, generatorURL, status } = value
  if (typeof fingerprint !== 'string' || fingerprint === '' || fingerprint.length > LONGEST_ID) return undefined
  if (!isLabelSet(labels) || !isLabelSet(annotations)) return undefined
  if (typeof startsAt !== 'string' || typeof generatorURL !== 'string' || !isFields(status)) return undefined
  const { state, silencedBy, inhibitedBy, mutedBy } = status
  if (typeof state !== 'string' || !isTextList(silencedBy) || !isTextList(inhibitedBy)) return undefined
  if (mutedBy !== undefined && !isTextList(mutedBy)) return undefined
  for (const name of beyondPlain) if (name in value) return undefined
  const plain = { state, silencedBy, inhibitedBy, ...(mutedBy !== undefined && { mutedBy }) }
  return { fingerprint, labels, annotations, startsAt, generatorURL, status: plain }
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** The alerts of one rule have one address. */
const addressOf = memoized(webUrl)

export type SentAlert = z.output<typeof alertSchema>

export interface SentAlerts {
  readonly alerts: readonly SentAlert[]
  readonly silences: readonly Silence[]
  /** What could not be read. */
  readonly lacks: readonly FaultValue[]
  /** Alerts among it. */
  readonly unread: number
}

const noRows = { read: [], odd: [] }

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
  const reply = await api.askList(request, parserOf(vendor, rowsOf(alertSchema, plainAlert)), signal)
  if (!reply.ok) return reply
  const alerts = someRead(reply.value, 'list-alerts')
  if (!alerts.ok) return alerts
  const told = alerts.value.some(isSilenced)
    ? await api.ask({ method: 'GET', path: `${root}/silences` }, silencesParser(vendor), signal)
    : ok(noRows)
  const lacks = [unreadRows(reply.value, 'list-alerts'), told.ok ? unreadRows(told.value, 'list-silences') : '']
  return ok({ alerts: alerts.value, silences: told.ok ? told.value.read : [], lacks, unread: reply.value.odd.length })
}

/** [AM2] What is silenced now, and by what: the alerts that are hidden, and no others. */
export async function readSilences(
  api: Api,
  vendor: Vendor,
  connection: ConnectionId,
  root: string,
  signal: AbortSignal,
): Promise<FeedAnswer<readonly SilenceRow[]>> {
  const silences = await api.ask({ method: 'GET', path: `${root}/silences` }, silencesParser(vendor), signal)
  if (!silences.ok) return silences
  const known = someRead(silences.value, 'list-silences')
  if (!known.ok) return known
  const query = [['active', 'false']] as const
  const request = { method: 'GET', path: `${root}/alerts`, query, bodyLimit: STORM_BODY_LIMIT } as const
  const hidden = await api.askList(request, parserOf(vendor, rowsOf(alertSchema, plainAlert)), signal)
  if (!hidden.ok) return hidden
  const rows = known.value.flatMap(silence => silenceRow(connection, silence, hidden.value.read) ?? [])
  return goodAnswer(rows, [
    unreadRows(silences.value, 'list-silences'),
    unreadRows(hidden.value, 'list-silenced-alerts'),
  ])
}

/** A silenced or inhibited alert stays on the list as `suppressed`: a silence may hide a real problem. */
export function sentAlertRow(connection: ConnectionId, alert: SentAlert, silences: readonly Silence[]): AlertRow {
  const labels = alert.labels ?? {}
  const hush = hushOf(alert, silences)
  const row: AlertRow = {
    id: rowId(connection, alert.fingerprint),
    connection,
    externalId: alert.fingerprint,
    origin: 'alert',
    title: alertTitle(labels, alert.annotations ?? {}),
    service: serviceOf(labels),
    urgency: urgencyOf(labels),
    state: alert.status.state === 'suppressed' ? 'suppressed' : 'firing',
    startedAt: knownInstant(alert.startsAt),
    url: addressOf(alert.generatorURL ?? ''),
    cause: causeOf(labels),
    labels: rowLabels(labels),
    ...(hush !== '' && { hush }),
  }
  return withAbout(row, () => sentAbout(alert, row.title))
}
