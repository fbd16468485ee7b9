import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { StormAlert } from '../../../shared/domain/alerts/facts'
import type { Incident } from '../../../shared/domain/incident'
import { rowId } from '../../../shared/domain/row-id'
import type { Millis } from '../../../shared/lib/time'

/** What an incident's alerts are known by: its services, and the PagerDuty incidents that are linked to it. */
export interface AlertsOf {
  /** In lower case. */
  readonly services: ReadonlySet<string>
  /** `connection/externalId`. */
  readonly linked: ReadonlySet<string>
}

export interface AlertsAround {
  readonly firing: number
  readonly first: string
  readonly clearedAt: Millis | null
  /** It has services or linked PagerDuty incidents to know its alerts by. */
  readonly known: boolean
}

export function alertsOf({ services, pages }: Pick<Incident, 'services' | 'pages'>): AlertsOf {
  const named = [...(services ?? []), ...pages.flatMap(({ service }) => service ?? [])]
  return {
    services: new Set(named.map(name => name.toLowerCase())),
    linked: new Set(pages.map(({ connection, externalId }) => rowId(connection, externalId))),
  }
}

/** [GT4] What fires of them, and when the last of them cleared. What is pending or silenced does not fire. */
export function alertsAround(alerts: Iterable<StormAlert<AlertRow>>, { services, linked }: AlertsOf): AlertsAround {
  let [firing, first, last] = [0, '', Number.NEGATIVE_INFINITY]
  for (const { row, clearedAt } of alerts) {
    const isOurs = linked.has(row.id) || (row.service !== null && services.has(row.service.toLowerCase()))
    if (!isOurs) continue
    if (clearedAt !== null) last = Math.max(last, clearedAt)
    else if (row.state === 'firing' || row.state === 'acknowledged') {
      if (firing === 0) first = row.title
      firing += 1
    }
  }
  const known = services.size + linked.size > 0
  return { firing, first, clearedAt: Number.isFinite(last) ? last : null, known }
}
