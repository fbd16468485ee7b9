import { createHttpClient } from '../../../src/main/engine/http/client'
import type { OutgoingUpdate } from '../../../src/main/engine/outbox/types'
import type { VendorAccount } from '../../../src/main/engine/vendors/account'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import type { Connection, PanelSpec } from '../../../src/shared/contract/connections'
import { secretAddressVendors, type Vendor } from '../../../src/shared/contract/vendors'
import type { ConnectionId, IncidentId, UpdateId } from '../../../src/shared/domain/ids'
import type { UpdateContent } from '../../../src/shared/domain/update'

/** Those that are read from; the others are only sent to. */
export const readFrom = ['pagerduty', 'grafana', 'prometheus', 'alertmanager', 'statuspage', 'slack'] as const
export type ReadFrom = (typeof readFrom)[number]

/** Those whose test asks over HTTP, and so hears what a vendor says. */
export const askedInTest: readonly Vendor[] = [...readFrom, 'slack-webhook', 'webhook']

/** Planted in every account: it must turn up at the vendor, and nowhere else. */
export const TOKEN = 'sekret-t0ken-4711'

export function connectionTo(vendor: Vendor, baseUrl: string): Connection {
  const id = `test-${vendor}` as ConnectionId
  return { id, vendor, name: `Test ${vendor}`, baseUrl, pageId: 'page1', channel: 'C1' }
}

export function accountAt(vendor: Vendor, baseUrl: string, token: string | null = TOKEN): VendorAccount {
  const http = createHttpClient({ timeout: 5_000 })
  const isPostedTo = token !== null && secretAddressVendors.includes(vendor)
  const secret = isPostedTo ? `${baseUrl}/hook/${encodeURIComponent(token)}` : token
  return openAccount(connectionTo(vendor, baseUrl), secret, http, 'key of a test')
}

/** As `accountAt`, and it gives up at once, or after `timeout` milliseconds. */
export function hastyAccountAt(vendor: Vendor, baseUrl: string, timeout = 80): VendorAccount {
  return openAccount(connectionTo(vendor, baseUrl), TOKEN, createHttpClient({ timeout }))
}

export function panel(id: string, queries: PanelSpec['queries'], datasourceUid?: string): PanelSpec {
  const connection = 'test' as ConnectionId
  return { id, title: id, unit: 'count', thresholds: [], connection, datasourceUid, queries }
}

export const minute = { from: 1_785_542_400_000, to: 1_785_542_460_000, step: 15_000 } as const

/** An update on its way to `vendor`; the first of its incident unless `externalId` says otherwise. */
export function outgoing(
  vendor: 'statuspage' | 'slack',
  externalId: string | null = null,
  change: Partial<UpdateContent> = {},
): OutgoingUpdate {
  const target = vendor === 'slack' ? 'C1' : 'page1'
  return {
    incident: 'inc-1' as IncidentId,
    update: 'upd-1' as UpdateId,
    externalId,
    content: {
      stage: 'initial',
      channel: { vendor, connection: `test-${vendor}` as ConnectionId, target, label: 'Customers' },
      title: 'Payments fail',
      body: 'We look into it.',
      status: 'investigating',
      components: { c1: 'major_outage' },
      notify: false,
      nextUpdateAt: null,
      ...change,
    },
  }
}
