import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { revisitCall, watchRevisits } from '../../../src/main/engine/strategy/revisit-watch'
import type { Board } from '../../../src/shared/contract/feeds'
import { type ConditionNow, conditionNow } from '../../../src/shared/contract/figures/condition-now'
import type { StrategyItem } from '../../../src/shared/contract/inputs/strategy'
import type { PanelReading } from '../../../src/shared/contract/metrics'
import { MOST_DECISIONS } from '../../../src/shared/domain/decisions'
import { type EntryId, type EventId, newId, type StrategyId } from '../../../src/shared/domain/ids'
import type { Incident } from '../../../src/shared/domain/incident'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

function declared(surroundings = {}): Bench {
  const bench = commandBench(scratchFolder(), surroundings)
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  return bench
}

const decisionsOf = (bench: Bench) => bench.ledger.record(bench.incident)?.incident.decisions ?? []
const condition = { panel: 'p1', title: 'Error rate', is: 'at-least', value: 5, unit: 'percent', typed: '5%' } as const
const proposal = { kind: 'decision', text: 'fail over', reason: 'it grows', now: false, revisit: null } as const
const put = (bench: Bench, item: StrategyItem = proposal, id = newId<StrategyId>()) => {
  expect(bench.run('strategy:put', { id, item })).toMatchObject({ ok: true })
  return id
}
const settle = (
  bench: Bench,
  decision: StrategyId,
  state: 'decided' | 'withdrawn' | 'reversed',
  was: 'proposed' | 'decided',
) => bench.run('decision:settle', { decision, state, was, reason: '' })

describe('[DN2] a proposal', () => {
  it('asks for objections as long as the method says, and is decided by a person’s word alone', () => {
    const bench = declared()
    const decision = put(bench)
    expect(decisionsOf(bench)).toMatchObject([{ state: 'proposed', objectBy: bench.clock.now() + 2 * MINUTE }])
    bench.clock.advance(10 * MINUTE)
    expect(decisionsOf(bench)).toMatchObject([{ state: 'proposed' }])
    expect(settle(bench, decision, 'decided', 'proposed')).toMatchObject({ ok: true })
    expect(decisionsOf(bench)).toMatchObject([{ state: 'decided', settled: { as: 'no-commander' } }])
  })

  it('is refused for the second of two who settle it, and for a step that does not follow', () => {
    const bench = declared()
    const decision = put(bench)
    settle(bench, decision, 'withdrawn', 'proposed')
    expect(settle(bench, decision, 'decided', 'proposed')).toMatchObject({ ok: false, fault: { kind: 'conflict' } })
    expect(bench.run('decision:settle', { decision, state: 'reversed', was: 'withdrawn', reason: '' })).toMatchObject({
      fault: { code: 'decision-over' },
    })
    expect(settle(bench, newId<StrategyId>(), 'decided', 'proposed')).toMatchObject({
      fault: { code: 'decision-gone' },
    })
  })

  it('keeps objections, also after it was decided, and says by whom', () => {
    const bench = declared()
    const decision = put(bench)
    settle(bench, decision, 'decided', 'proposed')
    put(bench, { kind: 'objection', text: 'the replica lags', decision })
    expect(decisionsOf(bench)).toMatchObject([{ objections: [{ text: 'the replica lags' }] }])
  })

  it('[DN4] is decided in the same breath where it says so, and names who is not the commander', () => {
    const bench = declared()
    bench.run('roles:assign', { role: 'ic', name: 'Grace Hopper' })
    put(bench, { ...proposal, now: true })
    expect(decisionsOf(bench)).toMatchObject([{ state: 'decided', objectBy: null, settled: { as: 'other' } }])
    const lines = bench.ledger.record(bench.incident)?.timeline() ?? []
    expect(lines.at(-1)).toMatchObject({ kind: 'decision', text: 'Decided, not by the commander: fail over: it grows' })
  })

  it('[DN3] is refused beyond what an incident holds', () => {
    const bench = declared()
    for (let count = 0; count < MOST_DECISIONS; count += 1) put(bench)
    expect(bench.run('strategy:put', { id: newId<StrategyId>(), item: proposal })).toMatchObject({
      fault: { code: 'decisions-full' },
    })
  })

  it('[DN8] typed as a line is decided as that line, once, and marked at Grafana once', () => {
    const bench = declared({ annotators: () => ['grafana'] })
    const entry = newId<EntryId>()
    const line = { entry, kind: 'decision', text: 'fail over', occurredAt: null, pinned: false } as const
    bench.run('timeline:append', { ...line, strategy: { ...proposal, now: true } })
    bench.run('timeline:append', { ...line, strategy: { ...proposal, now: true } })
    const lines = bench.ledger.record(bench.incident)?.timeline() ?? []
    expect(lines.filter(({ kind }) => kind === 'decision')).toHaveLength(1)
    const marks = () =>
      bench.ledger.record(bench.incident)?.incident.acts.filter(({ what }) => what.kind === 'annotation')
    expect(marks()).toHaveLength(1)
    settle(bench, put(bench), 'decided', 'proposed')
    expect(marks()).toMatchObject([{}, { what: { text: 'Decision: fail over' } }])
  })
})

describe('[DN5] a revisit', () => {
  it('is written with the value as people read it, and replaced by whoever saw the one before', () => {
    const bench = declared()
    const revisit = { at: bench.clock.now() + MINUTE, condition, soon: false, instead: '' }
    const decision = put(bench, { ...proposal, now: true, revisit })
    const [before] = decisionsOf(bench)
    expect(before?.revisit).toMatchObject({ condition: { limit: '5\u202f%' } })
    const was = before?.revisit?.key ?? null
    const later = { at: null, condition, soon: false, instead: '' }
    expect(bench.run('decision:revisit', { decision, revisit: later, was: 'other' as EventId })).toMatchObject({
      fault: { kind: 'conflict' },
    })
    expect(bench.run('decision:revisit', { decision, revisit: later, was })).toMatchObject({ ok: true })
    expect(decisionsOf(bench)[0]?.revisit).toMatchObject({ at: null, soon: true })
  })

  it('is refused at a time that is over', () => {
    const bench = declared()
    const revisit = { at: bench.clock.now(), condition: null, soon: false, instead: '' }
    expect(bench.run('strategy:put', { id: newId<StrategyId>(), item: { ...proposal, revisit } })).toMatchObject({
      fault: { code: 'revisit-over' },
    })
  })
})

const NOW = 1_790_000_000_000
const panel: PanelReading = {
  ...{
    id: 'p1',
    title: 'Error rate',
    unit: 'percent',
    thresholds: [],
    feed: 'prom/panels',
    trueAt: NOW,
    problem: '',
    reason: '',
  },
  ...{ warnings: [], series: [{ name: 'all', times: [NOW - 2 * MINUTE, NOW - MINUTE, NOW], values: [1, 2, 6.1] }] },
} as PanelReading
const feed = { id: 'prom/panels', answer: 'good', trueAt: NOW, lateAfter: MINUTE, reason: '' } as Board['feeds'][number]
const board = (one: Partial<PanelReading> = {}, health: Partial<typeof feed> = {}) => ({
  panels: [{ ...panel, ...one }],
  feeds: [{ ...feed, ...health }],
})

describe('[DN6] what a panel shows now', () => {
  it.each([
    ['of now', board(), NOW, { known: true, value: 6.1 }],
    ['of a renamed panel', board({ title: 'Errors' }), NOW, { known: true, title: 'Errors' }],
    ['that is not pinned', { ...board(), panels: [] }, NOW, { known: false, why: 'not-pinned' }],
    ['with trouble of its own', board({ problem: 'bad query' }), NOW, { known: false, why: 'no-value' }],
    ['that was never read', board({ trueAt: null }), NOW, { known: false, why: 'no-value' }],
    ['without a line', board({ series: [] }), NOW, { known: false, why: 'no-value' }],
    ['of NaN alone', board({ series: [{ name: '', times: [NOW], values: [Number.NaN] }] }), NOW, { why: 'no-value' }],
    ['whose source was not polled in time', board(), NOW + 2 * MINUTE, { known: false, why: 'old-value' }],
    ['whose source is down', board({}, { answer: 'failed' }), NOW, { known: false, why: 'old-value' }],
    ['of before this start', board({}, { answer: 'none-yet' }), NOW, { known: false, why: 'old-value' }],
    ['of a clock that is ahead', board({}, { trueAt: NOW + MINUTE }), NOW, { known: false, why: 'old-value' }],
    ['whose source is gone', { ...board(), feeds: [] }, NOW, { known: false, why: 'old-value' }],
    [
      'whose line has ended',
      board({
        series: [{ name: '', times: [NOW - 20 * MINUTE, NOW - 19 * MINUTE, NOW - 18 * MINUTE], values: [9, 9, 9] }],
      }),
      NOW,
      { known: false, why: 'old-value' },
    ],
    ['in another unit', board({ unit: 'ratio' }), NOW, { known: false, why: 'other-unit' }],
  ] as const)('%s', (_, shown, now, expected) => {
    expect(conditionNow({ panel: 'p1', unit: 'percent' }, shown as Pick<Board, 'panels' | 'feeds'>, now)).toMatchObject(
      expected,
    )
  })
})

describe('[DN7] what is said of a revisit', () => {
  const known = (value: number): ConditionNow => ({ known: true, value, text: `${value} %`, title: 'Error rate' })
  const unknown: ConditionNow = { known: false, why: 'old-value' }
  const { typed: _, ...stored } = condition
  const limited = { ...stored, limit: '5 %' }
  const at = NOW + 10 * MINUTE
  const when = (now: number, started = NOW, rate = 1) => ({ now, started, rate })
  it.each([
    ['a time', { at, condition: null, soon: false }, null, at - 1, undefined],
    ['a time that has come', { at, condition: null, soon: false }, null, at, 'due'],
    [
      'a condition that is met before its time',
      { at, condition: limited, soon: false },
      known(6),
      at - MINUTE,
      undefined,
    ],
    ['one that is met at its time', { at, condition: limited, soon: false }, known(6), at - SECOND, 'met'],
    ['one that is not', { at, condition: limited, soon: false }, known(4), at - SECOND, 'not-met'],
    ['one of which nobody can tell yet', { at, condition: limited, soon: false }, unknown, at + SECOND, undefined],
    ['one of which nobody could tell', { at, condition: limited, soon: false }, unknown, at + MINUTE, 'unknown'],
    ['one that calls at once', { at, condition: limited, soon: true }, known(6), NOW, 'met'],
    ['one that could not', { at, condition: limited, soon: true }, unknown, NOW + MINUTE, undefined],
    ['the time of one that could not', { at, condition: limited, soon: true }, unknown, at, 'due'],
    ['a condition alone', { at: null, condition: limited, soon: true }, known(5), NOW, 'met'],
    ['a condition alone that is not met', { at: null, condition: limited, soon: true }, known(4.9), at, undefined],
  ] as const)('%s', (_, revisit, found, now, outcome) => {
    expect(revisitCall(revisit, found, when(now))?.outcome).toBe(outcome)
  })

  it('after a start nobody could tell only once a value had the time to come', () => {
    const late = { at, condition: limited, soon: false }
    expect(revisitCall(late, unknown, when(at + MINUTE, at + 50 * SECOND))).toBeUndefined()
    expect(revisitCall(late, unknown, when(at + 2 * MINUTE, at + 50 * SECOND))?.why).toBe('old-value')
  })
})

describe('[DN7] the watch', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
  afterEach(() => void vi.useRealTimers())

  it('says once that the value crossed, over a restart, and only where the incident is sent from', () => {
    const bench = declared()
    put(bench, { ...proposal, now: true, revisit: { at: null, condition, soon: true, instead: 'page the DBA' } })
    let value = 1
    const shown = () => {
      const { now } = bench.clock
      const series = [{ name: 'all', times: [now() - MINUTE, now() - 30_000, now()], values: [1, 1, value] }]
      return board({ trueAt: now(), series }, { trueAt: now() })
    }
    let sends = false
    const start = () => {
      const ledger = { ...bench.ledger, sends: () => sends }
      const watch = watchRevisits({ clock: bench.clock, ledger, board: shown })
      const incident = bench.ledger.record(bench.incident)?.incident
      if (incident !== undefined) watch.watch(incident)
      return watch
    }
    const calls = () => bench.told.flatMap(({ events }) => events).filter(({ kind }) => kind === 'decision-called')
    const resting = vi.getTimerCount()
    const first = start()
    expect(vi.getTimerCount()).toBe(resting + 1)
    value = 6.1
    vi.advanceTimersByTime(3_000)
    expect(calls()).toEqual([])
    sends = true
    vi.advanceTimersByTime(3_000)
    first.stop()
    const second = start()
    vi.advanceTimersByTime(3_000)
    // Nothing is watched any longer, so nothing ticks.
    second.watch(bench.ledger.record(bench.incident)?.incident as Incident)
    expect(vi.getTimerCount()).toBe(resting)
    second.stop()
    expect(calls()).toMatchObject([{ body: { outcome: 'met', value: '6.1\u202f%' }, by: { kind: 'engine' } }])
    expect(decisionsOf(bench)[0]?.called).toMatchObject({ outcome: 'met', dueAt: bench.clock.now() + SECOND })
  })
})
