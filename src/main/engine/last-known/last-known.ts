import { createHash } from 'node:crypto'
import type { Connection, PanelSpec } from '../../../shared/contract/connections'
import type { Board } from '../../../shared/contract/feeds'
import type { PanelReading } from '../../../shared/contract/metrics'
import type { OnCallList } from '../../../shared/contract/people'
import type { StatusPage } from '../../../shared/contract/status-pages'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import type { Recalled } from '../feeds/types'
import type { Settings } from '../ports'

/** `of` names what was asked: after that was changed in the settings, the answer is of something else. */
interface Known {
  readonly of: string
  readonly trueAt: Millis
}

export interface KnownFeed extends Known {
  readonly id: string
  readonly more?: true | undefined
}

export interface KnownPanel extends Known, Pick<PanelReading, 'series' | 'table'> {}

export interface KnownPage extends Known {
  readonly page: StatusPage
}

/** People who could be paged, and when that was so. */
export interface KnownOnCall {
  readonly list: OnCallList
  readonly readAt: Millis
}

/** What was last read of the vendors, but alerts, which have a store of their own. Nothing in it is secret. */
export interface LastKnown {
  readonly feeds: readonly KnownFeed[]
  readonly panels: readonly KnownPanel[]
  readonly pages: readonly KnownPage[]
  readonly onCall: KnownOnCall | null
}

export const nothingKnown: LastKnown = { feeds: [], panels: [], pages: [], onCall: null }

type Asked = Pick<Settings, 'connections' | 'panels'>

/** Of connections that are still there. */
export function onCallOf({ onCall }: LastKnown, { connections }: Asked): KnownOnCall | null {
  if (onCall === null) return null
  const isThere = ({ connection }: { readonly connection: ConnectionId }) =>
    connections.some(({ id }) => id === connection)
  const { people, policies } = onCall.list
  const list = { ...onCall.list, people: people.filter(isThere), policies: policies.filter(isThere) }
  return list.people.length === 0 ? null : { ...onCall, list }
}

export function lastKnownOf(board: Board, asked: Asked, onCall: KnownOnCall | null): LastKnown {
  const sources = sourcesOf(asked)
  const trueAt = new Map(board.feeds.map(feed => [feed.id, feed.trueAt]))
  return {
    feeds: board.feeds.flatMap(({ id, connection, trueAt: at, more }) =>
      at === null ? [] : [{ id, of: sources.get(connection) ?? '', trueAt: at, ...(more && { more }) }],
    ),
    panels: asked.panels.flatMap(spec => {
      const panel = board.panels.find(({ id }) => id === spec.id)
      if (panel === undefined || panel.trueAt === null) return []
      const { series, table, trueAt: at } = panel
      return [{ of: digest(spec), series: series.map(listed), trueAt: at, ...(table && { table }) }]
    }),
    pages: board.pages.flatMap(page => {
      const at = trueAt.get(page.feed) ?? null
      return at === null ? [] : [{ of: sources.get(page.connection) ?? '', page, trueAt: at }]
    }),
    onCall,
  }
}

/** Numbers may be packed, which JSON does not know as lists. */
function listed(line: PanelReading['series'][number]): PanelReading['series'][number] {
  return { ...line, times: Array.from(line.times), values: Array.from(line.values) }
}

/**
 * [KN1] For feeds that have just started.
 * @param alertsReadAt when the alerts of a connection, which their store remembers, were read
 */
export function recalledFrom(
  known: LastKnown,
  asked: Asked,
  alertsReadAt: (connection: string) => Millis | undefined,
): Recalled {
  const sources = sourcesOf(asked)
  const feeds = new Map(known.feeds.map(feed => [feed.id, feed]))
  const panels = new Map(known.panels.map(panel => [panel.of, panel]))
  return {
    feed(id) {
      const [connection = '', what] = [id.slice(0, id.lastIndexOf('/')), id.slice(id.lastIndexOf('/') + 1)]
      const one = feeds.get(id)
      const same = one !== undefined && one.of === sources.get(connection) ? one : undefined
      const at = what === 'alerts' ? alertsReadAt(connection) : same?.trueAt
      return at === undefined ? undefined : { trueAt: at, ...(same?.more && { more: true }) }
    },
    panel(spec) {
      const one = panels.get(digest(spec))
      return one && { series: one.series, table: one.table, trueAt: one.trueAt }
    },
    page: connection =>
      known.pages.find(({ of, page }) => page.connection === connection && of === sources.get(connection)),
  }
}

function sourcesOf({ connections }: Asked): ReadonlyMap<string, string> {
  return new Map(connections.map(connection => [connection.id, sourceOf(connection)]))
}

function sourceOf({ vendor, baseUrl, pageId }: Connection): string {
  return digest({ vendor, baseUrl, pageId })
}

function digest(asked: PanelSpec | Pick<Connection, 'vendor' | 'baseUrl' | 'pageId'>): string {
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url')
}
