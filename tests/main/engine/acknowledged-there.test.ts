import { describe, expect, it } from 'vitest'
import { acknowledgedThere } from '../../../src/main/engine/incidents/acknowledged-there'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import type { Connection } from '../../../src/shared/contract/connections'
import {
  type ConnectionId,
  type IncidentId,
  newId,
  type OutboxItemId,
  type RequestId,
} from '../../../src/shared/domain/ids'
import { actDone } from '../../../src/shared/events/act-done'
import { MINUTE, type Millis } from '../../../src/shared/lib/time'
import { type Bench, commandBench } from '../../support/engine-parts'
import { engineItself } from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'
import { sendJson } from '../../support/open-loopback'
import { runEngine } from '../../support/running-engine'
import { startLoopback } from '../http/loopback'

const connection = 'pd' as ConnectionId
const page: AlertRow = {
  ...{ id: 'pd/P1', connection, externalId: 'P1', origin: 'page', title: 'Payments fail', service: 'payments-api' },
  ...{ urgency: 'high', state: 'firing', startedAt: null, url: null },
}

function taken(): Bench & { readonly there: (row: Partial<AlertRow>) => boolean } {
  const bench = commandBench(scratchFolder(), { alert: () => page })
  bench.run('incident:take', { alert: page.id, severity: 'SEV-2' })
  bench.clock.advance(30 * MINUTE)
  return {
    ...bench,
    /** What PagerDuty shows; answers whether something was written. */
    there(row) {
      const now = bench.clock.now()
      const shown: AlertRow = { ...page, state: 'acknowledged', ...row }
      const event = acknowledgedThere(head(bench), id => (id === page.id ? shown : undefined), now)
      if (event !== undefined) bench.ledger.commit(bench.incident, newId<RequestId>(), { events: [event] }, now)
      return event !== undefined
    },
  }
}

const head = (bench: Bench) => {
  const record = bench.ledger.record(bench.incident)
  if (record === null) throw new Error('The incident is not there')
  return record.incident
}
const ago = (bench: Bench, minutes: number): Millis => bench.clock.now() - minutes * MINUTE

describe('[MI7] an acknowledgement at PagerDuty', () => {
  it('sets the milestone with its time and who it was, once', () => {
    const bench = taken()
    const acknowledged = { at: ago(bench, 10), by: 'Grace Hopper' }
    expect([bench.there({ acknowledged }), bench.there({ acknowledged })]).toEqual([true, false])
    expect(head(bench).timesKept.acknowledged).toEqual({
      ...{ at: acknowledged.at, from: 'page' },
      by: { kind: 'vendor', name: 'PagerDuty' },
    })
    const lines = bench.ledger.record(bench.incident)?.timeline() ?? []
    expect(lines.filter(({ text }) => text.startsWith('Acknowledged in PagerDuty')).map(({ text }) => text)).toEqual([
      'Acknowledged in PagerDuty: Payments fail (Grace Hopper, by PagerDuty’s clock)',
    ])
  })

  it('counts from before it was linked too, and from its own machine’s clock if that runs ahead', () => {
    const before = taken()
    before.there({ acknowledged: { at: ago(before, 300), by: '' } })
    expect(head(before).timesKept.acknowledged?.at).toBe(ago(before, 300))
    const ahead = taken()
    ahead.there({ acknowledged: { at: ago(ahead, -90), by: '' } })
    expect(head(ahead).timesKept.acknowledged?.at).toBe(ahead.clock.now())
  })

  it('waits for the next poll where only an earlier version’s row is known', () => {
    const bench = taken()
    expect(bench.there({})).toBe(false)
    expect(head(bench).timesKept.acknowledged).toBeUndefined()
    const acknowledged = { at: ago(bench, 10), by: 'Grace Hopper' }
    expect(bench.there({ acknowledged })).toBe(true)
    expect(head(bench).timesKept.acknowledged?.at).toBe(acknowledged.at)
  })

  it('without a time is when it was seen', () => {
    const acknowledged = { at: null, by: '' }
    const bench = taken()
    expect(bench.there({ acknowledged })).toBe(true)
    expect(head(bench).timesKept.acknowledged?.at).toBe(bench.clock.now())
    bench.clock.advance(MINUTE)
    expect(bench.there({ acknowledged })).toBe(false)
  })

  it('is none where the row is still firing, or is no PagerDuty incident', () => {
    const bench = taken()
    expect([bench.there({ state: 'firing' }), bench.there({ origin: 'alert' })]).toEqual([false, false])
  })

  it('by our own request is said by that request alone', () => {
    const bench = taken()
    const what = { kind: 'page-acknowledge', connection, page: { id: 'P1', name: 'Payments fail' } } as const
    expect(bench.run('acts:ask', { act: newId<OutboxItemId>(), what })).toMatchObject({ ok: true })
    expect(bench.there({ acknowledged: { at: ago(bench, 1), by: 'Dana Scully' } })).toBe(false)
  })

  it('by a colleague before our own request counts, by more than two clocks differ', () => {
    const bench = taken()
    const what = { kind: 'page-acknowledge', connection, page: { id: 'P1', name: 'Payments fail' } } as const
    const act = newId<OutboxItemId>()
    expect(bench.run('acts:ask', { act, what })).toMatchObject({ ok: true })
    const done = actDone.draft({ act, what, externalId: 'P1', url: null }, bench.clock.now(), engineItself)
    bench.ledger.commit(bench.incident, newId<RequestId>(), { events: [done] }, bench.clock.now())
    const ours = head(bench).timesKept.acknowledged
    expect(ours?.at).toBe(bench.clock.now())
    const shown = (at: Millis | null) => bench.there({ acknowledged: { at, by: 'Grace Hopper' } })
    expect([shown(null), shown(ago(bench, 1)), shown(ago(bench, -1))]).toEqual([false, false, false])
    expect(head(bench).timesKept.acknowledged).toEqual(ours)
    expect([shown(ago(bench, 3)), shown(ago(bench, 3))]).toEqual([true, false])
    expect(head(bench).timesKept.acknowledged).toMatchObject({ at: ago(bench, 3), by: { kind: 'vendor' } })
  })

  it('leaves what a person stated, and after “not reached” only a later one counts', () => {
    const bench = taken()
    const stated = ago(bench, 20)
    bench.run('incident:state-milestone', { milestone: 'acknowledged', at: stated, was: null })
    expect(bench.there({ acknowledged: { at: ago(bench, 25), by: '' } })).toBe(false)
    bench.run('incident:state-milestone', { milestone: 'acknowledged', at: null, was: stated })
    expect(bench.there({ acknowledged: { at: ago(bench, 25), by: '' } })).toBe(false)
    bench.clock.advance(5 * MINUTE)
    expect(bench.there({ acknowledged: { at: ago(bench, 1), by: '' } })).toBe(true)
    expect(head(bench).timesKept.acknowledged?.at).toBe(ago(bench, 1))
  })
})

it('[MI7] an engine that polls PagerDuty writes it by itself, with PagerDuty’s time', async () => {
  const createdAt = Date.now() - 20 * MINUTE
  const at = Math.floor((Date.now() - 5 * MINUTE) / 1_000) * 1_000
  const iso = (time: Millis) => new Date(time).toISOString()
  const vendor = await startLoopback(({ url }, response) => {
    const incident = {
      ...{ id: 'P1', incident_number: 7, title: 'Payments fail', status: 'acknowledged', urgency: 'high' },
      ...{ created_at: iso(createdAt), service: { summary: 'payments-api' } },
      acknowledgements: [
        { at: iso(at + MINUTE), acknowledger: { summary: 'Someone later' } },
        { at: iso(at), acknowledger: { summary: 'Grace Hopper' } },
      ],
    }
    const list = url.pathname === '/incidents'
    sendJson(response, list ? { incidents: [incident], more: false } : { error: {} }, list ? 200 : 404)
  })
  const connections: readonly Connection[] = [
    {
      ...{ id: connection, vendor: 'pagerduty', name: 'pd', from: 'a@b.test' },
      baseUrl: vendor.origin,
      everySeconds: 3_600,
    },
  ]
  const engine = runEngine(scratchFolder(), { connections })
  await expect.poll(() => engine.pushed('alerts')?.open, { timeout: 60_000 }).toBe(1)
  const incident = newId<IncidentId>()
  await engine.ask('incident:take', { incident, alert: 'pd/P1', severity: 'SEV-2' })
  await engine.ask('log:follow', { incident, after: 0 })
  const written = () => engine.pushed('log')?.events.find(({ kind }) => kind === 'pagerduty-acknowledged')
  await expect.poll(written, { timeout: 60_000 }).toMatchObject({ at, body: { who: 'Grace Hopper' } })
})
