import { expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { startRecordOutbox } from '../../../src/main/engine/outbox/record-outbox'
import { readQueuedItem } from '../../../src/main/engine/storage/queued-items'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { newId, type OutboxItemId, type RequestId, type UpdateId } from '../../../src/shared/domain/ids'
import type { UpdateContent } from '../../../src/shared/domain/update'
import { updatePublished } from '../../../src/shared/events/update-published'
import { commandBench, statusPage } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { sendJson } from '../../support/open-loopback'
import { startLoopback } from '../http/loopback'

const content: UpdateContent = {
  ...{ stage: 'progress', channel: statusPage, title: 'Payments fail', body: 'One in four card payments fails.' },
  ...{ status: 'investigating', components: {}, notify: true, nextUpdateAt: null },
}

/**
 * A page with one public incident, which cuts the line at the first write.
 * @param takes whether it took that write, or the line was cut before it arrived
 */
async function brokenPage(takes = true) {
  let [body, cut] = [content.body, true]
  const writes: unknown[] = []
  const { origin } = await startLoopback((seen, response) => {
    const posted = { id: 'u1', body, status: 'investigating', created_at: new Date().toISOString() }
    // Another one with the words of before: by its words alone it would be the one that is meant.
    const alike = { ...posted, id: 'u2', body: content.body, created_at: new Date(Date.now() + 60_000).toISOString() }
    if (seen.method === 'GET')
      return sendJson(response, { id: 'p1', status: 'investigating', incident_updates: [alike, posted] })
    const { incident_update: sent } = JSON.parse(seen.body) as { incident_update: { body: string } }
    writes.push([seen.method, seen.url.pathname, sent])
    if (!cut || takes) body = sent.body
    if (!cut) return sendJson(response, { ...posted, body })
    cut = false
    return response.destroy()
  })
  return { origin, writes }
}

async function editOver(page: Awaited<ReturnType<typeof brokenPage>>) {
  const bench = commandBench(scratchFolder(), {
    act: id => readQueuedItem(bench.store.db, id),
    statusPages: () => [],
  })
  const { clock, ledger, incident } = bench
  const connection = {
    ...({ id: statusPage.connection, vendor: 'statuspage', name: 'Page' } as const),
    ...{ baseUrl: page.origin, pageId: 'page-1' },
  }
  const account = openAccount(connection, 'token', createHttpClient({ timeout: 30_000 }))
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: 'Cards fail' })
  const [update, act] = [newId<UpdateId>(), newId<OutboxItemId>()]
  bench.run('comms:draft', { update, content })
  const out = { update, content, audience: 'customers', externalId: 'p1', url: null, entry: 'u1' } as const
  const published = updatePublished.draft(out, clock.now(), { kind: 'vendor', name: 'Statuspage' })
  ledger.commit(incident, newId<RequestId>(), { events: [published] }, clock.now())
  const what = {
    ...{
      kind: 'update-edit' as const,
      connection: statusPage.connection,
      publicIncident: { id: 'p1', name: 'Payments fail' },
    },
    ...{ update, published: clock.now(), before: content.body, body: 'One in five fails.', why: 'a wrong figure' },
  }
  expect(bench.run('acts:ask', { act, what })).toMatchObject({ ok: true })
  const readings = { account: () => account, annotators: () => [], requestDelivered: () => undefined }
  const outbox = startRecordOutbox({ store: bench.store, ledger, accounts: readings, clock, logger: keptLogger() })
  const known = () => ledger.record(incident)?.incident
  const standing = () => known()?.acts.find(({ id }) => id === act)?.standing.state
  return { outbox, clock, standing, said: () => known()?.updates[0]?.content.body }
}

const wrote = [
  'PATCH',
  '/v1/pages/page-1/incidents/p1/incident_updates/u1',
  { body: 'One in five fails.', deliver_notifications: false, wants_twitter_update: false },
]

it('[PE1] an edit whose answer was lost is looked up on the page, found, and not made again', async () => {
  const page = await brokenPage()
  const { outbox, clock, standing, said } = await editOver(page)
  outbox.wake()
  clock.advance(1)
  await expect.poll(standing).toBe('unknown')
  expect(said()).toBe('One in four card payments fails.')
  clock.advance(4_000)
  await expect.poll(standing).toBe('done')
  expect(said()).toBe('One in five fails.')
  expect(page.writes).toEqual([wrote])
  await outbox.stop()
})

it('[PE1] [PE6] an edit that the page never took is looked for by its own id, and made again, once', async () => {
  const page = await brokenPage(false)
  const { outbox, clock, standing, said } = await editOver(page)
  outbox.wake()
  clock.advance(1)
  await expect.poll(standing).toBe('unknown')
  await expect
    .poll(() => {
      clock.advance(2_000)
      return standing()
    })
    .toBe('done')
  expect(said()).toBe('One in five fails.')
  // Asked for twice, taken once: both name the very update, and none the one that reads alike.
  expect(page.writes).toEqual([wrote, wrote])
  await outbox.stop()
})
