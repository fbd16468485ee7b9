import { describe, expect, it } from 'vitest'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import { outgoingAct } from '../../contract/acts'
import { sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'
import { accountAt } from './accounts'

const move = (to: 'in_progress' | 'completed'): VendorRequest => ({
  ...{ kind: 'maintenance-move', connection: 'test' as ConnectionId, maintenance: { id: 'm1', name: 'New pool' }, to },
  ...{ body: 'It has begun.', components: [{ id: 'c1', name: 'Checkout' }], notify: false },
})

/** A page whose maintenance stands at `status`, which a PATCH is answered for with `code`. */
async function pageAt(status: string, code = 200) {
  const server = await startLoopback(({ method }, response) =>
    sendJson(response, { id: 'm1', status, shortlink: null }, method === 'GET' ? 200 : code),
  )
  const { acts } = accountAt('statuspage', server.origin)
  if (acts === undefined) throw new Error('Statuspage takes acts')
  const patched = () => server.seen.filter(({ method }) => method === 'PATCH')
  return { acts, patched }
}

describe('beginning and ending a maintenance by hand', () => {
  it('[SP22] says outright what its components are, and whether anybody is mailed', async () => {
    const { acts, patched } = await pageAt('scheduled')
    expect(await acts.send(outgoingAct(move('in_progress')), never)).toMatchObject({ outcome: 'delivered' })
    expect(patched().map(({ url }) => url.pathname)).toEqual(['/v1/pages/page1/incidents/m1'])
    expect(JSON.parse(patched()[0]?.body ?? '')).toEqual({
      incident: {
        ...{ status: 'in_progress', body: 'It has begun.' },
        ...{ components: { c1: 'under_maintenance' }, deliver_notifications: false },
      },
    })
  })

  it('[SP23] does nothing where the page has moved it by itself already', async () => {
    const there = await pageAt('completed')
    expect(await there.acts.send(outgoingAct(move('completed')), never)).toMatchObject({ outcome: 'delivered' })
    expect(await there.acts.send(outgoingAct(move('in_progress')), never)).toMatchObject({
      ...{ outcome: 'refused', again: false, fault: { message: 'The maintenance is already completed' } },
    })
    expect(there.patched()).toEqual([])
  })

  it('[SP24] is looked up by how far it has come, and is in doubt after a 5xx', async () => {
    const { acts } = await pageAt('scheduled', 502)
    expect(await acts.send(outgoingAct(move('in_progress')), never)).toMatchObject({ outcome: 'unknown' })
    expect(await acts.verify(outgoingAct(move('in_progress')), never)).toEqual({ found: 'absent' })
    const later = await pageAt('verifying')
    expect(await later.acts.verify(outgoingAct(move('in_progress')), never)).toMatchObject({ found: 'delivered' })
    expect(await later.acts.verify(outgoingAct(move('completed')), never)).toEqual({ found: 'absent' })
  })

  it('[SP25] is shown once while it moves from one list to the next, and is no incident', async () => {
    const one = {
      id: 'm1',
      name: 'New pool',
      shortlink: null,
      components: [{ id: 'c1', name: 'Checkout', status: '' }],
    }
    const lists: Readonly<Record<string, object[]>> = {
      unresolved: [{ ...one, status: 'in_progress' }],
      scheduled: [{ ...one, status: 'scheduled' }],
      active_maintenance: [{ ...one, status: 'in_progress' }],
    }
    const server = await startLoopback(({ url }, response) =>
      sendJson(response, lists[url.pathname.split('/').at(-1) ?? ''] ?? []),
    )
    const read = await accountAt('statuspage', server.origin).publicPage?.fetchPublicPage(never)
    expect(read).toMatchObject({ ok: true, value: { incidents: [] } })
    expect(read?.ok === true && read.value.maintenances).toMatchObject([
      { externalId: 'm1', status: 'in_progress', components: [{ id: 'c1', name: 'Checkout' }] },
    ])
  })
})
