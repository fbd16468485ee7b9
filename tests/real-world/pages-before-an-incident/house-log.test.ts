import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { startRecordOutbox } from '../../../src/main/engine/outbox/record-outbox'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { openItems, readQueuedItem } from '../../../src/main/engine/storage/queued-items'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { HOUSE_LOG } from '../../../src/shared/domain/house-log'
import { type ConnectionId, newId, type OutboxItemId } from '../../../src/shared/domain/ids'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import { foldEvents } from '../../../src/shared/events/fold'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { startLoopback } from '../../main/http/loopback'
import { commandBench, dana } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { type Seen, sendJson } from '../../support/open-loopback'
import { watched } from '../../support/watched-record'

const on = { connection: 'pd' as ConnectionId, page: { id: 'P1', name: 'Checkout fails' } }
const acknowledge: VendorRequest = { kind: 'page-acknowledge', ...on }

/** PagerDuty with one incident, which changes as it is told; `lose` cuts the line after a write was done. */
async function pagerDuty({ lose = false } = {}) {
  let [status, until]: [string, string | null] = ['triggered', null]
  let losing = lose
  const writes: string[] = []
  const write = ({ method, url, body }: Seen) => {
    const asked = JSON.parse(body) as { incident?: { status?: string }; duration?: number }
    writes.push(`${method} ${url.pathname}`)
    status = asked.incident?.status ?? 'acknowledged'
    if (asked.duration !== undefined) until = new Date(clock() + asked.duration * 1_000).toISOString()
  }
  let clock = () => 0
  const { origin } = await startLoopback((seen, response) => {
    if (seen.method !== 'GET') {
      write(seen)
      if (losing) {
        losing = false
        return response.destroy()
      }
    }
    const pending_actions = until === null ? [] : [{ type: 'unacknowledge', at: until }]
    sendJson(response, { incident: { id: 'P1', status, pending_actions } })
  })
  return {
    origin,
    writes,
    follow: (now: () => number) => {
      clock = now
    },
    status: () => status,
  }
}

async function engineAt(vendor: Awaited<ReturnType<typeof pagerDuty>>) {
  const folder = scratchFolder()
  const bench = commandBench(folder, { act: id => readQueuedItem(bench.store.db, id) })
  vendor.follow(bench.clock.now)
  const connection = {
    id: on.connection,
    vendor: 'pagerduty',
    name: 'PD',
    baseUrl: vendor.origin,
    from: 'a@b.c',
  } as const
  const account = openAccount(connection, 'token', createHttpClient({ timeout: 30_000 }))
  const readings = { account: () => account, annotators: () => [], requestDelivered: () => undefined }
  const start = () =>
    startRecordOutbox({
      store: bench.store,
      ledger: bench.ledger,
      accounts: readings,
      clock: bench.clock,
      logger: keptLogger(),
    })
  const ask = (act: OutboxItemId, what: VendorRequest) =>
    bench.run('acts:ask', { incident: HOUSE_LOG, act, what } as never)
  const standing = (act: OutboxItemId) =>
    bench.ledger.record(HOUSE_LOG)?.incident.acts.find(({ id }) => id === act)?.standing.state
  return { ...bench, start, ask, standing }
}

describe('[HL1] a page without an incident', () => {
  it('is acknowledged, snoozed and resolved, each once, and no incident is listed for it', async () => {
    const vendor = await pagerDuty()
    const engine = await engineAt(vendor)
    const outbox = engine.start()
    const until = engine.clock.now() + HOUR
    const acts: readonly VendorRequest[] = [
      acknowledge,
      { kind: 'page-snooze', ...on, until },
      { kind: 'page-resolve', ...on, resolution: 'Rolled back' },
    ]
    for (const what of acts) {
      const act = newId<OutboxItemId>()
      expect(engine.ask(act, what).ok).toBe(true)
      // The same again, as after a lost answer: it is there already.
      expect(engine.ask(act, what).ok).toBe(true)
      outbox.wake()
      engine.clock.advance(1)
      await expect.poll(() => engine.standing(act)).toBe('done')
    }
    expect(vendor.writes).toEqual(['PUT /incidents/P1', 'POST /incidents/P1/snooze', 'PUT /incidents/P1'])
    expect(vendor.status()).toBe('resolved')
    expect(engine.ledger.summaries()).toEqual([])
    await outbox.stop()
  })

  it('is looked at before anything is sent again where the answer was lost, and is found done', async () => {
    for (const what of [acknowledge, { kind: 'page-snooze', ...on, until: 0 } as const]) {
      const vendor = await pagerDuty({ lose: true })
      const engine = await engineAt(vendor)
      const outbox = engine.start()
      const act = newId<OutboxItemId>()
      engine.ask(act, 'until' in what ? { ...what, until: engine.clock.now() + 4 * HOUR } : what)
      outbox.wake()
      engine.clock.advance(1)
      await expect.poll(() => engine.standing(act)).toBe('unknown')
      engine.clock.advance(4_000)
      await expect.poll(() => engine.standing(act)).toBe('done')
      expect(vendor.writes).toHaveLength(1)
      await outbox.stop()
    }
  })

  it('that was being sent when the engine stopped is unknown at the next start, and the log tells the same', async () => {
    const vendor = await pagerDuty()
    const engine = await engineAt(vendor)
    const act = newId<OutboxItemId>()
    engine.ask(act, acknowledge)
    engine.store.db.exec("UPDATE act SET state = 'sending', attempts = 1")
    const outbox = engine.start()
    expect(engine.standing(act)).toBe('unknown')
    engine.clock.advance(MINUTE)
    await outbox.stop()
    const anew = openLedger(engine.store, keptLogger(), () => undefined)
    expect(anew.record(HOUSE_LOG)?.incident.acts).toEqual(engine.ledger.record(HOUSE_LOG)?.incident.acts)
    expect(anew.summaries()).toEqual([])
    expect(openItems(engine.store.db)).toHaveLength(1)
  })

  it('is not snoozed longer by a try that comes late, and never once its end has passed', async () => {
    const vendor = await pagerDuty()
    const engine = await engineAt(vendor)
    const act = newId<OutboxItemId>()
    engine.ask(act, { kind: 'page-snooze', ...on, until: engine.clock.now() + MINUTE })
    engine.clock.advance(2 * MINUTE)
    const outbox = engine.start()
    engine.clock.advance(1)
    await expect.poll(() => engine.standing(act)).toBe('failed')
    expect(vendor.writes).toEqual([])
    await outbox.stop()
  })
})

describe('[HL1] the log of the house', () => {
  it('is checked as any other, and is not missed in the list of incidents', async () => {
    const engine = await engineAt(await pagerDuty())
    engine.ask(newId(), acknowledge)
    const { watch, ledger } = watched(engine.store)
    await watch.checked
    expect(watch.problems()).toEqual([])
    expect(ledger.summaries()).toEqual([])
  })

  it('takes nothing but what is done to pages', async () => {
    const engine = await engineAt(await pagerDuty())
    const chat: VendorRequest = { kind: 'chat-open', connection: on.connection, name: 'inc-1', private: false }
    expect(engine.ask(newId(), chat)).toMatchObject({ ok: false, fault: { kind: 'not-found' } })
    const house = { incident: HOUSE_LOG }
    const declare = { title: 'Mine', severity: 'SEV-1', impact: '', ...house } as const
    expect(engine.run('incident:declare', declare)).toMatchObject({ ok: false })
    engine.ask(newId(), acknowledge)
    const severity = { to: 'SEV-1', reason: '', ...house } as const
    expect(engine.run('incident:change-severity', severity)).toMatchObject({ ok: false })
    expect(engine.run('incident:declare', declare)).toMatchObject({ ok: false })
    expect(engine.ledger.summaries()).toEqual([])
  })

  it('remembers every act whose end is open, and of the others the newest', () => {
    const event = (kind: 'act-asked' | 'act-done', no: number) => {
      const body = { act: `a${no}` as OutboxItemId, what: acknowledge, externalId: '', url: null }
      const draft = kinds[kind].draft(body as never, 0, dana)
      return { ...draft, id: `e${no}`, incident: HOUSE_LOG, seq: no, version: 1, recordedAt: 0 } as never
    }
    const open = foldEvents(undefined, [event('act-asked', 0)])
    const done = Array.from({ length: 3_000 }, (_, no) => event('act-done', no + 1))
    const record = foldEvents(open, done)
    expect(record?.incident.acts.map(({ id }) => id)).toEqual([
      'a0',
      ...Array.from({ length: 200 }, (_, no) => `a${no + 2_801}`),
    ])
  })
})
