import { chmodSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { LogReader } from '../../../src/main/engine/storage/log-reader'
import { type RawRow, rawText, readRaw } from '../../../src/main/engine/storage/raw-row'
import { HOUSE_LOG } from '../../../src/shared/domain/house-log'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { severities } from '../../../src/shared/domain/severity'
import { severityChanged } from '../../../src/shared/events/severity-changed'
import { HOUR } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { replicaOf, replicaOn } from '../../support/replica'
import { apart, engine, exchange, expectSame, incident, ownRows, replica, textsOf } from '../../support/replicas-apart'

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  const text = String(value)
  return text === '{}' ? `{"${'a'.repeat(32)}":1}` : `${text.startsWith('0') ? '1' : '0'}${text.slice(1)}`
}

/** After the records of format 70 were written. */
const NOW = Date.UTC(2026, 10, 28)

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
    expect(textsOf(a)?.at(-1)).toBe('an answer')
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
    expect(textsOf(a)).toEqual(expect.arrayContaining(['a 3', 'copy 2']))
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
