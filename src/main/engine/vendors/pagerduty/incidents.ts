import * as z from 'zod/mini'
import type { AlertRow } from '../../../../shared/contract/alert-rows'
import type { Connection } from '../../../../shared/contract/connections'
import type { ConnectionId } from '../../../../shared/domain/ids'
import { rowId } from '../../../../shared/domain/row-id'
import { type Severity, severities } from '../../../../shared/domain/severity'
import type { FeedReply } from '../../feeds/types'
import type { Api } from '../../http/api'
import { plainLine } from '../../http/plain-text'
import { cutList, type OddRow, someRead, unreadRows } from '../../http/rows'
import { idText, knownInstant, maybeText, webUrl } from '../fields'
import { goodAnswer } from '../gaps'
import { DEEPEST_ROW, PAGE_SIZE, readItems, sliceOf } from './paging'
import type { PagerDutyIncident } from './parse'
import { parseIncidentPage } from './parse'
import { returnsAt } from './pending'
import { rememberedRead } from './remembered'

function isOpen(incident: PagerDutyIncident): boolean {
  return incident.status !== 'resolved'
}

function pageRow(connection: ConnectionId, incident: PagerDutyIncident): AlertRow {
  const service = incident.service?.summary ?? ''
  const returns = incident.status === 'acknowledged' ? returnsAt(incident) : null
  return {
    id: rowId(connection, incident.id),
    connection,
    externalId: incident.id,
    origin: 'page',
    title: plainLine(incident.title || incident.summary || 'Incident without a title', 300),
    service: service === '' ? null : plainLine(service, 120),
    urgency: urgency(incident),
    state: incident.status === 'acknowledged' ? 'acknowledged' : 'firing',
    startedAt: knownInstant(incident.created_at),
    url: webUrl(incident.html_url),
    cause: causeIn(incident.title ?? ''),
    ...(incident.incident_number != null && { incidentNumber: incident.incident_number }),
    ...(returns !== null && { returnsAt: returns }),
    ...(incident.status === 'acknowledged' && { acknowledged: acknowledgement(incident) }),
  }
}

/** [MI7] The first of those that PagerDuty still counts: one that lapsed is gone from its list. */
function acknowledgement({ acknowledgements }: PagerDutyIncident): NonNullable<AlertRow['acknowledged']> {
  const known = (acknowledgements ?? []).map(({ at, acknowledger }) => ({
    at: knownInstant(at),
    by: plainLine(acknowledger?.summary ?? '', 120),
  }))
  const [first] = known.toSorted((a, b) => (a.at ?? Number.MAX_VALUE) - (b.at ?? Number.MAX_VALUE))
  return first ?? { at: null, by: '' }
}

/**
 * Alertmanager's own template titles a page `[FIRING:2] HighErrorRate payments-api (…)`: the first word is the name of
 * the alert, unless the account groups by something else. Source: `pagerduty.default.description` of its default.tmpl.
 */
function causeIn(title: string): string | null {
  const name = /^\[FIRING:\d+\] ([A-Za-z][\w-]{2,})(?: |$)/.exec(title)?.[1]
  return name === undefined ? null : plainLine(name, 120)
}

/** Priorities are named by the account; `P1`, `SEV-1` and the like are the top one in all of PagerDuty's own sets. */
function urgency(incident: PagerDutyIncident): AlertRow['urgency'] {
  if (/^(p|sev[-\s]?)[01]\b/i.test(incident.priority?.summary ?? '')) return 'critical'
  return incident.urgency === 'low' ? 'low' : 'high'
}

const priority = z.object({ id: idText, summary: maybeText, name: maybeText })
type PagerDutyPriority = z.output<typeof priority>
const parsePriorities = sliceOf('priorities', priority)

/**
 * [PD13] What a page's priority means here: what the connection says of its name; else by its place, since PagerDuty
 * lists the most severe first; else by a name such as P1 or SEV-2. Undefined without a priority, or for one unknown.
 */
function severityOf(
  incident: PagerDutyIncident,
  priorities: readonly PagerDutyPriority[],
  said: Connection['severities'],
): Severity | undefined {
  const { priority: own } = incident
  if (own === null || own === undefined) return undefined
  const name = own.summary ?? ''
  const told = said !== undefined && Object.hasOwn(said, name) ? said[name] : undefined
  if (told !== undefined) return told
  const place = priorities.findIndex(({ id, name: known, summary }) =>
    own.id === undefined || own.id === null ? (known ?? summary) === name : id === own.id,
  )
  if (place >= 0) return severities[Math.min(place, severities.length - 1)]
  const digit = /^(?:p|sev(?:erity)?[-\s]?)([0-5])\b/i.exec(name)?.[1]
  return digit === undefined ? undefined : severities[Math.min(Math.max(Number(digit) - 1, 0), severities.length - 1)]
}

/**
 * [PD12] Reads what is open, of the services, teams and urgencies that the connection names. Newest first, so that an
 * account with more open incidents than PagerDuty will page through shows the 10,000 newest.
 */
export function incidentReader(
  api: Api,
  connection: Connection,
): (signal: AbortSignal) => FeedReply<readonly AlertRow[]> {
  const priorities = rememberedRead<readonly PagerDutyPriority[]>(
    signal => readItems(api, { path: '/priorities', most: PAGE_SIZE }, parsePriorities, signal),
    [],
  )
  return async signal => {
    // By id: an incident that opens while we page pushes the last one of a page onto the next.
    const rows = new Map<string, AlertRow>()
    const odd: OddRow[] = []
    let [more, asked] = [true, 0]
    for (let offset = 0; more && offset + PAGE_SIZE <= DEEPEST_ROW; offset += PAGE_SIZE) {
      const page = await fetchPage(api, connection, { offset, limit: PAGE_SIZE }, signal)
      if (!page.ok) return page
      const { read, odd: strange } = page.value.incidents
      odd.push(...strange)
      asked += read.length + strange.length
      const open = read.filter(isOpen)
      const order = open.some(({ priority }) => priority) ? await priorities(signal) : []
      for (const incident of open) {
        const severity = severityOf(incident, order, connection.severities)
        rows.set(incident.id, { ...pageRow(connection.id, incident), ...(severity && { severity }) })
      }
      more = page.value.more === true
      if (read.length + strange.length === 0) break
    }
    const open = { read: [...rows.values()], odd }
    const some = someRead(open, 'list-open-incidents')
    if (!some.ok) return some
    return goodAnswer(
      some.value,
      [unreadRows(open, 'list-open-incidents'), more ? cutList(asked, 'list-newest-open-incidents') : ''],
      more,
      odd.length,
    )
  }
}

interface Place {
  readonly offset: number
  readonly limit: number
}

export function fetchPage(api: Api, connection: Connection, page: Place, signal: AbortSignal) {
  const query = [
    ['statuses[]', 'triggered'],
    ['statuses[]', 'acknowledged'],
    ...wishes(connection),
    // Without it PagerDuty answers for one month only, and an old open incident is missed.
    ['date_range', 'all'],
    ['sort_by', 'created_at:desc'],
    ['limit', String(page.limit)],
    ['offset', String(page.offset)],
  ] as const
  return api.ask({ method: 'GET', path: '/incidents', query }, parseIncidentPage, signal)
}

function wishes({ services = [], teams = [], urgencies = [] }: Connection) {
  return [
    ...services.map(id => ['service_ids[]', id] as const),
    ...teams.map(id => ['team_ids[]', id] as const),
    ...urgencies.map(urgency => ['urgencies[]', urgency] as const),
  ]
}
