import { describe, expect, it } from 'vitest'
import { figureSections } from '../../../src/main/engine/documents/handoff-figures'
import { figureCommands } from '../../../src/main/engine/incidents/figure-commands'
import { handoffContent } from '../../../src/shared/domain/handoff-content'
import { type EventId, newId, type RequestId } from '../../../src/shared/domain/ids'
import { type FigureStatement, MOST_STATEMENTS } from '../../../src/shared/domain/impact-figures'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { type Bench, commandBench, dana } from '../../support/engine-parts'
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
const statements = (bench: Bench) => recordOf(bench).incident.figuresStated
const key = (bench: Bench) => statements(bench).at(-1)?.key ?? null
const share = { figure: 'users-share', value: 34, currency: null, source: 'support', was: null } as const

describe('[IM2] [IM3] a statement', () => {
  it('is there once, however often it is sent, with who stated it', () => {
    const bench = declared()
    const sent = { ...share, since: bench.clock.now() - 10 * MINUTE }
    const request = newId<RequestId>()
    expect(bench.run('incident:state-figure', sent, request)).toMatchObject({ ok: true })
    expect(bench.run('incident:state-figure', sent, request)).toMatchObject({ ok: true })
    expect(statements(bench)).toMatchObject([{ value: 34, since: sent.since, stated: { by: dana } }])
  })

  it('is refused where a colleague stated it meanwhile, where nothing changes, and where it cannot be', () => {
    const bench = declared()
    const since = bench.clock.now()
    const run = (more: object) => bench.run('incident:state-figure', { ...share, since, ...more })
    expect(run({})).toMatchObject({ ok: true })
    expect(run({ value: 20 })).toMatchObject({ ok: false, fault: { kind: 'conflict', code: 'changed-meanwhile' } })
    expect(run({ was: key(bench) })).toMatchObject({ ok: false, fault: { code: 'figure-same' } })
    const was = key(bench)
    expect(run({ was, value: 120 })).toMatchObject({ ok: false, fault: { code: 'figure-none' } })
    expect(run({ was, value: 20, since: since + MINUTE })).toMatchObject({ ok: false, fault: { code: 'time-to-come' } })
    expect(run({ figure: 'users', value: null })).toMatchObject({ ok: false, fault: { code: 'figure-same' } })
    for (const value of [Number.POSITIVE_INFINITY, -1, 'worse', {}])
      expect(run({ was, value })).toMatchObject({ ok: false })
    expect(run({ was, source: 'x'.repeat(201) })).toMatchObject({ ok: false })
    expect(run({ was, value: null })).toMatchObject({ ok: true })
    expect(statements(bench)).toHaveLength(2)
  })

  it('is refused beyond the most', () => {
    const bench = declared()
    const record = recordOf(bench)
    const one = { ...share, since: 0, stated: { by: dana, at: 0 }, key: 'k' as EventId } satisfies FigureStatement &
      object
    const full = Array.from({ length: MOST_STATEMENTS }, () => one)
    const situation = { record: { ...record, incident: { ...record.incident, figuresStated: full } }, now: 5, by: dana }
    const input = { incident: bench.incident, ...share, value: 5, since: 0, was: 'k' as EventId }
    expect(figureCommands['incident:state-figure'](input, situation as never)).toMatchObject({
      ok: false,
      fault: { code: 'figures-full' },
    })
  })
})

it('[IM9] the handoff has what is stated, by whom, what was lost so far and for how long customers felt it', () => {
  const bench = declared()
  const said = () => {
    const { incident, timeline } = recordOf(bench)
    return JSON.stringify(figureSections(handoffContent(incident, timeline(), bench.clock.now())))
  }
  expect(said()).toBe('[]')
  const since = bench.clock.now()
  bench.run('incident:state-figure', { ...share, since })
  const revenue = { figure: 'revenue', value: 12_000, currency: 'USD', source: '', was: null } as const
  bench.run('incident:state-figure', { ...revenue, since })
  bench.run('incident:confirm-time', { of: 'started', at: since, source: { kind: 'person', name: '' } })
  bench.clock.advance(HOUR)
  expect(said()).toMatch(/34 %.*Dana Scully.*support.*US\$12,000\/h.*Lost so far.*US\$12,000.*impact.*1 h/)
  bench.run('incident:state-figure', { ...share, since, value: null, was: statements(bench)[0]?.key ?? null })
  expect(said()).not.toContain('34 %')
})
