import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { alertsAround, alertsOf } from '../../../src/main/engine/alerts/around'
import { watchCompletion } from '../../../src/main/engine/gate/completion'
import { type IncidentAlerts, watchGates } from '../../../src/main/engine/gate/gate-watch'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import type { FeedStatus } from '../../../src/shared/contract/feeds'
import type { IncidentGate } from '../../../src/shared/contract/gate'
import type { IncidentSummary } from '../../../src/shared/contract/incidents'
import { type ConnectionId, newId } from '../../../src/shared/domain/ids'
import type { FactNow } from '../../../src/shared/domain/method/facts-now'
import type { GateCriterion } from '../../../src/shared/domain/method/method-rules'
import { panelFacts } from '../../../src/shared/domain/method/panel-meaning'
import type { CatalogueService } from '../../../src/shared/domain/service-catalogue'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { shippedRules } from '../../support/shipped-method'

const known = { firing: 0, first: '', clearedAt: null, known: true }

function stage(gate: readonly GateCriterion[] = shippedRules.rules.gate) {
  const method = { ...shippedRules, rules: { ...shippedRules.rules, gate } }
  const bench = commandBench(scratchFolder(), { method: () => method })
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  let [now, state] = [bench.clock.now(), 'off' as FactNow['state']]
  let alerts: IncidentAlerts = known
  let catalogue: readonly CatalogueService[] = []
  let trueAt = now
  const told: (readonly IncidentGate[])[] = []
  const called: string[] = []
  const facts = () =>
    panelFacts.map(
      (fact): FactNow => ({
        ...{ fact, baseline: null, times: 1.5, limit: 5, panel: fact, title: fact, unit: 'percent', value: 1, at: now },
        ...{ current: true, usual: null, counted: 1, state, normalSince: state === 'normal' ? 0 : null },
      }),
    )
  const feed = (): FeedStatus => ({
    ...{ id: 'p/alerts', connection: 'p' as ConnectionId, name: 'P', vendor: 'prometheus', what: 'alerts' },
    ...{ answer: 'good', trueAt, lateAfter: MINUTE, reason: '' },
  })
  const clock = { now: () => now }
  const start = (sends = true) => {
    const ledger = { ...bench.ledger, sends: () => sends }
    const notify = (title: string, body: string) => void called.push(`${title}: ${body}`)
    return watchGates({
      ...{ ledger, facts, alerts: () => alerts, feeds: () => [feed()], clock, catalogue: () => catalogue },
      ...{ tell: gates => told.push(gates), completion: watchCompletion({ ledger, writes: true, clock, notify }) },
    })
  }
  const watch = start()
  return {
    ...{ bench, told, called, watch, start },
    of: (id: string) => watch.now()[0]?.criteria.find(one => one.id === id),
    normal: () => {
      state = 'normal'
    },
    measured: (next: FactNow['state']) => {
      state = next
    },
    confirm: () => {
      bench.run('roles:assign', { role: 'tech', name: 'Dana Scully' })
      for (const { id, state: said } of watch.now()[0]?.criteria ?? [])
        if (said === 'say') bench.run('gate:answer', { criterion: id, answer: 'met', note: '' })
    },
    lines: () => (bench.ledger.record(bench.incident)?.timeline() ?? []).map(({ text }) => text),
    describe: (next: typeof catalogue) => {
      catalogue = next
    },
    alert: (next: IncidentAlerts) => {
      alerts = next
    },
    later: (span: number, read = true) => {
      now += span
      if (read) trueAt = now
    },
  }
}

describe('[GT4] the gates of the open incidents', () => {
  it('are told when they change, and are none of a resolved incident', () => {
    const { bench, told, watch, normal } = stage()
    watch.look()
    watch.look()
    expect(told).toHaveLength(1)
    normal()
    watch.look()
    expect(told).toHaveLength(2)
    bench.run('incident:change-status', { to: 'resolved', reason: '' })
    watch.look()
    expect(told.at(-1)).toEqual([])
  })

  it('are never green by alerts that are not read now, or whose services nobody named', () => {
    const { of, later, alert } = stage()
    expect(of('alerts')?.state).toBe('green')
    later(2 * MINUTE, false)
    expect(of('alerts')).toMatchObject({ state: 'say', evidence: [{ why: 'not-read' }] })
    later(0)
    alert({ ...known, known: false })
    expect(of('alerts')).toMatchObject({ state: 'say', evidence: [{ why: 'no-services' }] })
  })

  it('[GT6] count from the last alert that cleared', () => {
    const { of, later, alert, normal, bench } = stage()
    normal()
    alert({ ...known, clearedAt: bench.clock.now() })
    later(29 * MINUTE)
    expect(of('stable')?.state).toBe('red')
    later(MINUTE)
    expect(of('stable')?.state).toBe('green')
  })

  it('[GT6] call once when all of it holds while it is watched', () => {
    const { bench, watch, called, normal } = stage()
    bench.run('incident:change-status', { to: 'monitoring', reason: '' })
    normal()
    for (const { id, state } of watch.now()[0]?.criteria ?? [])
      if (state === 'say') bench.run('gate:answer', { criterion: id, answer: 'met', note: '' })
    watch.look()
    expect(called).toEqual([])
    const who = bench.ledger.record(bench.incident)?.incident.gateWords['tech-lead']?.by
    if (who?.kind === 'person') bench.run('roles:assign', { role: 'tech', name: who.responder.name })
    watch.look()
    watch.look()
    expect(called).toEqual(['Can be resolved: Payments fail'])
  })

  it('[GT6] call once where all of it held before it was watched, which changes nothing of the gate', () => {
    const { bench, watch, called, told, normal } = stage()
    bench.run('roles:assign', { role: 'tech', name: 'Dana Scully' })
    normal()
    for (const { id, state } of watch.now()[0]?.criteria ?? [])
      if (state === 'say') bench.run('gate:answer', { criterion: id, answer: 'met', note: '' })
    watch.look()
    expect([watch.now()[0]?.criteria.every(({ state }) => state === 'green'), called]).toEqual([true, []])
    bench.run('incident:change-status', { to: 'monitoring', reason: '' })
    watch.look()
    watch.look()
    expect([called, told.length]).toEqual([['Can be resolved: Payments fail'], 1])
  })

  it('[GT6] call once over restarts, before anything was read and after, and say it once in the timeline', async () => {
    const { bench, watch, called, start, measured, confirm, lines } = stage()
    measured('normal')
    confirm()
    bench.run('incident:change-status', { to: 'monitoring', reason: '' })
    watch.look()
    await setImmediate()
    const said = 'Resolution gate: all 13 hold, it can be resolved'
    expect([called.length, lines().filter(text => text === said).length]).toEqual([1, 1])
    measured('unknown')
    const after = start()
    after.look()
    measured('normal')
    after.look()
    expect(called).toHaveLength(1)
    measured('off')
    after.look()
    measured('normal')
    after.look()
    after.look()
    await setImmediate()
    expect([called.length, lines().filter(text => text === said).length]).toEqual([2, 2])
    bench.run('incident:change-status', { to: 'identified', reason: '' })
    bench.run('incident:change-status', { to: 'monitoring', reason: '' })
    start().look()
    expect(called).toHaveLength(3)
  })

  it('[GT6] call at a machine that does not send for the incident too, and leave the line to the one that does', async () => {
    const { bench, called, start, measured, confirm, lines } = stage()
    measured('normal')
    confirm()
    bench.run('incident:change-status', { to: 'monitoring', reason: '' })
    const before = lines()
    start(false).look()
    await setImmediate()
    expect([called.length, lines()]).toEqual([1, before])
  })

  it('ask only for the criteria of their severity, and for others once it changes', () => {
    const row = (id: string, severities?: GateCriterion['severities']): GateCriterion => ({
      ...{ id, group: 'health', text: id, severities },
    })
    const { bench, watch } = stage([
      row('always'),
      row('grave', ['SEV-1']),
      row('ours', ['SEV-1', 'SEV-2']),
      row('light', ['SEV-3', 'SEV-4']),
    ])
    const asked = () => watch.now()[0]?.criteria.map(({ id }) => id)
    expect(asked()).toEqual(['always', 'ours'])
    bench.run('incident:change-severity', { to: 'SEV-1', reason: 'worse' })
    expect(asked()).toEqual(['always', 'grave', 'ours'])
    bench.run('incident:change-severity', { to: 'SEV-4', reason: 'better' })
    expect(asked()).toEqual(['always', 'light'])
  })

  it('[GT15] have the SLOs of the services as the catalogue and the incident have them now', () => {
    const { bench, describe, of, told, watch } = stage()
    const service = (errors: number): CatalogueService => ({
      ...{ id: 'payments-api', name: null, aliases: ['Payments'], owner: null, dependsOn: [], runbooks: [] },
      ...{ dashboards: [], panels: [], ladder: null, objective: { errors }, components: [] },
    })
    const promises = () => of('error-rate')?.evidence.flatMap(one => (one.kind === 'promises' ? one.promises : []))
    describe([service(0.5)])
    watch.look()
    expect(promises()).toEqual([])
    bench.run('incident:state-services', { services: ['payments'] })
    expect(promises()).toEqual([{ service: 'payments-api', objective: { errors: 0.5 } }])
    watch.look()
    describe([service(0.1)])
    watch.look()
    expect(promises()).toEqual([{ service: 'payments-api', objective: { errors: 0.1 } }])
    expect(told).toHaveLength(3)
  })

  it('judge the one that is asked for, however many newer ones there are', () => {
    const { bench, watch } = stage()
    const { record, summaries } = bench.ledger
    const crowd = Array.from({ length: 25 }, () => ({ ...summaries()[0], id: newId() }) as IncidentSummary)
    const many = watchGates({
      ...{ ledger: { record, summaries: () => [...crowd, ...summaries()] }, facts: () => [], alerts: () => known },
      catalogue: () => [],
      ...{ feeds: () => [], clock: bench.clock, tell: () => undefined, completion: { look: () => undefined } },
    })
    expect(many.now()).toEqual([])
    expect(many.of(bench.incident)?.criteria).toHaveLength(watch.now()[0]?.criteria.length ?? 0)
    bench.run('incident:change-status', { to: 'resolved', reason: '' })
    expect(many.of(bench.incident)).toBeUndefined()
  })
})

describe('[GT4] the alerts of an incident', () => {
  const row = (id: string, service: string | null, state: AlertRow['state'] = 'firing') =>
    ({ id, service, state, title: `${id} is high` }) as AlertRow

  it('are those of its services and its linked PagerDuty incidents; what is pending or silenced does not fire', () => {
    const page = { connection: 'pd' as ConnectionId, externalId: 'P1', title: '', service: 'Ledger', url: null }
    const ours = alertsOf({ services: ['Payments-API'], pages: [page] })
    const alerts = [
      { row: row('a', 'payments-api'), clearedAt: null },
      { row: row('pd/P1', null, 'acknowledged'), clearedAt: null },
      { row: row('b', 'ledger', 'pending'), clearedAt: null },
      { row: row('c', 'ledger', 'suppressed'), clearedAt: null },
      { row: row('d', 'search'), clearedAt: null },
      { row: row('e', 'ledger'), clearedAt: 3 * HOUR },
      { row: row('f', 'ledger'), clearedAt: 2 * HOUR },
    ]
    expect(alertsAround(alerts, ours)).toEqual({ firing: 2, first: 'a is high', clearedAt: 3 * HOUR, known: true })
    expect(alertsAround([], alertsOf({ services: null, pages: [] })).known).toBe(false)
  })
})
