import { describe, expect, it } from 'vitest'
import { playbookState } from '../../../src/shared/domain/playbook-state'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { shippedPlaybooks } from '../../support/shipped-method'

const known = (key: string) => {
  const one = shippedPlaybooks.find(playbook => playbook.key === key)
  if (one === undefined) throw new Error(`There is no playbook ${key}`)
  return { playbook: key, version: one.version }
}

function declared(): Bench {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: '' })
  return bench
}

function head(bench: Bench) {
  const record = bench.ledger.record(bench.incident)
  if (record === null) throw new Error('The incident is not there')
  return record.incident
}

const lines = (bench: Bench) =>
  (bench.ledger.record(bench.incident)?.timeline() ?? []).map(({ text }) => text).filter(text => /playbook/i.test(text))

const ok = { ok: true }
const fault = (code: string) => ({ ok: false, fault: { code } })

describe('[PB1] a playbook that is begun', () => {
  it('is in the log with all of its content, once, and only as the person saw it', () => {
    const bench = declared()
    expect(bench.run('playbook:start', { ...known('sev-1'), version: 'another' })).toMatchObject(
      fault('playbook-changed'),
    )
    expect(bench.run('playbook:start', { playbook: 'gone', version: 'x' })).toMatchObject(fault('playbook-gone'))
    expect(bench.run('playbook:start', known('sev-1'))).toMatchObject(ok)
    expect(bench.run('playbook:start', known('sev-1'))).toMatchObject(fault('playbook-runs'))
    const [run] = head(bench).playbooks
    expect(run?.phases).toEqual(shippedPlaybooks.find(({ key }) => key === 'sev-1')?.phases)
    expect(lines(bench)).toEqual(['Playbook started: SEV-1'])
  })
})

describe('[PB3] items', () => {
  it('are marked with who and when, a line each; a mark that the person has not seen is not overwritten', () => {
    const bench = declared()
    bench.run('playbook:start', known('sev-1'))
    const mark = { playbook: 'sev-1', item: 'changes' }
    expect(bench.run('playbook:mark', { ...mark, mark: 'done', was: 'open' })).toMatchObject(ok)
    expect(bench.run('playbook:mark', { ...mark, mark: 'unneeded', was: 'open' })).toMatchObject({
      fault: { kind: 'conflict' },
    })
    expect(bench.run('playbook:mark', { ...mark, mark: 'open', was: 'done' })).toMatchObject(ok)
    expect(bench.run('playbook:mark', { ...mark, mark: 'open', was: 'open' })).toMatchObject(fault('gate-same'))
    expect(bench.run('playbook:mark', { ...mark, item: 'gone', mark: 'done' })).toMatchObject(
      fault('playbook-item-unknown'),
    )
    expect(lines(bench).slice(1)).toEqual([
      'Playbook SEV-1: done: Look at what was changed in the last two hours',
      'Playbook SEV-1: open again: Look at what was changed in the last two hours',
    ])
  })

  it('tick themselves by the record, which says by what', () => {
    const bench = declared()
    bench.run('playbook:start', known('sev-1'))
    const settled = (id: string) =>
      playbookState(head(bench).playbooks[0] ?? expect.fail(), head(bench), bench.clock.now())
        .flatMap(({ items }) => items)
        .find(({ item }) => item.id === id)?.settled
    expect(settled('commander')).toBeNull()
    bench.run('roles:assign', { role: 'ic', name: 'Grace Hopper' })
    expect(settled('commander')).toMatchObject({ from: 'record', proof: { what: 'Grace Hopper' } })
    bench.run('roles:release', { role: 'ic' })
    expect(settled('commander')).toBeNull()
  })
})

describe('[PB4] [PB7] phases and the end', () => {
  it('a person moves to a phase and ends it with a reason; it can be begun again, and a mark needs one that runs', () => {
    const bench = declared()
    bench.run('playbook:start', known('third-party'))
    expect(bench.run('playbook:move', { playbook: 'third-party', phase: 'gone' })).toMatchObject(
      fault('playbook-item-unknown'),
    )
    expect(bench.run('playbook:move', { playbook: 'third-party', phase: 'without' })).toMatchObject(ok)
    expect(bench.run('playbook:end', { playbook: 'third-party', reason: 'it was ours' })).toMatchObject(ok)
    expect(bench.run('playbook:mark', { playbook: 'third-party', item: 'own', mark: 'done' })).toMatchObject(
      fault('playbook-not-running'),
    )
    expect(bench.run('playbook:start', known('third-party'))).toMatchObject(ok)
    expect(head(bench).playbooks.map(({ ended }) => ended?.reason ?? null)).toEqual(['it was ours', null])
    expect(lines(bench)).toEqual([
      'Playbook started: Third-party outage',
      'Playbook Third-party outage: now Without them',
      'Playbook ended: Third-party outage: it was ours',
      'Playbook started: Third-party outage',
    ])
  })
})
