import type { AlertRow } from '../../../../shared/contract/alert-rows'
import type { ConnectionId } from '../../../../shared/domain/ids'
import { plainLine } from '../../http/plain-text'
import { knownInstant, webUrl } from '../fields'
import type { PagerDutyIncident } from './parse'
import { returnsAt } from './pending'

export function isOpen(incident: PagerDutyIncident): boolean {
  return incident.status !== 'resolved'
}

export function pageRow(connection: ConnectionId, incident: PagerDutyIncident): AlertRow {
  const service = incident.service?.summary ?? ''
  const returns = incident.status === 'acknowledged' ? returnsAt(incident) : null
  return {
    id: `${connection}/${incident.id}`,
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
  }
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
