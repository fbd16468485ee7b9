import { describe, expect, it } from 'vitest'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import { notedGate } from '../../../src/main/engine/gate/noted-gate'
import { watchStanding } from '../../../src/main/engine/gate/standing'
import type { FeedStatus } from '../../../src/shared/contract/feeds'
import { handoffContent } from '../../../src/shared/domain/handoff-content'
import { type ConnectionId, type HandoffId, newId } from '../../../src/shared/domain/ids'
import type { FactNow } from '../../../src/shared/domain/method/facts-now'
import type { GateEvidence } from '../../../src/shared/domain/method/gate'
import type { NotedCriterion } from '../../../src/shared/domain/resolution'
import type { Status } from '../../../src/shared/domain/status'
import { ok } from '../../../src/shared/lib/reply'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

const NOW = Date.UTC(2026, 10, 20, 14, 22)
const fact = (change: Partial<FactNow> = {}): FactNow => ({
  ...{
    fact: 'errors',
    baseline: 'yesterday',
    times: 2,
    limit: 5,
    panel: 'e',
    title: 'Errors',
    unit: 'percent',
    value: 7,
  },
  ...{ at: NOW - MINUTE, current: true, usual: 1, counted: 7, normalSince: null, state: 'off' as const },
  ...change,
})

const feed = (what: FeedStatus['what'], trueAt: number | null): FeedStatus => ({
  ...{ id: `p/${what}`, connection: 'p' as ConnectionId, name: 'P', vendor: 'prometheus', what },
  ...{ answer: 'good', trueAt, lateAfter: MINUTE, reason: '' },
})
const READ = NOW - 3 * MINUTE
const read = { facts: [fact()], feeds: [feed('panels', NOW - HOUR), feed('alerts', NOW), feed('alerts', READ)] }

const noted = (evidence: GateEvidence, from = read) =>
  notedGate(
    {
      incident: newId(),
      criteria: [{ id: 'c', group: 'health', text: 'C', state: 'red', evidence: [evidence], until: null }],
      ...{ green: 0, until: null },
    },
    from,
    NOW,
  )[0]

describe('[GT12] the gate as a handoff notes it', () => {
  it.each<readonly [GateEvidence, RegExp, number | null]>([
    [{ kind: 'facts', facts: [fact()] }, /^Errors 7.?% \(usually 1.?%; SLO 5.?%\)$/, NOW - MINUTE],
    [
      { kind: 'facts', facts: [fact({ usual: null, limit: null, current: false })] },
      /^Errors 7.?% \(old\)$/,
      NOW - MINUTE,
    ],
    [{ kind: 'facts', facts: [fact({ value: null, at: null })] }, /^Errors has no value$/, null],
    [
      { kind: 'promises', promises: [{ service: 'api', objective: { errors: 0.5 } }], over: false },
      /^SLO of api: errors below 0.5 %$/,
      null,
    ],
    [{ kind: 'no-panel' }, /^no panel measures it$/, null],
    [{ kind: 'alerts', firing: 0, first: '' }, /^no alert fires$/, READ],
    [{ kind: 'alerts', firing: 2, first: 'High CPU' }, /^2 alerts fire, such as High CPU$/, READ],
    [{ kind: 'alerts', firing: 1, first: 'High CPU' }, /^1 alert fires: High CPU$/, READ],
    [{ kind: 'alerts-unknown', why: 'no-services' }, /^no services are named$/, null],
    [{ kind: 'alerts-unknown', why: 'not-read' }, /^alerts were not read when this was written$/, null],
    [{ kind: 'no-report' }, /^no customer report is in the record$/, null],
    [{ kind: 'report', at: NOW - 5 * MINUTE }, /^the last customer report came 5 min before$/, null],
    [{ kind: 'stable', since: null, minutes: 30 }, /^not normal$/, READ],
    [{ kind: 'stable', since: NOW - 12 * MINUTE, minutes: 30 }, /^nothing came back for 12 min$/, READ],
  ])('%j', (evidence, words, at) => {
    expect(noted(evidence)).toMatchObject({ evidence: expect.stringMatching(words), at })
  })

  it('is as old as its oldest value: alerts of a source that answers no more, panels of one that does', () => {
    const alerts = { kind: 'alerts', firing: 1, first: 'High CPU' } as const
    const stable = { kind: 'stable', since: null, minutes: 30 } as const
    const down = { ...read, feeds: [feed('alerts', NOW - HOUR), feed('alerts', null)] }
    expect([noted(alerts, down)?.at, noted(stable, down)?.at]).toEqual([NOW - HOUR, NOW - HOUR])
    const gone = { facts: [fact({ at: NOW - 2 * MINUTE }), fact({ at: null })], feeds: [] }
    expect([noted(alerts, gone)?.at, noted(stable, gone)?.at]).toEqual([null, NOW - 2 * MINUTE])
  })

  it('cuts what other systems call themselves, whatever its length', () => {
    const long = fact({ title: '\u202e💥'.repeat(4_000) })
    expect(noted({ kind: 'facts', facts: [long] })?.evidence.length).toBeLessThanOrEqual(500)
  })
})

it('[GT12] is judged for the incident that is asked for, with the age of its alerts', () => {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  const trueAt = bench.clock.now() - HOUR
  const standing = watchStanding({
    ledger: { record: bench.ledger.record, summaries: () => [] },
    accounts: { board: () => ({ panels: [], feeds: [feed('alerts', trueAt)] }) },
    alerts: { around: () => ({ firing: 1, first: 'High CPU', clearedAt: null, known: true }) },
    baselines: { read: async () => ok([]) },
    catalogue: () => [],
    ...{ clock: bench.clock, tell: () => undefined, completion: { look: () => undefined } },
  })
  expect(standing.now().gates).toEqual([])
  expect(standing.noted(bench.incident)?.find(({ id }) => id === 'alerts')).toMatchObject({
    ...{ state: 'red', at: trueAt },
    evidence: '1 alert fires: High CPU, alerts were not read when this was written',
  })
})

const measured: readonly NotedCriterion[] = [
  { id: 'error-rate', text: 'Errors are back', state: 'green', evidence: 'Errors 0.2 %', at: NOW },
  { id: 'tickets', text: 'Tickets are answered', state: 'say', evidence: '', at: null },
  { id: 'tech-lead', text: 'The tech lead confirms', state: 'say', evidence: '', at: null },
]

function handoffAfter(...steps: readonly Status[]) {
  let gate: typeof measured | undefined = measured
  const bench = commandBench(scratchFolder(), { gate: () => gate })
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  bench.run('gate:answer', { criterion: 'tickets', answer: 'met', note: 'all of them' })
  bench.run('gate:answer', { criterion: 'tech-lead', answer: 'met', note: '' })
  for (const to of steps) bench.run('incident:change-status', { to, reason: '' })
  const write = () => {
    expect(bench.run('handoff:write', { handoff: newId<HandoffId>() })).toMatchObject({ ok: true })
    const record = bench.ledger.record(bench.incident)
    if (record === null) throw new Error('The incident is not there')
    const kinds = bench.told.flatMap(({ events }) => events.map(({ kind }) => kind))
    const content = handoffContent(record.incident, record.timeline(), bench.clock.now())
    return { kinds, content, text: renderHandoff(content, 'markdown') }
  }
  const later = (judged: typeof measured | undefined) => {
    gate = judged
    bench.clock.advance(MINUTE)
    return write()
  }
  return { bench, later, ...write() }
}

describe('[GT12] the handoff', () => {
  it('of a monitored incident has each criterion with its evidence, its age and who said what', () => {
    const { text, content } = handoffAfter('monitoring')
    expect(text).toContain('Resolution gate: 1 of 3 hold')
    expect(text).toMatch(/Errors are back.*holds.*Errors 0\.2 %.*as of/)
    expect(content.gate?.criteria).toEqual(measured)
    expect(text).toMatch(/Tickets are answered.*not confirmed.*Dana Scully.*said yes.*all of them/)
  })

  it('has no gate that an earlier handoff noted', () => {
    const { later } = handoffAfter('monitoring')
    expect(later(undefined).text).not.toContain('# Resolution gate')
    expect(later(measured).text).toContain('# Resolution gate')
  })

  it('[GT5] names who spoke in place of the tech lead, and nobody where it was the tech lead', () => {
    const { text, bench, later } = handoffAfter('monitoring')
    expect(text).toMatch(/The tech lead confirms.*not confirmed.*Dana Scully.*, who is not the tech lead, said yes/)
    expect(text).not.toMatch(/Tickets are answered.*who is not/)
    bench.run('roles:assign', { role: 'tech', name: 'Dana Scully' })
    expect(later(measured).text).not.toContain('who is not the tech lead')
  })

  it('of one that is not monitored has none', () => {
    const { text, kinds } = handoffAfter('identified')
    expect([text.includes('# Resolution gate'), kinds.includes('gate-noted')]).toEqual([false, false])
  })

  it('of a resolved one has the closing list', () => {
    const { text } = handoffAfter('monitoring', 'resolved')
    expect(text).not.toMatch(/# Resolution gate/)
    expect(text).toMatch(/Closing list: \d+ of \d+ done/)
    expect(text).toMatch(/The status is resolved.*done/)
  })

  it('does not call open what only the panels know, and does not count it', () => {
    const { content, text } = handoffAfter('monitoring', 'resolved')
    const open = content.closing?.filter(({ recorded }) => !recorded).map(({ id }) => id)
    expect(open).toEqual(['metrics'])
    const all = (content.closing?.length ?? 0) - 1
    expect(text).toMatch(new RegExp(`Closing list: \\d+ of ${all} done`))
    expect(text).toMatch(/Metrics are normal.*not in the record/)
  })
})
