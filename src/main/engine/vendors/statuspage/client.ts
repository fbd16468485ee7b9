import type { Connection } from '../../../../shared/contract/connections'
import { openApi } from '../../http/api'
import type { HttpClient } from '../../http/types'
import type { VendorAccount } from '../account'
import { goodAnswer } from '../gaps'
import { statuspageDelivery } from './delivery'
import { statuspageMessage } from './parse'
import { probeStatuspage } from './probe'
import { readTemplates, summaryReader, tokenReader } from './public-page'
import { statuspageRequests } from './requests'
import { pageTemplate } from './translate'

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
    updates: statuspageDelivery(api, page),
    acts: statuspageRequests(api, page),
    channels: [{ vendor: 'statuspage', connection: connection.id, target: pageId, label: connection.name }],
    probe: signal => probeStatuspage(api, page, signal),
  }
}
