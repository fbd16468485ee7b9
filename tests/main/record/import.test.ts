import { chmodSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { hashOfBody, originChainHash } from '../../../src/main/engine/storage/hash-chain'
import { heldEvents } from '../../../src/main/engine/storage/held-events'
import { LogReader } from '../../../src/main/engine/storage/log-reader'
import { readLog } from '../../../src/main/engine/storage/log-reading'
import { type RawRow, rawText, readRaw } from '../../../src/main/engine/storage/raw-row'
import { HOUSE_LOG } from '../../../src/shared/domain/house-log'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { severities } from '../../../src/shared/domain/severity'
import { foldEvents } from '../../../src/shared/events/fold'
import { severityChanged } from '../../../src/shared/events/severity-changed'
import { HOUR } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { type Replica, replicaOf, replicaOn } from '../../support/replica'

const incident = newId<IncidentId>()
/** After the records of before were written. */
const NOW = Date.UTC(2026, 10, 28)
const replica = (clock?: number) => replicaOn(scratchFolder(), clock)
const engine = { kind: 'engine' } as const
const texts = (one: Replica) =>
  one.ledger
    .record(incident)
    ?.timeline()
    .map(({ text }) => text)

/** Two machines that have the same beginning, and then wrote apart from each other. */
function apart(): readonly [Replica, Replica] {
  const [a, b] = [replica(), replica()]
  a.declare(incident)
  b.take(incident, a.rows(incident))
  a.note(incident, 'written at a')
  b.note(incident, 'written at b')
  return [a, b]
}

function ownRows({ rows, store }: Replica): readonly RawRow[] {
  return rows(incident).filter(({ origin }) => origin === store.origin.id)
}

function exchange(...all: readonly Replica[]): void {
  for (const to of all)
    for (const from of all) expect(to.take(incident, from.rows(incident))).toMatchObject({ ok: true })
}

function expectSame(...all: readonly Replica[]): void {
  const [first, ...others] = all
  for (const other of others) {
    expect(other.bytes(incident)).toBe(first?.bytes(incident))
    expect(other.shown(incident)).toEqual(first?.shown(incident))
  }
  for (const { store, ledger } of all) {
    const { damage, events } = readLog(store.db, incident, store.origin.id)
    expect(damage).toBeNull()
    // What was folded bit by bit is what the whole log tells.
    const record = ledger.record(incident)
    const plain = foldEvents(undefined, events)
    expect({ incident: record?.incident, timeline: record?.timeline() }).toEqual({
      incident: plain?.incident,
      timeline: plain?.timeline,
    })
  }
}

/** The row as its origin could have written it. */
function chained(row: RawRow, previous: string, change: Partial<RawRow>): RawRow {
  const { body, summary, salt, ...changed } = { ...row, ...change } as RawRow & { salt: string; summary: string }
  const bodyHash = hashOfBody({ body, summary, salt })
  const whole = { ...changed, body, summary, salt, bodyHash }
  return { ...whole, hash: originChainHash(previous, whole as Parameters<typeof originChainHash>[1]) }
}

describe('[RK9] events of another machine', () => {
  it('come to the same on both, in whichever order they come, and however often', () => {
    const [a, b] = apart()
    exchange(a, b)
    expectSame(a, b)
    const before = a.bytes(incident)
    expect(a.take(incident, b.rows(incident))).toEqual({ ok: true, value: { added: 0, known: 3, held: 0, forked: 0 } })
    expect(a.bytes(incident)).toBe(before)
  })

  it('converge over any exchange of any parts, with clocks that are a day apart', () => {
    const act = fc.record({
      who: fc.nat(2),
      what: fc.constantFrom('note', 'severity', 'take'),
      from: fc.nat(2),
      part: fc.nat(8),
      skew: fc.integer({ min: -12 * HOUR, max: 12 * HOUR }),
    })
    const run = fc.property(fc.array(act, { minLength: 4, maxLength: 14 }), acts => {
      const all = [replica(), replica(), replica()]
      const [first] = all
      first?.declare(incident)
      for (const one of all) one.take(incident, first?.rows(incident) ?? [])
      acts.forEach(({ who, what, from, part, skew }, n) => {
        const [one, other] = [all[who], all[from]]
        if (one === undefined || other === undefined) return
        one.clock = Math.max(0, 2 * 24 * HOUR + skew)
        if (what === 'note') one.note(incident, `line ${n}`)
        else if (what === 'take') one.take(incident, other.rows(incident).slice(0, part))
        else {
          const { severity } = one.ledger.record(incident)?.incident ?? { severity: 'SEV-2' as const }
          const to = severities[(severities.indexOf(severity) + 1) % severities.length] ?? severity
          one.write(incident, severityChanged.draft({ from: severity, to, reason: `${n}` }, 7, engine))
        }
      })
      for (const one of all) one.clock = 2 * 24 * HOUR
      exchange(...all)
      exchange(...all)
      expectSame(...all)
    })
    fc.assert(run, { numRuns: 8, seed: 7 })
  })

  it('[FO7] cost no look at the rest of the log, wherever they belong', () => {
    const [a, b] = apart()
    exchange(a, b)
    for (let n = 0; n < 200; n += 1) a.note(incident, `line ${n}`)
    b.clock = 1
    for (let n = 0; n < 5; n += 1) b.note(incident, `late ${n}`)
    const late = ownRows(b).slice(-5)
    const read = vi.spyOn(LogReader.prototype, 'take')
    onTestFinished(() => read.mockRestore())
    expect(a.take(incident, late)).toMatchObject({ ok: true, value: { added: 5 } })
    a.note(incident, 'and on')
    expect(a.take(incident, late)).toMatchObject({ ok: true, value: { known: 5 } })
    expect(read).toHaveBeenCalledTimes(5)
    b.take(incident, a.rows(incident))
    expectSame(a, b)
  })

  it('that are refused leave what is in memory as it was', () => {
    const [a, b] = apart()
    exchange(a, b)
    const before = a.shown(incident)
    const rows = b.rows(incident)
    b.note(incident, 'late')
    const broken = ownRows(b).map((row, n, all) => (n === all.length - 1 ? { ...row, body: '{}' } : row))
    expect(a.take(incident, broken)).toMatchObject({ ok: false })
    expect(a.shown(incident)).toEqual(before)
    expect(a.take(incident, rows)).toMatchObject({ ok: true, value: { added: 0 } })
    exchange(a, b)
    expectSame(a, b)
  })

  it('are read the same after a restart', () => {
    const [a, b] = apart()
    exchange(a, b)
    const again = openLedger(a.store, keptLogger(), () => undefined)
    expect(again.record(incident)?.timeline()).toEqual(a.ledger.record(incident)?.timeline())
    expect(again.record(incident)?.seq).toBe(a.ledger.record(incident)?.seq)
  })

  it('that were seen are before what is written next, however wrong a clock is', () => {
    const [a, b] = apart()
    a.clock = 20 * HOUR
    a.note(incident, 'by a clock that is ahead')
    exchange(a, b)
    b.note(incident, 'an answer')
    exchange(a, b)
    expectSame(a, b)
    expect(texts(a)?.at(-1)).toBe('an answer')
    const answer = b.rows(incident).find(({ summary }) => summary === 'an answer')
    expect(JSON.parse(answer?.seen ?? '')).toEqual({ [a.store.origin.id]: 3 })
  })

  it('[RK8] go with what they are of, byte for byte, over a third machine', () => {
    const [a, b] = apart()
    const c = replica()
    exchange(a, b)
    c.take(incident, b.rows(incident))
    expect(c.bytes(incident)).toBe(a.bytes(incident))
    for (const row of a.rows(incident)) expect(readRaw(rawText(row))).toEqual({ ok: true, value: row })
  })

  it.each([
    ['of another incident', newId<IncidentId>(), {}, 'other-incident'],
    ['of what belongs to no incident', HOUSE_LOG, {}, 'reserved'],
    ['of a drill', incident, { drill: true }, 'other-environment'],
  ] as const)('are refused where they are %s, and nothing of them is kept', (_, where, more, code) => {
    const [a, b] = [replica(), replica()]
    a.declare(incident)
    expect(b.take(where, a.rows(incident), more)).toEqual({ ok: false, fault: { code, at: 0 } })
    expect(b.rows(incident)).toEqual([])
    expect(b.ledger.summaries()).toEqual([])
  })

  it('are refused behind a gap, or without a declaration', () => {
    const [a, b] = apart()
    a.note(incident, 'three')
    const rows = a.rows(incident)
    const c = replica()
    expect(c.take(incident, [rows[0], rows[2]] as RawRow[])).toMatchObject({ ok: false, fault: { code: 'gap', at: 1 } })
    const own = b.rows(incident).filter(({ origin }) => origin === b.store.origin.id)
    expect(c.take(incident, own)).toMatchObject({ ok: false, fault: { code: 'no-beginning' } })
    expect(c.rows(incident)).toEqual([])
  })

  it.each([
    'id',
    'origin',
    'counter',
    'hlcMs',
    'hlcN',
    'seen',
    'kind',
    'version',
    'effect',
    'at',
    'recordedAt',
    'by',
    'bodyHash',
    'hash',
    'salt',
    'summary',
    'body',
  ] as const)('of which the %s was changed on the way are refused', field => {
    const [a] = apart()
    const c = replica()
    const rows = a.rows(incident)
    const changed = rows.map((row, n) => (n === 1 ? { ...row, [field]: otherThan(row[field]) } : row))
    expect(c.take(incident, changed)).toMatchObject({
      ok: false,
      fault: { code: expect.stringMatching(/altered|gap/) },
    })
    expect(c.rows(incident)).toEqual([])
  })

  it('with a body that is gone and that nobody erased are refused', () => {
    const [a] = apart()
    const emptied = a.rows(incident).map((row, n) => (n === 1 ? { ...row, body: '', salt: '', summary: '' } : row))
    expect(replica().take(incident, emptied)).toMatchObject({ ok: false, fault: { code: 'body-missing', at: 1 } })
  })

  it('of two copies of one folder that do not know of each other are both kept, as branches', () => {
    const [a] = apart()
    const folder = scratchFolder()
    const copy = replicaOf({ db: replicaOn(folder).store.db, origin: a.store.origin })
    copy.take(incident, a.rows(incident))
    for (const n of [1, 2, 3]) a.note(incident, `a ${n}`)
    for (const n of [1, 2]) copy.note(incident, `copy ${n}`)
    expect(a.take(incident, copy.rows(incident))).toMatchObject({ ok: true, value: { added: 2, forked: 2 } })
    copy.take(incident, a.rows(incident))
    expectSame(a, copy)
    expect(texts(a)).toEqual(expect.arrayContaining(['a 3', 'copy 2']))
    expect(a.take(incident, copy.rows(incident))).toMatchObject({ ok: true, value: { added: 0 } })
  })

  it('of two copies of a record of before are doubled nowhere', () => {
    const old = () => {
      const folder = scratchFolder()
      cpSync(join(import.meta.dirname, '../../fixtures/records/format-70'), folder, { recursive: true })
      chmodSync(folder, 0o700)
      return replicaOn(folder, NOW)
    }
    const [a, b, c] = [old(), old(), replica(NOW)]
    const ids = a.ledger.summaries().map(({ id }) => id)
    expect(ids).toHaveLength(3)
    for (const id of ids) {
      a.note(id, 'at a')
      b.note(id, 'at b')
      expect(a.take(id, b.rows(id))).toMatchObject({ ok: true, value: { added: 1, held: 0 } })
      expect(b.take(id, a.rows(id))).toMatchObject({ ok: true, value: { added: 1, held: 0 } })
      expect(c.take(id, a.rows(id))).toMatchObject({ ok: true, value: { known: 0, held: 0 } })
      for (const other of [b, c]) {
        expect(other.bytes(id)).toBe(a.bytes(id))
        expect(other.shown(id)).toEqual(a.shown(id))
      }
    }
  })
})

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  const text = String(value)
  return text === '{}' ? `{"${'a'.repeat(32)}":1}` : `${text.startsWith('0') ? '1' : '0'}${text.slice(1)}`
}

describe('[RK10] an event that is held', () => {
  /** Two notes of one machine of which the first is changed as its own origin could have written it. */
  function withFirstNote(change: Partial<RawRow>): readonly RawRow[] {
    const a = replica()
    a.declare(incident)
    a.note(incident, 'one')
    a.note(incident, 'two')
    const [declared, one, two] = a.rows(incident) as [RawRow, RawRow, RawRow]
    const first = chained(one, declared.hash, change)
    return [declared, first, chained(two, first.hash, {})]
  }

  it.each([
    ['unparseable', { body: '{"entry":7}' }],
    ['known-id', { id: 'taken.0' }],
  ] as const)('(%s) jams nothing, is forwarded, and is in its chain', (reason, change) => {
    const rows = withFirstNote(change)
    const c = replica()
    if (reason === 'known-id') {
      const other = newId<IncidentId>()
      c.declare(other)
      c.store.db.exec('DROP TRIGGER eventIsNotChanged')
      c.store.db.exec(`UPDATE event SET id = 'taken.0'`)
    }
    expect(c.take(incident, rows)).toEqual({ ok: true, value: { added: 2, known: 0, held: 1, forked: 0 } })
    expect(texts(c)?.at(-1)).toBe('two')
    expect(heldEvents(c.store.db, incident)).toMatchObject([{ reason, row: { counter: 2 } }])
    expect(readLog(c.store.db, incident).damage).toBeNull()
    c.note(incident, 'goes on')
    const d = replica()
    expect(d.take(incident, c.rows(incident))).toMatchObject({ ok: true })
    expect(d.bytes(incident)).toBe(c.bytes(incident))
    expect(c.take(incident, rows)).toMatchObject({ ok: true, value: { known: 3 } })
  })

  it('(ahead) is more than a day ahead of this machine’s clock, with all that its machine wrote behind it', () => {
    const [a, b] = apart()
    a.clock = b.clock + 24 * HOUR + 1
    a.note(incident, 'from tomorrow')
    a.clock = 0
    a.note(incident, 'and on')
    expect(b.take(incident, a.rows(incident))).toMatchObject({ ok: true, value: { added: 1, held: 2 } })
    expect(texts(b)).toEqual(expect.arrayContaining(['written at a', 'written at b']))
    expect(JSON.stringify(b.shown(incident))).not.toContain('from tomorrow')
    expect(heldEvents(b.store.db, incident).map(({ reason }) => reason)).toEqual(['ahead', 'ahead'])
    expect(b.rows(incident)).toHaveLength(5)
    expect(b.ledger.admitAhead(incident)).toMatchObject({ ok: true, value: { added: 2 } })
    expect(JSON.stringify(b.shown(incident))).toContain('from tomorrow')
    a.clock = b.clock
    a.take(incident, b.rows(incident))
    expectSame(a, b)
    expect(heldEvents(b.store.db, incident)).toEqual([])
    expect(b.ledger.admitAhead(incident)).toMatchObject({ ok: true, value: { added: 0 } })
  })

  it('(ahead) keeps what its machine wrote behind it, though this machine’s clock has caught up', () => {
    const [a, b] = apart()
    a.clock = b.clock + 24 * HOUR + 1
    a.note(incident, 'from tomorrow')
    expect(b.take(incident, a.rows(incident))).toMatchObject({ ok: true, value: { added: 1, held: 1 } })
    b.clock += HOUR
    a.note(incident, 'and on')
    expect(b.take(incident, a.rows(incident))).toMatchObject({ ok: true, value: { added: 0, held: 1 } })
    expect(b.ledger.admitAhead(incident)).toMatchObject({ ok: true, value: { added: 2 } })
    a.take(incident, b.rows(incident))
    expectSame(a, b)
  })

  it('of a kind that nobody here knows is none: it is kept in its place', () => {
    const rows = withFirstNote({ kind: 'bridge-moved', body: '{"room":7}', summary: 'The bridge moved to room 7' })
    const c = replica()
    expect(c.take(incident, rows)).toMatchObject({ ok: true, value: { added: 3, held: 0 } })
    expect(readLog(c.store.db, incident).unknown).toMatchObject([{ summary: 'The bridge moved to room 7' }])
    expect(c.rows(incident)).toEqual(rows)
  })
})
