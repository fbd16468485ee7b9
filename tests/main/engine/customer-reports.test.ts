import { describe, expect, it } from 'vitest'
import { watchGates } from '../../../src/main/engine/gate/gate-watch'
import { reportEvents } from '../../../src/main/engine/strategy/report-commands'
import type { StrategyItem } from '../../../src/shared/contract/inputs/strategy'
import { MOST_CUSTOMER_REPORTS } from '../../../src/shared/domain/customer-reports'
import { type EntryId, type EventId, newId, type RequestId, type StrategyId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

function declared(): Bench {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  bench.clock.advance(40 * MINUTE)
  return bench
}

const recordOf = (bench: Bench) => {
  const record = bench.ledger.record(bench.incident)
  if (record === null) throw new Error('The incident is not there')
  return record
}
const reports = (bench: Bench) => recordOf(bench).incident.reports
const words = { source: 'support', text: 'cannot pay', count: 12 }
const item = { kind: 'report', ...words, at: null } as const satisfies StrategyItem
const report = (bench: Bench, more: object = {}) => {
  const id = newId<StrategyId>()
  expect(bench.run('strategy:put', { id, item: { ...item, ...more } })).toMatchObject({ ok: true })
  return id
}
const keyOf = (bench: Bench, id: StrategyId) => reports(bench).find(one => one.id === id)?.key ?? ('' as EventId)

describe('[CR1] a report', () => {
  it('is there once, however often it is sent, at the time when it came in', () => {
    const bench = declared()
    const at = bench.clock.now() - 10 * MINUTE
    const sent = { id: newId<StrategyId>(), item: { ...item, at } }
    const request = newId<RequestId>()
    expect(bench.run('strategy:put', sent, request)).toMatchObject({ ok: true })
    expect(bench.run('strategy:put', sent, request)).toMatchObject({ ok: true })
    expect(bench.run('strategy:put', sent)).toMatchObject({ ok: false, fault: { code: 'strategy-same' } })
    expect(reports(bench)).toMatchObject([{ ...words, raised: { at }, entry: null }])
  })

  it('[CR5] is written together with its line, or neither', () => {
    const bench = declared()
    const entry = newId<EntryId>()
    const line = { entry, kind: 'note', text: '12 customer reports', occurredAt: null, pinned: false } as const
    expect(bench.run('timeline:append', { ...line, strategy: item })).toMatchObject({ ok: true })
    expect(reports(bench)).toMatchObject([{ id: entry, entry }])
    const future = { ...item, at: bench.clock.now() + MINUTE }
    expect(bench.run('timeline:append', { ...line, entry: newId<EntryId>(), strategy: future })).toMatchObject({
      ok: false,
      fault: { code: 'time-to-come' },
    })
    expect(
      recordOf(bench)
        .timeline()
        .filter(({ automatic }) => !automatic),
    ).toHaveLength(1)
    bench.run('timeline:retract', { entry, reason: 'a test' })
    expect(reports(bench)).toEqual([])
  })

  it('[CR5] takes its words along when its line is erased, also from its corrections', () => {
    const bench = declared()
    const entry = newId<EntryId>()
    const line = { entry, kind: 'note', text: 'Mrs Peacock', occurredAt: null, pinned: false } as const
    bench.run('timeline:append', { ...line, strategy: { ...item, text: 'Mrs Peacock cannot pay' } })
    const id = entry as string as StrategyId
    const sent = { report: id, ...words, text: 'Mrs Peacock was charged twice', retracted: false }
    expect(bench.run('reports:correct', { ...sent, was: keyOf(bench, id) })).toMatchObject({ ok: true })
    bench.run('timeline:erase', { entry, standIn: 'A customer', reason: 'asked' })
    expect(JSON.stringify([reports(bench), recordOf(bench).timeline()])).not.toContain('Peacock')
    expect(reports(bench)).toMatchObject([{ count: 12, text: 'A customer' }])
  })

  it('[CR2] is refused beyond the most, and where it says more than one report can', () => {
    const bench = declared()
    for (const count of [0, -1, 1.5, 1_000_001, Number.NaN])
      expect(bench.run('strategy:put', { id: newId(), item: { ...item, count } })).toMatchObject({ ok: false })
    report(bench)
    const record = recordOf(bench)
    const known = Array.from({ length: MOST_CUSTOMER_REPORTS }, () => reports(bench)[0])
    const full = { ...record, incident: { ...record.incident, reports: known } }
    const [from, by] = [{ id: newId<StrategyId>(), entry: null, at: 0 }, { kind: 'engine' }] as const
    const situation = { record: full, now: bench.clock.now(), by } as unknown as Parameters<typeof reportEvents>[2]
    expect(reportEvents(item, from, situation)).toMatchObject({ ok: false, fault: { code: 'reports-full' } })
  })
})

describe('[CR4] a correction', () => {
  it('is refused where a colleague corrected it meanwhile, where nothing changes, and where it is gone', () => {
    const bench = declared()
    const id = report(bench)
    const was = keyOf(bench, id)
    const sent = { report: id, ...words, retracted: false, was }
    expect(bench.run('reports:correct', sent)).toMatchObject({ ok: false, fault: { code: 'strategy-same' } })
    expect(bench.run('reports:correct', { ...sent, count: 14 })).toMatchObject({ ok: true })
    expect(bench.run('reports:correct', { ...sent, count: 20 })).toMatchObject({
      ok: false,
      fault: { kind: 'conflict', code: 'changed-meanwhile' },
    })
    expect(reports(bench)).toMatchObject([{ count: 14 }])
    expect(bench.run('reports:correct', { ...sent, report: newId() })).toMatchObject({
      ok: false,
      fault: { code: 'report-gone' },
    })
  })

  it('retracts it and counts it again', () => {
    const bench = declared()
    const id = report(bench)
    const sent = { report: id, ...words }
    bench.run('reports:correct', { ...sent, retracted: true, was: keyOf(bench, id) })
    expect(reports(bench)).toMatchObject([{ retracted: { by: { kind: 'person' } } }])
    bench.run('reports:correct', { ...sent, retracted: false, was: keyOf(bench, id) })
    expect(reports(bench)).toMatchObject([{ retracted: null }])
  })
})

it('[CR3] the resolution gate counts from the last report', () => {
  const bench = declared()
  const gates = watchGates({
    ...{ ledger: bench.ledger, facts: () => [], feeds: () => [], clock: bench.clock },
    alerts: () => ({ firing: 0, first: '', clearedAt: null, known: true }),
    ...{ catalogue: () => [], tell: () => undefined, completion: { look: () => undefined } },
  })
  const criterion = () => gates.now()[0]?.criteria.find(({ id }) => id === 'reports')
  expect(criterion()).toMatchObject({ state: 'say', evidence: [{ kind: 'no-report' }] })
  const id = report(bench)
  const at = bench.clock.now()
  expect(criterion()).toMatchObject({ state: 'red', evidence: [{ kind: 'report', at }], until: at + 30 * MINUTE })
  bench.clock.advance(30 * MINUTE)
  expect(criterion()).toMatchObject({ state: 'green' })
  report(bench, { at: bench.clock.now() - 5 * MINUTE })
  expect(criterion()).toMatchObject({ state: 'red' })
  const late = reports(bench).find(one => one.id !== id)
  if (late === undefined) throw new Error('The second report is not there')
  bench.run('reports:correct', { report: late.id, ...words, retracted: true, was: late.key })
  expect(criterion()).toMatchObject({ state: 'green' })
})
