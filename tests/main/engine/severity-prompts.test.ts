import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pacedClock, systemClock } from '../../../src/main/engine/clock/clock'
import { watchSeverities } from '../../../src/main/engine/incidents/severity-watch'
import type { Connection, PanelSpec } from '../../../src/shared/contract/connections'
import { type ConnectionId, type EventId, type IncidentId, newId } from '../../../src/shared/domain/ids'
import type { FactNow } from '../../../src/shared/domain/method/facts-now'
import { openPrompt } from '../../../src/shared/domain/severity-prompts'
import { definitionOf, eventRegistry } from '../../../src/shared/events/registry'
import { severityPromptDeclined } from '../../../src/shared/events/severity-prompt-declined'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'
import { type Bench, commandBench } from '../../support/engine-parts'
import { ada, declared, minute, recordOf } from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'
import { sendJson } from '../../support/open-loopback'
import { runEngine } from '../../support/running-engine'
import { shippedMethod } from '../../support/shipped-method'
import { startLoopback } from '../http/loopback'

const head = (bench: Bench) => {
  const record = bench.ledger.record(bench.incident)
  if (record === null) throw new Error('The incident is not there')
  return record.incident
}
const lines = (bench: Bench) =>
  (bench.ledger.record(bench.incident)?.timeline() ?? []).map(({ text }) => text.replaceAll('\u202f', ' '))

describe('[RS5] the watch', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
  afterEach(() => void vi.useRealTimers())

  function stage() {
    const bench = commandBench(scratchFolder())
    const { severity } = shippedMethod().current().method
    bench.run('incident:declare', { title: 'Cards fail', severity: 'SEV-2', impact: '' })
    let [errors, current, sends] = [60, true, true]
    const fact = (): FactNow => ({
      ...{ fact: 'errors', baseline: null, times: 2, limit: 1, panel: 'e', title: 'Error rate', unit: 'percent' },
      ...{ value: errors, counted: errors, at: 0, current, usual: null, state: 'off', normalSince: null },
    })
    const begin = () => {
      const watch = watchSeverities({
        ...{ clock: bench.clock, ledger: { ...bench.ledger, sends: () => sends } },
        ...{ facts: () => [fact()], method: () => severity },
      })
      watch.watch(head(bench))
      return watch
    }
    let watch = begin()
    return {
      bench,
      read: (next: { errors?: number; current?: boolean; sends?: boolean }) => {
        errors = next.errors ?? errors
        current = next.current ?? current
        sends = next.sends ?? sends
      },
      /** Looks every half minute of the clock. */
      pass: (minutes: number) => {
        for (let half = 0; half < minutes * 2; half += 1) {
          bench.clock.advance(30 * SECOND)
          vi.advanceTimersByTime(SECOND)
        }
      },
      restart: () => {
        watch.stop()
        watch = begin()
      },
      watch: () => watch,
      decline: () => bench.run('incident:decline-prompt', { prompt: openPrompt(head(bench))?.key ?? ('x' as EventId) }),
      said: () => lines(bench).filter(text => /^(?:Offered|Not now|No longer)/.test(text)),
    }
  }
  const offer =
    'Offered: raise SEV-2 to SEV-1. It is worse than we first thought: Error rate: 60 %, more than 50 %, for 3 min'

  it('offers what has held, once with its evidence, and keeps “not now” over a restart', () => {
    const { bench, pass, said, restart, decline } = stage()
    pass(3)
    expect(said()).toEqual([])
    pass(0.5)
    expect(said()).toEqual([offer])
    expect(head(bench)).toMatchObject({ severity: 'SEV-2', severityPrompts: [{ severity: 'SEV-1', settled: null }] })
    pass(10)
    restart()
    pass(10)
    expect(said()).toHaveLength(1)
    expect(decline()).toMatchObject({ ok: true })
    restart()
    pass(30)
    expect(said()).toEqual([offer, 'Not now: SEV-2 stays, SEV-1 was offered'])
  })

  it('[RS9] takes back what is no longer so, and offers it again once it has held anew', () => {
    const { bench, read, pass, said } = stage()
    pass(3.5)
    expect(said()).toEqual([offer])
    read({ errors: 5 })
    pass(0.5)
    read({ errors: 60 })
    pass(5)
    expect(openPrompt(head(bench))).toMatchObject({ severity: 'SEV-1' })
    read({ errors: 30 })
    pass(2)
    expect(openPrompt(head(bench))).toBeUndefined()
    expect(head(bench).severityPrompts.at(-1)).toMatchObject({ withdrawn: true, settled: { by: { kind: 'engine' } } })
    pass(1)
    read({ errors: 60 })
    pass(8)
    expect(said()).toEqual([offer, 'No longer offered: raise SEV-2 to SEV-1', offer])
  })

  it('[RS9] takes back a lower severity within a minute when it gets worse', () => {
    const { bench, read, pass, said } = stage()
    read({ errors: 2 })
    bench.run('incident:change-status', { to: 'monitoring', reason: '' })
    pass(40)
    expect(said().at(-1)).toMatch(/^Offered: lower SEV-2 to SEV-3/)
    read({ errors: 57 })
    pass(1.5)
    expect(said().at(-1)).toBe('No longer offered: lower SEV-2 to SEV-3')
    pass(3)
    expect(openPrompt(head(bench))?.direction).not.toBe('lower')
  })

  it('offers nothing by old values, by a spell that ended, after a sleep, or where another machine sends', () => {
    const { bench, read, pass, said } = stage()
    pass(2)
    read({ current: false })
    pass(10)
    read({ current: true, errors: 5 })
    pass(2)
    read({ errors: 60 })
    pass(2)
    bench.clock.sleep(8 * 60 * MINUTE)
    pass(2)
    read({ sends: false })
    pass(20)
    expect(said().filter(text => text.includes('worse'))).toEqual([])
    read({ sends: true })
    pass(3.5)
    expect(said()).toHaveLength(1)
  })

  it('begins anew once the severity changes, and rests once the incident is resolved', () => {
    const { bench, pass, said, read, watch } = stage()
    pass(3.5)
    bench.run('incident:change-severity', { to: 'SEV-1', reason: '' })
    expect(openPrompt(head(bench))).toBeUndefined()
    bench.run('incident:change-severity', { to: 'SEV-2', reason: '' })
    pass(2)
    expect(said()).toHaveLength(1)
    pass(1.5)
    expect(said()).toHaveLength(2)
    const resting = vi.getTimerCount()
    bench.run('incident:change-status', { to: 'resolved', reason: '' })
    expect(openPrompt(head(bench))).toBeUndefined()
    watch().watch(head(bench))
    expect(vi.getTimerCount()).toBe(resting - 1)
    read({ errors: 100 })
    pass(10)
    expect(said()).toHaveLength(2)
  })

  it('[RS7] of two who answer the second is told that it was answered', () => {
    const { bench, pass, decline, said } = stage()
    pass(3.5)
    const prompt = openPrompt(head(bench))?.key ?? ('x' as EventId)
    expect(decline()).toMatchObject({ ok: true })
    const again = bench.run('incident:decline-prompt', { prompt })
    expect(again).toMatchObject({ ok: false, fault: { code: 'prompt-gone' } })
    expect(said()).toHaveLength(2)
  })
})

describe('[RS7] what the record has of it', () => {
  const reason = { trigger: 'worse', text: 'It is worse', direction: 'raise' } as const
  const body = { ...reason, from: 'SEV-1', severity: 'SEV-1', evidence: 'reported by Ada' } as const
  const said = (from: 'SEV-1' | 'SEV-2', after: number) =>
    eventRegistry['severity-prompted'].draft({ ...body, from }, minute(after), { kind: 'engine' })
  const change = eventRegistry['severity-changed'].draft({ from: 'SEV-1', to: 'SEV-2', reason: '' }, minute(3), ada)
  const status = (to: 'resolved' | 'investigating', after: number) =>
    eventRegistry['status-changed'].draft({ from: 'investigating', to, reason: '' }, minute(after), ada)
  const services = (after: number, ...names: readonly string[]) =>
    eventRegistry['services-stated'].draft({ services: names }, minute(after), ada)
  const folded = (...drafts: Parameters<typeof recordOf>[0]) => recordOf([declared(), ...drafts]).incident

  it('counts from the severity, from reopening, and with the services of then', () => {
    expect(folded()).toMatchObject({ severityPrompts: [], severitySince: minute(0), servicesThen: null })
    expect(folded(services(1, 'a'), services(9, 'a', 'b'))).toMatchObject({ servicesThen: 2 })
    expect(folded(services(1, 'a'), services(10, 'a', 'b'))).toMatchObject({ servicesThen: 1 })
    expect(folded(services(50, 'a'))).toMatchObject({ servicesThen: 1 })
    expect(folded(services(1, 'a'), services(2, 'a', 'b'), change)).toMatchObject({
      ...{ servicesThen: 2, severitySince: minute(3), severityPrompts: [] },
    })
    const came = folded(said('SEV-1', 1), status('resolved', 5), status('investigating', 9))
    expect(came).toMatchObject({ severitySince: minute(9), severityPrompts: [] })
  })

  it('leaves out what a machine offered that did not know of the change, and an answer to what is not last', () => {
    expect(folded(change, said('SEV-1', 4)).severityPrompts).toEqual([])
    const answer = { prompt: 'other' as EventId, from: 'SEV-1', severity: 'SEV-1' } as const
    const declined = severityPromptDeclined.draft(answer, minute(5), ada)
    expect(openPrompt(folded(said('SEV-1', 4), declined))).toMatchObject({ at: minute(4) })
  })

  it('loses the names in its evidence when that is erased, and keeps the rest', () => {
    expect(definitionOf('severity-prompted').withoutTexts?.(body, '[erased]')).toEqual({
      ...body,
      evidence: '[erased]',
    })
  })
})

it('[RS5] an engine that polls a metric offers the severity that it points to', async () => {
  const vendor = await startLoopback(({ url, body }, response) => {
    const asked = new URLSearchParams(url.search || body)
    const [end, step] = [Number(asked.get('end')), Number(asked.get('step')) || 15]
    const values = Array.from({ length: 20 }, (_, at) => [end - (19 - at) * step, '60'])
    const matrix = { resultType: 'matrix', result: [{ metric: { job: 'api' }, values }] }
    const range = url.pathname === '/api/v1/query_range'
    sendJson(response, range ? { status: 'success', data: matrix } : { status: 'error' }, range ? 200 : 404)
  })
  const connection = 'prom' as ConnectionId
  const connections: readonly Connection[] = [
    { id: connection, vendor: 'prometheus', name: 'prom', baseUrl: vendor.origin, everySeconds: 15 },
  ]
  const panel: PanelSpec = {
    ...{ id: 'e', title: 'Error rate', unit: 'percent', thresholds: [], connection },
    ...{ queries: [{ legend: 'all', expr: 'errors' }], means: { fact: 'errors', baseline: null, times: 2, limit: 5 } },
  }
  const clock = pacedClock({ system: systemClock, origin: Date.now(), rate: 60 })
  const engine = runEngine(scratchFolder(), { connections, panels: [panel] }, clock)
  const incident = newId<IncidentId>()
  await engine.ask('incident:declare', { incident, title: 'Cards fail', severity: 'SEV-3', impact: '' })
  await engine.ask('log:follow', { incident, after: 0 })
  const offered = () => engine.pushed('log')?.events.find(({ kind }) => kind === 'severity-prompted')
  await expect.poll(offered, { timeout: 60_000 }).toMatchObject({
    by: { kind: 'engine' },
    body: { trigger: 'worse', direction: 'raise', from: 'SEV-3', severity: 'SEV-1' },
  })
  const prompt = offered()?.id as EventId
  expect(JSON.stringify(offered())).toContain('Error rate: 60')
  expect(await engine.call('incident:decline-prompt', { incident, prompt })).toMatchObject({ ok: true })
})
