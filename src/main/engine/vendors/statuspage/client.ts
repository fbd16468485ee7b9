import * as z from 'zod/mini'
import { coded, partOf } from '../../../../shared/contract/coded-text'
import type { Ability, Connection, ProbeResult } from '../../../../shared/contract/connections'
import type { Api } from '../../http/api'
import { openApi } from '../../http/api'
import { parserOf } from '../../http/json'
import type { HttpClient } from '../../http/types'
import { choicesOf, tryReads } from '../abilities'
import type { VendorAccount } from '../account'
import { idText, maybeText } from '../fields'
import { goodAnswer } from '../gaps'
import { failedProbe } from '../probe'
import { statuspageDelivery } from './delivery'
import { pageMetric } from './metrics'
import { parseStatusPage, statuspageMessage } from './parse'
import { readMetrics, readTemplates, summaryReader, tokenReader } from './public-page'
import { statuspageRequests } from './requests'
import { pageTemplate } from './translate'

const parsePages = parserOf('statuspage', z.array(z.object({ id: idText, name: maybeText })))

/** @param page path of the page, or null while none is chosen: the pages of the token's owner are offered */
async function probeStatuspage(api: Api, page: string | null, signal: AbortSignal): Promise<ProbeResult> {
  const found = page === null ? null : await api.ask({ method: 'GET', path: page }, parseStatusPage, signal)
  const pages = await api.ask({ method: 'GET', path: '/pages' }, parsePages, signal)
  const choices = { pages: choicesOf(pages, ({ id, name }) => ({ id, name: name ?? id })) }
  if (found === null) {
    const why = pages.ok ? coded('choose-page') : coded('choose-page-unlisted', { reason: partOf(pages.fault) })
    return { good: false, ...why, choices }
  }
  if (!found.ok) return { ...failedProbe(found.fault), choices }
  const one = [['per_page', '1']] as const
  const trials = [
    { name: 'read-components', path: `${page}/components`, query: [['page', '1'], ...one] },
    { name: 'read-incidents', path: `${page}/incidents/unresolved`, query: one },
    { name: 'read-maintenance', path: `${page}/incidents/scheduled`, query: one },
    { name: 'read-templates', path: `${page}/incident_templates`, query: one },
  ] as const
  const abilities = [...(await tryReads(api, trials, signal)), publish]
  return {
    good: true,
    ...coded('reached-status-page', { page: found.value.name ?? found.value.id }),
    abilities,
    choices,
  }
}

const publish: Ability = {
  name: 'publish',
  may: 'unknown',
  ...coded('nothing-published'),
}

/**
 * Reads what customers see on one page, and publishes to it. The token is a user's API key.
 * @param anybody the way to what needs no token
 */
export function openStatuspage(
  connection: Connection,
  token: string,
  http: HttpClient,
  anybody: HttpClient,
): VendorAccount {
  const api = openApi({
    vendor: 'statuspage',
    http,
    baseUrl: connection.baseUrl,
    root: '/v1',
    headers: { Authorization: `OAuth ${token}` },
    words: statuspageMessage,
  })
  const open = connection.publicUrl?.trim() || null
  const pageId = connection.pageId ?? ''
  if (pageId === '') return { channels: [], probe: signal => probeStatuspage(api, null, signal) }
  const page = `/pages/${encodeURIComponent(pageId)}`
  return {
    publicPage: { fetchPublicPage: open === null ? tokenReader(api, page) : summaryReader(open, anybody) },
    templates: async signal => {
      const reply = await readTemplates(api, page, signal)
      return reply.ok ? goodAnswer(reply.value.items.map(pageTemplate), [reply.value.lacks], reply.value.more) : reply
    },
    metrics: async signal => {
      const reply = await readMetrics(api, page, signal)
      return reply.ok ? goodAnswer(reply.value.items.map(pageMetric), [reply.value.lacks], reply.value.more) : reply
    },
    updates: statuspageDelivery(api, page),
    acts: statuspageRequests(api, page),
    channels: [{ vendor: 'statuspage', connection: connection.id, target: pageId, label: connection.name }],
    probe: signal => probeStatuspage(api, page, signal),
  }
}
