import { expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { openOnDemandReads } from '../../../src/main/engine/vendors/accounts/on-demand-reads'
import type { VendorAccounts } from '../../../src/main/engine/vendors/accounts/vendor-accounts'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { MINUTE } from '../../../src/shared/lib/time'
import { handClock } from '../../support/hand-clock'
import { sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'
import { connectionTo, TOKEN } from '../vendors/accounts'

/** A PagerDuty with one service, which can go down, and reads on demand of it by a clock in the test's hand. */
async function listing() {
  let isDown = false
  const server = await startLoopback(({ url }, response) => {
    if (isDown || url.pathname !== '/services') sendJson(response, { error: { message: 'Being moved' } }, 500)
    else sendJson(response, { services: [{ id: 'PSVC01', name: 'Payments API' }], more: false })
  })
  const connection = { ...connectionTo('pagerduty', server.origin), name: 'PagerDuty EU' }
  const account = openAccount(connection, TOKEN, createHttpClient())
  const clock = handClock()
  const accounts: Pick<VendorAccounts, 'account'> = { account: id => (id === connection.id ? account : undefined) }
  const reads = openOnDemandReads(accounts as VendorAccounts, clock, never)
  const read = async () => {
    const reply = await reads.services([connection, { ...connection, id: 'prometheus' as never }])
    return reply.ok ? reply.value : []
  }
  const fall = (down: boolean) => {
    isDown = down
  }
  return { read, clock, fall, asked: () => server.seen.filter(({ url }) => url.pathname === '/services').length }
}

it('[SY8] is read once for a while, and of no connection that lists none', async () => {
  const { read, clock, asked } = await listing()
  const readAt = clock.now()
  expect(await read()).toMatchObject([
    { name: 'PagerDuty EU', services: [{ name: 'Payments API' }], readAt, problem: '' },
  ])
  clock.advance(9 * MINUTE)
  expect(await read()).toMatchObject([{ readAt, problem: '' }])
  expect(asked()).toBe(1)
})

it('[SY8] that cannot be reached says so beside what it listed last, and of when', async () => {
  const { read, clock, fall } = await listing()
  const readAt = clock.now()
  await read()
  fall(true)
  clock.advance(11 * MINUTE)
  expect(await read()).toMatchObject([
    { services: [{ name: 'Payments API' }], readAt, problem: expect.stringContaining('Being moved') },
  ])
  fall(false)
  expect(await read()).toMatchObject([{ readAt: readAt + 11 * MINUTE, problem: '' }])
})

it('[SY8] that was never reached has no services, and no time', async () => {
  const { read, fall } = await listing()
  fall(true)
  expect(await read()).toMatchObject([{ services: [], readAt: null, problem: expect.stringContaining('Being moved') }])
})
