import { expect, it } from 'vitest'
import { runningDeadlines } from '../../../src/shared/domain/deadlines'
import { type EntryId, newId, type RequestId, type StrategyId, type TeamId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

function withTeam() {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  const team = newId<TeamId>()
  bench.run('teams:set', { team, name: 'Payments', lead: 'Cy', members: [] })
  return { bench, team }
}

const incidentOf = (bench: Bench) => {
  const record = bench.ledger.record(bench.incident)
  if (record === null) throw new Error('The incident is not there')
  return record.incident
}
const dueAt = (bench: Bench) => runningDeadlines(incidentOf(bench)).find(({ kind }) => kind === 'lead-report')?.dueAt

it('[RC1] [RC3] a report is there once, however often it is sent, and sets the next', () => {
  const { bench, team } = withTeam()
  expect(dueAt(bench)).toBe(bench.clock.now() + 15 * MINUTE)
  bench.clock.advance(20 * MINUTE)
  const sent = { id: newId<StrategyId>(), item: { kind: 'lead', team, text: 'replicas restored' } } as const
  const request = newId<RequestId>()
  expect(bench.run('strategy:put', sent, request)).toMatchObject({ ok: true })
  expect(bench.run('strategy:put', sent, request)).toMatchObject({ ok: true })
  expect(bench.run('strategy:put', sent)).toMatchObject({ ok: false, fault: { code: 'strategy-same' } })
  expect(incidentOf(bench).leadReports).toMatchObject([{ team, reports: [{ text: 'replicas restored' }] }])
  expect(dueAt(bench)).toBe(bench.clock.now() + 15 * MINUTE)
})

it('[RC3] a report of a team that there is not is refused', () => {
  const { bench, team } = withTeam()
  bench.run('teams:end', { team })
  const item = { kind: 'lead', team, text: 'x' } as const
  expect(bench.run('strategy:put', { id: newId(), item })).toMatchObject({ ok: false, fault: { code: 'no-such-team' } })
})

it('[RC5] a report is written together with its line, or neither, and its words go where the line is erased', () => {
  const { bench, team } = withTeam()
  const entry = newId<EntryId>()
  const line = { entry, kind: 'note', text: 'Mrs Peacock', occurredAt: null, pinned: false } as const
  const strategy = { kind: 'lead', team, text: 'Mrs Peacock can pay again' } as const
  expect(bench.run('timeline:append', { ...line, strategy })).toMatchObject({ ok: true })
  const unknown = { ...strategy, team: newId<TeamId>() }
  expect(bench.run('timeline:append', { ...line, entry: newId<EntryId>(), strategy: unknown })).toMatchObject({
    ok: false,
  })
  bench.run('timeline:erase', { entry, standIn: 'A customer', reason: 'asked' })
  const record = bench.ledger.record(bench.incident)
  expect(JSON.stringify([incidentOf(bench).leadReports, record?.timeline()])).not.toContain('Peacock')
  expect(incidentOf(bench).leadReports).toMatchObject([{ reports: [{ text: 'A customer' }] }])
})
