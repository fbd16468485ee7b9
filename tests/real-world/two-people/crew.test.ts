import { describe, expect, it } from 'vitest'
import { type CustomRoleId, newId, type TeamId } from '../../../src/shared/domain/ids'
import { commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

function declared() {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-3', impact: '' })
  const head = () => {
    const record = bench.ledger.record(bench.incident)
    if (record === null || record === undefined) throw new Error('The incident is gone')
    return record.incident
  }
  return { ...bench, head }
}

const conflict = { ok: false, fault: { kind: 'conflict' } }
const done = { ok: true }
const database = { name: 'Database', lead: 'Jonas', members: ['Mei'] }
const dba = { name: 'Data', letters: 'DB', duties: ['find it'], operates: true }

describe('[ED1] the second of two who change the crew', () => {
  it('does not take a role from whom they did not see in it', () => {
    const { run, head } = declared()
    expect(run('roles:assign', { role: 'tech', name: 'Mei', was: null })).toMatchObject(done)
    expect(run('roles:assign', { role: 'tech', name: 'Lin', was: null })).toMatchObject(conflict)
    expect(head().roles.tech?.responder.name).toBe('Mei')
    expect(run('roles:assign', { role: 'tech', name: 'Lin', was: 'Mei' })).toMatchObject(done)
  })

  it('does not free a role, or drop it, from under somebody who took it meanwhile', () => {
    const { run, head } = declared()
    const role = newId<CustomRoleId>()
    run('roles:define', { role, ...dba, was: null })
    run('roles:assign', { role: 'ic', name: 'Ada' })
    run('roles:assign', { role: 'ic', name: 'Мира' })
    run('roles:assign', { role, name: 'Lin' })
    expect(run('roles:release', { role: 'ic', was: 'Ada' })).toMatchObject(conflict)
    expect(run('roles:drop', { role, was: null })).toMatchObject(conflict)
    expect(head().roles.ic?.responder.name).toBe('Мира')
    expect(run('roles:release', { role: 'ic', was: 'Мира' })).toMatchObject(done)
    expect(run('roles:drop', { role, was: 'Lin' })).toMatchObject(done)
  })

  it('does not replace or end a deputy whom they did not see', () => {
    const { run, head } = declared()
    run('roles:deputise', { role: 'ic', name: 'Mei', was: null })
    expect(run('roles:deputise', { role: 'ic', name: 'Lin', was: null })).toMatchObject(conflict)
    expect(run('roles:deputise', { role: 'ic', name: null, was: 'Lin' })).toMatchObject(conflict)
    expect(head().crew.deputies.ic?.responder.name).toBe('Mei')
    expect(run('roles:deputise', { role: 'ic', name: null, was: 'Mei' })).toMatchObject(done)
  })

  it('asks for the same as the first, and is told that it is so already', () => {
    const { run } = declared()
    run('roles:assign', { role: 'tech', name: 'Mei', was: null })
    expect(run('roles:assign', { role: 'tech', name: 'Mei', was: null })).toMatchObject({ fault: { kind: 'refused' } })
  })

  it('does not undo a new name, lead or member of a sub-team', () => {
    const { run, head } = declared()
    const team = newId<TeamId>()
    expect(run('teams:set', { team, ...database, was: null })).toMatchObject(done)
    const grown = { ...database, members: ['Mei', 'Rafael'] }
    expect(run('teams:set', { team, ...grown, was: database })).toMatchObject(done)
    expect(run('teams:set', { team, ...database, name: 'Storage', was: database })).toMatchObject(conflict)
    expect(run('teams:end', { team, was: database })).toMatchObject(conflict)
    expect(head().crew.teams).toMatchObject([{ name: 'Database', members: [{ name: 'Mei' }, { name: 'Rafael' }] }])
    expect(run('teams:set', { team, ...grown, name: 'Storage', was: grown })).toMatchObject(done)
    expect(run('teams:end', { team, was: { ...grown, name: 'Storage' } })).toMatchObject(done)
  })

  it('does not bring back a sub-team that was ended meanwhile', () => {
    const { run, head } = declared()
    const team = newId<TeamId>()
    run('teams:set', { team, ...database, was: null })
    run('teams:end', { team })
    expect(run('teams:set', { team, ...database, was: database })).toMatchObject(conflict)
    expect(head().crew.teams).toEqual([])
  })

  it('does not word a role anew over other words', () => {
    const { run, head } = declared()
    const role = newId<CustomRoleId>()
    run('roles:define', { role, ...dba, was: null })
    run('roles:define', { role, ...dba, duties: ['find it', 'fix it'], was: dba })
    expect(run('roles:define', { role, ...dba, operates: false, was: dba })).toMatchObject(conflict)
    expect(head().crew.customRoles).toMatchObject([{ duties: ['find it', 'fix it'], operates: true }])
  })

  it('of an earlier version, which says nothing of what it saw, is heard as before', () => {
    const { run } = declared()
    run('roles:assign', { role: 'tech', name: 'Mei' })
    expect(run('roles:assign', { role: 'tech', name: 'Lin' })).toMatchObject(done)
  })
})
