import * as z from 'zod/mini'
import { ok } from '../../../../shared/lib/reply'
import type { Api } from '../../http/api'
import { parserOf } from '../../http/json'
import { plainLine } from '../../http/plain-text'
import type { DashboardShelf } from '../account'
import { idText, listOf, maybeText } from '../fields'

const PAGE = 100

const hit = z.object({ uid: idText, title: z.string(), folderTitle: maybeText })
const source = z.object({ uid: idText, name: z.string(), type: z.string(), isDefault: z.nullish(z.boolean()) })

const parseHits = parserOf('grafana', listOf(hit))
const parseSources = parserOf('grafana', listOf(source))
const parseElement = parserOf('grafana', z.object({ result: z.object({ model: z.optional(z.unknown()) }) }))
const parseDashboard = parserOf('grafana', z.object({ dashboard: z.record(z.string(), z.unknown()) }))

interface Ways {
  /** Prometheus' API of one data source, through Grafana. */
  readonly names: DashboardShelf['names']
  readonly link: DashboardShelf['link']
}

/** Grafana's dashboards. Search shows only what the token may see: an empty list can mean missing rights. */
export function dashboardShelf(api: Api, ways: Ways): DashboardShelf {
  return {
    ...ways,
    search: async (words, page, signal) => {
      const query = [
        ['type', 'dash-db'],
        ['query', words],
        ['limit', String(PAGE)],
        ['page', String(page)],
      ] as const
      const reply = await api.ask({ method: 'GET', path: '/search', query }, parseHits, signal)
      if (!reply.ok) return reply
      const found = reply.value.map(({ uid, title, folderTitle }) => {
        return { uid, title: plainLine(title, 200), folder: plainLine(folderTitle ?? '', 200) }
      })
      return ok({ found, more: found.length >= PAGE })
    },
    read: (uid, signal) =>
      api.ask({ method: 'GET', path: `/dashboards/uid/${encodeURIComponent(uid)}` }, parseDashboard, signal),
    libraryPanel: async (uid, signal) => {
      const path = `/library-elements/${encodeURIComponent(uid)}`
      const reply = await api.ask({ method: 'GET', path }, parseElement, signal)
      return reply.ok ? ok(reply.value.result.model) : reply
    },
    dataSources: async signal => {
      const reply = await api.ask({ method: 'GET', path: '/datasources' }, parseSources, signal)
      return reply.ok
        ? ok(reply.value.map(({ isDefault, ...one }) => ({ ...one, byDefault: isDefault === true })))
        : reply
    },
  }
}
