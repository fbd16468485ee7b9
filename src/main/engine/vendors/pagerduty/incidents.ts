import type { AlertRow } from '../../../../shared/contract/alert-rows'
import type { Connection } from '../../../../shared/contract/connections'
import type { FeedReply } from '../../feeds/types'
import type { Api } from '../../http/api'
import { type OddRow, someRead, unreadRowsText } from '../../http/rows'
import { goodAnswer } from '../gaps'
import { cutListText, DEEPEST_ROW, PAGE_SIZE, readItems } from './paging'
import { parseIncidentPage } from './parse'
import { remembered } from './remembered'
import { type PagerDutyPriority, parsePriorities, severityOf } from './severity'
import { isOpen, pageRow } from './translate'

/**
 * [PD12] Reads what is open, of the services, teams and urgencies that the connection names. Newest first, so that an
 * account with more open incidents than PagerDuty will page through shows the 10,000 newest.
 */
export function incidentReader(
  api: Api,
  connection: Connection,
): (signal: AbortSignal) => FeedReply<readonly AlertRow[]> {
  const priorities = remembered<readonly PagerDutyPriority[]>(
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
    const some = someRead(open, 'open incidents')
    if (!some.ok) return some
    return goodAnswer(
      some.value,
      [unreadRowsText(open, 'open incidents'), more ? cutListText(asked, 'open incidents, the newest,') : ''],
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
