import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import type { OutgoingUpdate } from '../../../src/main/engine/outbox/types'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import type { Connection } from '../../../src/shared/contract/connections'
import type { ConnectionId, IncidentId, UpdateId } from '../../../src/shared/domain/ids'
import { never } from '../http/loopback'

const connection: Connection = {
  ...{ id: 'hand' as ConnectionId, vendor: 'by-hand', name: '@shop', baseUrl: 'https://by-hand.invalid', network: 'x' },
}
const update: OutgoingUpdate = {
  ...{ incident: 'inc-1' as IncidentId, update: 'upd-1' as UpdateId, externalId: null },
  content: {
    ...{ stage: 'progress', title: 'Payments fail', body: 'Some payments fail.', status: 'identified' },
    channel: { vendor: 'by-hand', connection: connection.id, target: 'x', label: '@shop' },
    ...{ components: {}, notify: false, nextUpdateAt: null },
  },
}

describe('[PT2] what a person posts', () => {
  it('is never sent and never called delivered: it stays unknown until the person says so', async () => {
    const asked: unknown[] = []
    const http = createHttpClient()
    const request: typeof http.request = (...all) => {
      asked.push(all)
      return http.request(...all)
    }
    const { updates, probe } = openAccount(connection, null, { request })
    expect(await updates?.send(update, never)).toMatchObject({ outcome: 'unknown', fault: { code: 'post-by-hand' } })
    expect(await updates?.verify(update, never)).toMatchObject({ found: 'unknown', forGood: true })
    expect(await updates?.findCopies(update, { externalId: '', alike: 0 }, never)).toEqual({ look: 'never' })
    expect(await probe(never)).toMatchObject({ good: true, code: 'nothing-to-test' })
    expect(asked).toEqual([])
  })

  it('has one channel for each connection: the network that it was set up for', () => {
    const channel = { vendor: 'by-hand', connection: 'hand', target: 'x', label: '@shop' }
    expect(openAccount(connection, null, createHttpClient()).channels).toEqual([channel])
    const { network: _, ...bare } = connection
    expect(openAccount(bare, null, createHttpClient()).channels).toEqual([{ ...channel, target: 'clipboard' }])
  })
})
