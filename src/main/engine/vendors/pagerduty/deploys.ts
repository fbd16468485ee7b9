import * as z from 'zod/mini'
import type { Connection } from '../../../../shared/contract/connections'
import type { Deploy } from '../../../../shared/contract/metrics'
import { rowId } from '../../../../shared/domain/row-id'
import { ok } from '../../../../shared/lib/reply'
import type { Millis } from '../../../../shared/lib/time'
import type { FeedReply } from '../../feeds/types'
import type { Api } from '../../http/api'
import { plainLine } from '../../http/plain-text'
import { idText, instantOf, isoTime, maybeText, webUrl } from '../fields'
import { goodAnswer } from '../gaps'
import { PAGE_SIZE, readItems, readList, sliceOf } from './paging'
import { rememberedRead } from './remembered'

const change = z.object({
  id: idText,
  summary: maybeText,
  timestamp: isoTime,
  source: maybeText,
  services: z.nullish(z.array(z.object({ id: idText, summary: maybeText }))),
  links: z.nullish(z.array(z.object({ href: maybeText }))),
})
const parseChanges = sliceOf('change_events', change)
const parseServices = sliceOf('services', z.object({ id: idText, name: maybeText, summary: maybeText }))

/** A pipeline that reports more often than this is noise. */
const MOST = 2 * PAGE_SIZE
const MOST_SERVICES = 2_000

/** Reads change events. They name their services by id alone, so the names are asked for once. */
export function deployReader(
  api: Api,
  connection: Connection,
): (since: Millis, signal: AbortSignal) => FeedReply<readonly Deploy[]> {
  const names = rememberedRead<ReadonlyMap<string, string>>(async signal => {
    const services = await readItems(api, { path: '/services', most: MOST_SERVICES }, parseServices, signal)
    return services.ok
      ? ok(new Map(services.value.map(({ id, name, summary }) => [id, name ?? summary ?? id])))
      : services
  }, new Map())
  return async (since, signal) => {
    const query = [
      // In UTC: PagerDuty answers 400 to an offset.
      ['since', new Date(since).toISOString()],
      ...(connection.teams ?? []).map(team => ['team_ids[]', team] as const),
    ] as const
    const changes = await readList(api, { path: '/change_events', query, most: MOST }, parseChanges, signal)
    if (!changes.ok) return changes
    const wanted = changes.value.items.filter(one => concerns(one, connection.services))
    const known = wanted.some(isUnnamed) ? await names(signal) : new Map<string, string>()
    const deploys = wanted.map(one => deploy(connection, one, known)).toSorted((a, b) => b.at - a.at)
    return goodAnswer(deploys, [changes.value.lacks], changes.value.more)
  }
}

type Change = z.output<typeof change>

/** An event that names no service may concern any. */
function concerns({ services }: Change, wanted: Connection['services']): boolean {
  if (wanted === undefined || wanted.length === 0 || (services ?? []).length === 0) return true
  return (services ?? []).some(({ id }) => wanted.includes(id))
}

function isUnnamed({ services }: Change): boolean {
  return (services ?? []).some(({ summary }) => (summary ?? '') === '')
}

function deploy({ id: connection }: Connection, one: Change, names: ReadonlyMap<string, string>): Deploy {
  const services = (one.services ?? []).map(({ id, summary }) => plainLine(summary || names.get(id) || '', 120))
  return {
    id: rowId(connection, one.id),
    connection,
    title: plainLine(one.summary ?? '', 300) || 'A change without words',
    services: services.filter(name => name !== ''),
    source: plainLine(one.source ?? '', 120),
    at: instantOf(one.timestamp),
    url: webUrl(one.links?.find(({ href }) => webUrl(href) !== null)?.href),
  }
}
