import { describe, expect, it } from 'vitest'
import { hashOfBody, originChainHash } from '../../../src/main/engine/storage/hash-chain'
import { heldEvents } from '../../../src/main/engine/storage/held-events'
import { readLog } from '../../../src/main/engine/storage/log-reading'
import type { RawRow } from '../../../src/main/engine/storage/raw-row'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { HOUR } from '../../../src/shared/lib/time'
import { apart, expectSame, incident, replica, textsOf } from '../../support/replicas-apart'

/** The row as its origin could have written it. */
function chained(row: RawRow, previous: string, change: Partial<RawRow>): RawRow {
  const { body, summary, salt, ...changed } = { ...row, ...change } as RawRow & { salt: string; summary: string }
  const bodyHash = hashOfBody({ body, summary, salt })
  const whole = { ...changed, body, summary, salt, bodyHash }
  return { ...whole, hash: originChainHash(previous, whole as Parameters<typeof originChainHash>[1]) }
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
    expect(textsOf(c)?.at(-1)).toBe('two')
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
    expect(textsOf(b)).toEqual(expect.arrayContaining(['written at a', 'written at b']))
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
