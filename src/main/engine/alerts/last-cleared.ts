import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { Millis } from '../../../shared/lib/time'
import type { LastCleared } from '../storage/seen-alerts'
import type { AlertsOf } from './around'

export interface ClearedAlerts {
  note(row: AlertRow, clearedAt: Millis): void
  /** When the last of an incident's alerts cleared; null: none did, as far back as they are remembered. */
  lastOf(of: AlertsOf): Millis | null
}

/**
 * [GT6] When alerts last cleared, by service and by PagerDuty incident, also long after they left the list and over a
 * restart: a method may ask for hours without any.
 * @param before what is stored of it; read once it is asked for, so that no start waits for it
 */
export function clearedAlerts(before: () => readonly LastCleared[]): ClearedAlerts {
  const services = new Map<string, Millis>()
  const pages = new Map<string, Millis>()
  let isRead = false

  function take({ page, service, clearedAt }: LastCleared): void {
    if (page !== null) pages.set(page, Math.max(pages.get(page) ?? clearedAt, clearedAt))
    if (service === null) return
    const name = service.toLowerCase()
    services.set(name, Math.max(services.get(name) ?? clearedAt, clearedAt))
  }

  return {
    note: ({ id, origin, service }, clearedAt) => take({ page: origin === 'page' ? id : null, service, clearedAt }),
    lastOf({ services: named, linked }) {
      if (named.size + linked.size === 0) return null
      if (!isRead) for (const one of before()) take(one)
      isRead = true
      const times = [...[...named].map(name => services.get(name)), ...[...linked].map(id => pages.get(id))]
      const known = times.filter(time => time !== undefined)
      return known.length === 0 ? null : Math.max(...known)
    },
  }
}
