import type { ConnectionId } from './ids'
import type { IncidentLink } from './incident-facts'
import { outsideAddress } from './outside-address'

export const alertLinkKinds = ['vendor', 'runbook', 'dashboard', 'panel', 'graph', 'silence', 'other'] as const
export type AlertLinkKind = (typeof alertLinkKinds)[number]

/** [DI6] What the source of a linked alert said of it. A text is empty where it said nothing. */
export interface DescribedAlert {
  /** Of the linked alert or PagerDuty incident. */
  readonly connection: ConnectionId
  readonly externalId: string
  readonly description: string
  readonly impact: string
  readonly value: string
  readonly threshold: string
  /** `address` is what the source wrote: only `openableAddress` says whether it may be opened. */
  readonly links: readonly DescribedLink[]
}

export interface DescribedLink {
  readonly kind: AlertLinkKind
  readonly name: string
  readonly address: string
  /** [AL15] It was not opened for the alert, so that it is not opened for the incident either. */
  readonly refused?: true | undefined
}

/** What a press on it opens; null: it stays a text. */
export function openableAddress({ address, refused }: Pick<DescribedLink, 'address' | 'refused'>): string | null {
  return refused ? null : outsideAddress(address)
}

/** Whether it is worth keeping: the source said something. */
export function saysSomething({ description, impact, value, threshold, links }: DescribedAlert): boolean {
  return [description, impact, value, threshold].some(text => text !== '') || links.length > 0
}

/** [DI6] The links of an incident, then the runbooks and dashboards of its alerts that are not among them. */
export function linksWithAlerts({ links, described }: Linked): readonly ShownLink[] {
  const shown = new Map<string, ShownLink>(links.map(link => [link.url, link]))
  for (const { kind, ...link } of described.flatMap(alert => alert.links)) {
    if (kind !== 'runbook' && kind !== 'dashboard') continue
    const url = openableAddress(link)
    // An address that is there already has the name that a person gave it.
    if (url !== null && !shown.has(url)) shown.set(url, { kind, label: new URL(url).host, url })
  }
  return [...shown.values()]
}

interface Linked {
  readonly links: readonly IncidentLink[]
  readonly described: readonly DescribedAlert[]
}

type ShownLink = Omit<IncidentLink, 'id'>
