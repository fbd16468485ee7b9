import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'
import { connectionTo, TOKEN } from './accounts'

/** As a page's own `/api/v2/summary.json` is. */
const summary = {
  page: { id: 'page1', name: 'Acme', url: 'https://status.example.com', time_zone: 'Etc/UTC' },
  components: [
    { id: 'g1', name: 'API', status: 'operational', group: true, group_id: null },
    { id: 'c1', name: 'Payments', status: 'major_outage', group: false, group_id: 'g1' },
    { id: 'c2', name: 'Website', status: '', group: false, group_id: null },
  ],
  incidents: [{ id: 'i1', name: 'Payments fail', status: 'investigating', updated_at: '2026-11-20T10:00:00-06:00' }],
  scheduled_maintenances: [
    {
      ...{ id: 'm1', name: 'Database upgrade', status: 'scheduled', shortlink: 'https://stspg.io/1' },
      ...{ scheduled_for: '2026-11-21T02:00:00.000Z', scheduled_until: '2026-11-21T03:00:00.000Z' },
    },
  ],
  status: { indicator: 'major', description: 'Partial outage' },
}

describe('a status page’s public summary', () => {
  it('[SP21] is read without the token, which asks nothing, groups and maintenances with it', async () => {
    const open = await startLoopback((_, response) => sendJson(response, summary))
    const api = await startLoopback((_, response) => sendJson(response, {}, 500))
    const connection = { ...connectionTo('statuspage', api.origin), publicUrl: open.origin }
    const account = openAccount(connection, TOKEN, createHttpClient())
    expect(await account.publicPage?.fetchPublicPage(never)).toMatchObject({
      ok: true,
      value: {
        components: [
          { id: 'c1', name: 'Payments', group: 'API', status: 'major_outage' },
          { id: 'c2', name: 'Website', status: 'operational' },
        ],
        incidents: [{ externalId: 'i1', status: 'investigating', updatedAt: Date.parse('2026-11-20T16:00:00Z') }],
        maintenances: [{ externalId: 'm1', from: Date.parse('2026-11-21T02:00:00Z'), url: 'https://stspg.io/1' }],
      },
    })
    expect(open.seen.map(({ url }) => url.pathname)).toEqual(['/api/v2/summary.json'])
    expect(JSON.stringify(open.seen)).not.toContain(TOKEN)
    expect(api.seen).toEqual([])
  })

  it('[SP21] is asked for only when it is new', async () => {
    const open = await startLoopback(({ headers }, response) => {
      if (headers['if-none-match'] === 'W/"1"') response.writeHead(304).end()
      else sendJson(response, summary, 200, { ETag: 'W/"1"' })
    })
    const connection = { ...connectionTo('statuspage', 'http://127.0.0.1:1'), publicUrl: `${open.origin}/` }
    const account = openAccount(connection, TOKEN, createHttpClient())
    const first = await account.publicPage?.fetchPublicPage(never)
    expect(await account.publicPage?.fetchPublicPage(never)).toEqual(first)
    expect(open.seen[1]?.headers['if-none-match']).toBe('W/"1"')
  })

  it('[SP22] templates are read with the token, as plain text', async () => {
    const api = await startLoopback((_, response) =>
      sendJson(response, [{ id: 't1', name: 'First', title: 'Trouble', body: 'We\u0007look', update_status: null }]),
    )
    const account = openAccount(connectionTo('statuspage', api.origin), TOKEN, createHttpClient())
    expect(await account.templates?.(never)).toEqual({
      ok: true,
      value: [{ id: 't1', name: 'First', title: 'Trouble', body: 'We look', status: '' }],
    })
    expect(api.seen[0]?.url.pathname).toBe('/v1/pages/page1/incident_templates')
  })
})
