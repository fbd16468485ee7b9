import type { AlertAbout, AlertFact, AlertLink, WholeAlert } from '../../../shared/contract/alert-about'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { Connection } from '../../../shared/contract/connections'
import type { PagerDutyIncidentDetails } from '../../../shared/contract/people'
import { isPrivateHost } from '../../../shared/domain/outside-address'
import { aboutOf } from './alert-about'

type Addresses = readonly Pick<Connection, 'baseUrl'>[]

/**
 * [AL15] Only https is opened, and plain http at a private host that a connection itself reads from. Every other address
 * stays as a text.
 */
export function openableLinks(about: AlertAbout, connections: Addresses): AlertAbout {
  const opens = ({ url }: AlertLink) => isOpenable(url, connections)
  const refused = about.links
    .filter(link => !opens(link))
    .map(({ name, url }): AlertFact => ({ name, text: url.slice(0, 1_000), refused: true }))
  return { ...about, links: about.links.filter(opens), facts: [...about.facts, ...refused] }
}

function isOpenable(address: string, connections: Addresses): boolean {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return false
  if (url.protocol === 'https:') return true
  const isOwn = connections.some(({ baseUrl }) => URL.parse(baseUrl)?.hostname === url.hostname)
  return url.protocol === 'http:' && isOwn && isPrivateHost(url.hostname)
}

export function wholeAlert(row: AlertRow | undefined, connections: Addresses): WholeAlert | null {
  if (row === undefined) return null
  const about = aboutOf(row)
  const url = row.url !== null && isOpenable(row.url, connections) ? row.url : null
  return { ...row, url, about: about && openableLinks(about, connections) }
}

export function withOpenableLinks(details: PagerDutyIncidentDetails, connections: Addresses): PagerDutyIncidentDetails {
  const alerts = details.alerts.map(alert => {
    return alert.about ? { ...alert, about: openableLinks(alert.about, connections) } : alert
  })
  return { ...details, alerts }
}
