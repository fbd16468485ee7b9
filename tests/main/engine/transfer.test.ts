import { describe, expect, it } from 'vitest'
import { sectionAt, transferSections } from '../../../src/main/engine/handoff/transfer-sections'
import type { HandoffSection } from '../../../src/shared/domain/handoff-sections'
import { handoffSections } from '../../../src/shared/domain/handoff-sections'
import { type IncidentId, newId, type StrategyId, type TransferId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Bench, commandBench, dana } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { shippedRules } from '../../support/shipped-method'

const done = { ok: true }
const faultOf = (reply: { readonly ok: boolean; readonly fault?: unknown }) => (reply.ok ? undefined : reply.fault)

/** The bench's own person is Dana Scully; Mei commands. */
function commanding() {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '1 in 3 cards' })
  bench.run('roles:assign', { role: 'ic', name: 'Mei' })
  return bench
}

function recordOf(bench: Bench) {
  const record = bench.ledger.record(bench.incident)
  if (record === null) throw new Error('The incident is not there')
  return record
}

const commanderOf = (bench: Bench) => recordOf(bench).incident.roles.ic?.responder.name ?? 'nobody'

function prepare(bench: Bench, to: string, transfer = newId<TransferId>(), more: object = {}) {
  const words = { to, note: '', incidents: [bench.incident], was: commanderOf(bench), ...more }
  return { transfer, reply: bench.run('transfer:prepare', { transfer, ...words }) }
}

function readBack(bench: Bench, transfer: TransferId, sections: readonly HandoffSection[] = handoffSections) {
  return sections.map(section => {
    const drawnAt = bench.clock.now()
    const digest = sectionAt(recordOf(bench), section, drawnAt)?.digest
    if (digest === undefined) throw new Error(section)
    return bench.run('transfer:read', { transfer, section, drawnAt, digest })
  })
}

const me = dana.responder.name

describe('[TC1] preparing a transfer of command', () => {
  it('names a person and leaves command as it is; it is done once', () => {
    const bench = commanding()
    const { reply } = prepare(bench, 'Bo')
    expect(reply).toMatchObject(done)
    expect(recordOf(bench).incident.roles.ic?.responder.name).toBe('Mei')
    expect(faultOf(prepare(bench, 'Carol').reply)).toMatchObject({
      kind: 'conflict',
      code: 'transfer-waiting',
      values: { name: 'Bo' },
    })
    expect(recordOf(bench).incident.transfers).toHaveLength(1)
  })

  it('is refused where nobody commands, to the commander, and where another commands by now', () => {
    const bench = commanding()
    expect(faultOf(prepare(bench, ' mei ').reply)).toMatchObject({ code: 'role-held' })
    const stale = prepare(bench, 'Bo', newId(), { was: 'Lin' })
    expect(faultOf(stale.reply)).toMatchObject({ kind: 'conflict', code: 'changed-meanwhile' })
    bench.run('roles:release', { role: 'ic' })
    expect(faultOf(prepare(bench, 'Bo').reply)).toMatchObject({ code: 'role-empty' })
    expect(recordOf(bench).incident.transfers).toEqual([])
  })
})

describe('[TC2] reading back', () => {
  it('has the sections of the handoff’s first page, what the method names first', () => {
    const bench = commanding()
    const { transfer } = prepare(bench, me)
    const of = () => {
      const record = recordOf(bench)
      const known = record.incident.transfers.find(({ id }) => id === transfer)
      return transferSections(record, known ?? { read: {} }, bench.clock.now())
    }
    expect(of().sections.map(({ section }) => section)).toEqual([...handoffSections])
    expect(of().sections[0]?.rows).toContainEqual({ name: 'Impact', text: '1 in 3 cards', note: '', look: 'plain' })
    expect(of().sections[4]?.rows[0]).toMatchObject({
      name: 'Incident commander',
      text: expect.stringContaining('Mei'),
    })
    const rules = { ...shippedRules.rules, transfer: { overlap: 30, readBack: ['risks', 'updates'] } } as const
    const { incident, timeline } = recordOf(bench)
    const ordered = transferSections(
      { incident: { ...incident, method: { ...shippedRules, rules } }, timeline },
      { read: {} },
      bench.clock.now(),
    )
    expect(ordered.sections.map(({ section }) => section).slice(0, 3)).toEqual(['risks', 'updates', 'impact'])
  })

  it('says which sections changed since, by what the record says and not by the clock', () => {
    const bench = commanding()
    const { transfer } = prepare(bench, me)
    expect(readBack(bench, transfer).every(({ ok }) => ok)).toBe(true)
    const changed = () => {
      const record = recordOf(bench)
      const [known] = record.incident.transfers
      return transferSections(record, known ?? { read: {} }, bench.clock.now()).changed
    }
    bench.clock.advance(90 * MINUTE)
    expect(changed()).toEqual([])
    bench.run('strategy:put', {
      id: newId<StrategyId>(),
      item: { kind: 'risk', text: 'The replica lags', owner: null },
    })
    expect(changed()).toEqual(['risks'])
    readBack(bench, transfer, ['risks'])
    expect(changed()).toEqual([])
  })

  it('refuses what changed while it was read, and whoever is not named', () => {
    const bench = commanding()
    const { transfer } = prepare(bench, me)
    const drawnAt = bench.clock.now()
    const digest = sectionAt(recordOf(bench), 'impact', drawnAt)?.digest
    if (digest === undefined) throw new Error('No section')
    bench.run('incident:state-impact', { impact: 'Every card' })
    const stale = bench.run('transfer:read', { transfer, section: 'impact', drawnAt, digest })
    expect(faultOf(stale)).toMatchObject({ kind: 'conflict', code: 'section-changed' })
    bench.run('transfer:end', { transfer, as: 'withdrawn', reason: '' })
    const other = prepare(bench, 'Bo')
    expect(faultOf(readBack(bench, other.transfer, ['risks'])[0] ?? { ok: true })).toMatchObject({
      code: 'transfer-not-yours',
      values: { name: 'Bo' },
    })
  })
})

describe('[TC3] accepting', () => {
  it('gives command once all is read back, and starts the overlap of the method', () => {
    const bench = commanding()
    const { transfer } = prepare(bench, me)
    expect(faultOf(bench.run('transfer:accept', { transfer }))).toMatchObject({
      code: 'transfer-unread',
      values: { count: 7 },
    })
    readBack(bench, transfer)
    bench.clock.advance(MINUTE)
    expect(bench.run('transfer:accept', { transfer })).toMatchObject(done)
    const { roles, crew, overlap } = recordOf(bench).incident
    expect([roles.ic?.responder.name, crew.past.at(-1)?.responder.name]).toEqual([me, 'Mei'])
    expect(overlap?.until).toBe(bench.clock.now() + 20 * MINUTE)
    expect(faultOf(bench.run('transfer:accept', { transfer }))).toMatchObject({ code: 'transfer-accepted' })
  })

  it('without all read back it takes a reason, which is in the record with how many', () => {
    const bench = commanding()
    const { transfer } = prepare(bench, me)
    readBack(bench, transfer, ['impact', 'strategy'])
    expect(bench.run('transfer:accept', { transfer, anyway: 'Mei is on a plane' })).toMatchObject(done)
    expect(recordOf(bench).timeline().at(-1)?.text).toMatch(/5 sections not read back.*: Mei is on a plane$/)
  })

  it('is for the person who is named, and names who commands where that is another by now', () => {
    const bench = commanding()
    const other = prepare(bench, 'Bo')
    expect(faultOf(bench.run('transfer:accept', { transfer: other.transfer, anyway: 'x' }))).toMatchObject({
      code: 'transfer-not-yours',
    })
    bench.run('transfer:end', { transfer: other.transfer, as: 'withdrawn', reason: 'x' })
    const { transfer } = prepare(bench, me)
    bench.run('roles:assign', { role: 'ic', name: 'Carol' })
    expect(faultOf(bench.run('transfer:accept', { transfer, anyway: 'x' }))).toMatchObject({
      kind: 'conflict',
      code: 'transfer-overtaken',
      values: { name: 'Carol' },
    })
    expect(recordOf(bench).incident.roles.ic?.responder.name).toBe('Carol')
  })
})

describe('[TC4] ending a transfer', () => {
  it('withdrawn it can be prepared anew, and can be accepted no more', () => {
    const bench = commanding()
    const { transfer } = prepare(bench, me)
    expect(bench.run('transfer:end', { transfer, as: 'withdrawn', reason: 'not yet' })).toMatchObject(done)
    expect(faultOf(bench.run('transfer:accept', { transfer, anyway: 'x' }))).toMatchObject({
      code: 'transfer-withdrawn',
      values: { name: me },
    })
    expect(prepare(bench, 'Bo').reply).toMatchObject(done)
  })

  it('only the one who is named declines', () => {
    const bench = commanding()
    const other = prepare(bench, 'Bo')
    expect(faultOf(bench.run('transfer:end', { transfer: other.transfer, as: 'declined', reason: '' }))).toMatchObject({
      code: 'transfer-not-yours',
    })
    bench.run('transfer:end', { transfer: other.transfer, as: 'withdrawn', reason: '' })
    const { transfer } = prepare(bench, me)
    expect(bench.run('transfer:end', { transfer, as: 'declined', reason: 'on a train' })).toMatchObject(done)
    expect(recordOf(bench).timeline().at(-1)?.text).toBe(`${me} declined command: on a train`)
  })
})

it('[TC5] the giver is released once, by a person', () => {
  const bench = commanding()
  const { transfer } = prepare(bench, me)
  bench.run('transfer:accept', { transfer, anyway: 'x' })
  expect(bench.run('transfer:release', { transfer })).toMatchObject(done)
  expect(faultOf(bench.run('transfer:release', { transfer }))).toMatchObject({ code: 'no-overlap' })
  expect(recordOf(bench).timeline().at(-1)?.text).toBe('Mei is released, the overlap is over')
})

it('[TC7] each transfer of a handover names the others, itself first', () => {
  const bench = commanding()
  const other = newId<IncidentId>()
  prepare(bench, 'Bo', newId(), { incidents: [other, bench.incident] })
  expect(recordOf(bench).incident.transfers[0]?.incidents).toEqual([bench.incident, other])
})
