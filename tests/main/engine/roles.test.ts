import { describe, expect, it } from 'vitest'
import { parseCall } from '../../../src/main/engine/sessions/dispatch'
import { runningDeadlines } from '../../../src/shared/domain/deadlines'
import { type CustomRoleId, newId, type RequestId, type ResponderId, type TeamId } from '../../../src/shared/domain/ids'
import type { Incident } from '../../../src/shared/domain/incident'
import { HOUR } from '../../../src/shared/lib/time'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

const done = { ok: true }
const refused = { ok: false, fault: { kind: 'refused' } }

function declared(): Bench {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  return bench
}

function crew(bench: Bench) {
  const record = bench.ledger.record(bench.incident)
  if (record === null) throw new Error('The incident is not there')
  return { ...record.incident.crew, lines: record.timeline().map(({ text }) => text) }
}

describe('[FT3] whoever is asked whether to hand over', () => {
  const commanding = () => {
    const bench = declared()
    bench.run('roles:assign', { role: 'ic', name: 'Mei' })
    bench.run('roles:deputise', { role: 'ic', name: 'Lin' })
    const since = bench.ledger.record(bench.incident)?.incident.roles.ic?.since ?? 0
    return { bench, since }
  }

  it('stays, once they were asked: who said so, when, and with which deputy is kept; a repeat changes nothing', () => {
    const { bench, since } = commanding()
    expect(bench.run('roles:continue', { since })).toMatchObject(refused)
    bench.clock.advance(4 * HOUR)
    const request = newId<RequestId>()
    expect(bench.run('roles:continue', { since }, request)).toMatchObject(done)
    expect(bench.run('roles:continue', { since }, request)).toMatchObject(done)
    expect(bench.run('roles:continue', { since })).toMatchObject(refused)
    const { continued, lines } = crew(bench)
    expect(continued).toMatchObject({ since, at: bench.clock.now(), by: { kind: 'person' } })
    expect(lines.filter(line => line.includes('stays'))).toEqual(['Mei stays in command, deputy: Lin'])
  })

  it('was relieved meanwhile: the answer is refused, and asked of whoever commands now', () => {
    const { bench, since } = commanding()
    bench.clock.advance(4 * HOUR)
    bench.run('roles:assign', { role: 'ic', name: 'Ola' })
    expect(bench.run('roles:continue', { since })).toMatchObject({ ok: false, fault: { kind: 'conflict' } })
    bench.run('roles:release', { role: 'ic' })
    expect(bench.run('roles:continue', { since })).toMatchObject(refused)
    expect(crew(bench).continued).toBeNull()
  })

  it('is insisted on, which no answer silences', () => {
    const { bench, since } = commanding()
    bench.clock.advance(6 * HOUR)
    bench.run('roles:continue', { since })
    const incident = bench.ledger.record(bench.incident)?.incident as Incident
    expect(runningDeadlines(incident).filter(({ kind }) => kind.startsWith('relief'))).toMatchObject([
      { kind: 'relief-overdue', dueAt: since + 6 * HOUR },
    ])
  })
})

const id = (name: string) => name.toLowerCase() as ResponderId

describe('roles of an incident’s own', () => {
  const dba = { name: 'Database specialist', letters: 'db', duties: ['Find the slow query'], operates: true }

  it('[RO2] are added, taken, deputised and dropped; their letters are theirs alone', () => {
    const bench = declared()
    const role = newId<CustomRoleId>()
    expect(parseCall('roles:define', { incident: bench.incident, role, ...dba })).toMatchObject({
      value: { input: { letters: 'DB' } },
    })
    const words = { ...dba, letters: 'DB' }
    expect(bench.run('roles:assign', { role, name: 'Mei' })).toMatchObject(refused)
    expect(bench.run('roles:define', { role, ...words })).toMatchObject(done)
    expect(bench.run('roles:define', { role: newId<CustomRoleId>(), ...words, name: 'Other' })).toMatchObject(refused)
    expect(bench.run('roles:define', { role: newId<CustomRoleId>(), ...words, letters: 'IC' })).toMatchObject(refused)
    expect(bench.run('roles:assign', { role, name: 'Mei' })).toMatchObject(done)
    expect(bench.run('roles:assign', { role, name: ' mei ' })).toMatchObject(refused)
    expect(bench.run('roles:deputise', { role, name: 'Lin' })).toMatchObject(done)
    expect(bench.run('roles:drop', { role })).toMatchObject(done)
    expect(crew(bench).lines.slice(1)).toEqual([
      'Role Database specialist (DB) · Find the slow query',
      'Database specialist: Mei',
      'Deputy Database specialist: Lin',
      'Role Database specialist removed',
    ])
    expect(crew(bench).deputies).toEqual({})
  })

  it('an id that is no UUID is refused: records are kept by it', () => {
    const parsed = parseCall('roles:define', { incident: newId(), role: '__proto__', ...dba })
    expect(parsed).toMatchObject({ ok: false, fault: { kind: 'invalid-input', field: 'role' } })
  })
})

describe('deputies', () => {
  it('[RO6] the holder is not their own; ending it needs one', () => {
    const bench = declared()
    bench.run('roles:assign', { role: 'ic', name: 'Ada' })
    expect(bench.run('roles:deputise', { role: 'ic', name: 'Ada' })).toMatchObject(refused)
    expect(bench.run('roles:deputise', { role: 'ic', name: null })).toMatchObject(refused)
    expect(bench.run('roles:deputise', { role: 'ic', name: 'Grace' })).toMatchObject(done)
    expect(bench.run('roles:deputise', { role: 'ic', name: 'Grace' })).toMatchObject(refused)
    expect(bench.run('roles:deputise', { role: 'ic', name: null })).toMatchObject(done)
    expect(crew(bench).lines.at(-1)).toBe('Grace is no longer deputy Incident commander')
  })
})

describe('first steps', () => {
  it('[RO8] a step that is done already writes nothing', () => {
    const bench = declared()
    const step = { role: 'ic', step: 'say', done: true } as const
    bench.run('roles:mark-step', step)
    const before = bench.ledger.lastSeq(bench.incident)
    expect(bench.run('roles:mark-step', step)).toMatchObject(done)
    expect(bench.ledger.lastSeq(bench.incident)).toBe(before)
  })
})

describe('sub-teams', () => {
  const database = newId<TeamId>()
  const set = (bench: Bench, team: TeamId, name: string, lead: string, members: string[]) =>
    bench.run('teams:set', { team, name, lead, members })

  it('[RO10] whoever joins one leaves the other, in one transaction; a lead is asked for first', () => {
    const bench = declared()
    const network = newId<TeamId>()
    set(bench, database, 'Database', 'Jonas', ['Mei', 'mei', 'Jonas', 'Lin'])
    expect(set(bench, network, 'Network', 'Rafael', ['Lin', 'Jonas'])).toMatchObject(refused)
    expect(set(bench, network, 'database', 'Rafael', [])).toMatchObject(refused)
    expect(set(bench, network, 'Network', 'Rafael', ['Lin'])).toMatchObject(done)
    expect(crew(bench).teams.map(({ name, members }) => [name, members.map(member => member.name)])).toEqual([
      ['Database', ['Mei']],
      ['Network', ['Lin']],
    ])
    expect(crew(bench).lines.slice(-2)).toEqual([
      'Sub-team Database: Jonas leads; Lin left',
      'Sub-team Network: Rafael leads Lin',
    ])
  })

  it('the same again writes nothing; a change writes what changed; an end is said', () => {
    const bench = declared()
    set(bench, database, 'Database', 'Jonas', ['Mei'])
    const before = bench.ledger.lastSeq(bench.incident)
    expect(set(bench, database, 'Database', 'Jonas', ['Mei'])).toMatchObject(done)
    expect(bench.ledger.lastSeq(bench.incident)).toBe(before)
    set(bench, database, 'Database', 'Mei', ['Lin'])
    expect(crew(bench).teams).toMatchObject([{ lead: { name: 'Mei' }, members: [{ name: 'Lin' }] }])
    bench.run('teams:end', { team: database })
    expect(crew(bench).lines.slice(-2)).toEqual([
      'Sub-team Database: Mei leads; Lin joined; Jonas left',
      'Sub-team Database disbanded',
    ])
    expect(bench.run('teams:end', { team: database })).toMatchObject(refused)
  })
})

describe('the roll call', () => {
  it('[RO9] is one line; whoever was not heard is not present, whatever the screen leaves out', () => {
    const bench = declared()
    expect(bench.run('roles:call-roll', { present: [], absent: [] })).toMatchObject(refused)
    bench.run('roles:assign', { role: 'ic', name: 'Ada' })
    bench.run('roles:assign', { role: 'tech', name: 'Grace' })
    bench.run('roles:deputise', { role: 'ic', name: 'Mei' })
    bench.run('teams:set', { team: newId<TeamId>(), name: 'Database', lead: 'Grace', members: ['Lin'] })
    bench.run('roles:call-roll', { present: [id('Ada')], absent: [id('Grace'), id('Nobody here')] })
    expect(crew(bench).rollCall?.lines.map(({ responder, posts, answer }) => [responder.name, posts, answer])).toEqual([
      ['Ada', ['Incident commander'], 'present'],
      ['Grace', ['Tech lead', 'Lead of Database'], 'absent'],
      ['Mei', ['Deputy Incident commander'], 'not-heard'],
    ])
    expect(crew(bench).lines.at(-1)).toBe('Roll call: 1 of 3 present; missing: Grace (absent), Mei (not heard)')
    bench.run('roles:call-roll', { present: [id('Ada'), id('Grace'), id('Mei')], absent: [] })
    expect(crew(bench).lines.at(-1)).toBe('Roll call: all 3 present')
  })
})
