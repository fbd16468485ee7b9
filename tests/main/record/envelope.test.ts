import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { newSalt } from '../../../src/main/engine/record/salt'
import { effectOf } from '../../../src/main/engine/record/summary-line'
import { insertEvent } from '../../../src/main/engine/storage/event-log'
import type { EventRow } from '../../../src/main/engine/storage/event-row'
import { hashOfBody, originChainHash } from '../../../src/main/engine/storage/hash-chain'
import { readLog } from '../../../src/main/engine/storage/log-reading'
import type { Store } from '../../../src/main/engine/storage/store'
import { HOUSE_LOG } from '../../../src/shared/domain/house-log'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { foldHead } from '../../../src/shared/events/fold'
import { declared, note, oldFolder, openedStore, rowsOf, withStore } from '../../support/event-rows'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('[RK1] an event of envelope 2', () => {
  it('is chained to the event of its origin before it, over all but what can be erased', () => {
    const store = openedStore()
    const incident = newId<IncidentId>()
    const ledger = openLedger(
      store,
      keptLogger(),
      () => undefined,
      undefined,
      () => 1_000,
    )
    ledger.commit(incident, newId(), { events: [declared, note('käse 🧀\nsecond line')] }, 5)
    ledger.commit(incident, newId(), { events: [note('three')] }, 5)
    let previous = '0'.repeat(64)
    rowsOf(store, incident).forEach((row, n) => {
      expect(row).toMatchObject({ env: 2, origin: store.origin.id, counter: n + 1, hlcMs: 1_000, hlcN: n, seen: '{}' })
      expect(row.bodyHash).toBe(sha256(`${row.salt}\n${row.summary}\n${row.body}`))
      const place = [row.origin, row.counter, row.hlcMs, row.hlcN, row.seen, row.kind, row.version, row.effect]
      const chained = ['qd2', previous, 2, row.id, row.incident, ...place, row.at, row.recordedAt, row.by, row.bodyHash]
      expect(row.hash).toBe(sha256(JSON.stringify(chained)))
      previous = row.hash
    })
  })

  it('has a plain line for a reader that does not know its kind, and says whether it changes the head', () => {
    const store = openedStore()
    const incident = newId<IncidentId>()
    const ledger = openLedger(store, keptLogger(), () => undefined)
    ledger.commit(incident, newId(), { events: [declared, note('one\ntwo')] }, 5)
    expect(rowsOf(store, incident).map(({ summary, effect }) => [summary, effect])).toEqual([
      ['Declared SEV-1: Payments fail', 'head'],
      ['one', 'line'],
    ])
  })

  it('has a salt of its own, of 128 bits', () => {
    const salts = Array.from({ length: 1_000 }, newSalt)
    expect(new Set(salts).size).toBe(1_000)
    expect(salts.every(salt => /^[0-9a-f]{32}$/.test(salt))).toBe(true)
  })

  it('of a kind that is said to change lines only leaves the head as it is', () => {
    const { db } = openedStore(oldFolder())
    for (const { incident } of db.prepare('SELECT DISTINCT incident FROM event').all()) {
      const { events } = readLog(db, String(incident) as IncidentId)
      events.forEach((event, n) => {
        if (effectOf(event.kind) === 'head') return
        expect(foldHead(undefined, events.slice(0, n + 1))).toEqual(foldHead(undefined, events.slice(0, n)))
      })
    }
  })
})

describe('[RK4] a record of before', () => {
  it('is brought to this format without changing a row', () => {
    const folder = oldFolder()
    const file = join(folder, 'quarterdeck.sqlite')
    const columns = 'seq, id, incident, kind, version, at, recordedAt, by, body, hash'
    const read = (db: DatabaseSync) => db.prepare(`SELECT ${columns} FROM event ORDER BY seq`).all()
    const old = new DatabaseSync(file)
    const before = read(old)
    old.close()
    const { db } = openedStore(folder)
    expect(read(db)).toEqual(before)
    expect(db.prepare('SELECT DISTINCT env, origin, counter, salt FROM event').all()).toEqual([
      { env: 1, origin: null, counter: null, salt: null },
    ])
  })

  it('has one origin, the same in every copy, and the first event behind it has seen all of it', () => {
    const folder = oldFolder()
    const first = openedStore(folder)
    const copy = openedStore(oldFolder())
    // [WS1] Nothing is written any more to what had no incident: a stream of its own goes on from it.
    for (const { incident } of first.db
      .prepare('SELECT DISTINCT incident FROM event WHERE incident <> ?')
      .all(HOUSE_LOG)) {
      const id = String(incident) as IncidentId
      const rows = rowsOf(first, id)
      const { end } = readLog(first.db, id, first.origin.id)
      const legacy = `legacy-${rows[0]?.hash.slice(0, 32)}`
      expect([...end.tips.keys()]).toEqual([legacy])
      expect(end.tips.get(legacy)).toMatchObject({ counter: rows.length, hash: rows.at(-1)?.hash })
      expect(readLog(copy.db, id, copy.origin.id).end).toEqual(end)
      const ledger = openLedger(
        first,
        keptLogger(),
        () => undefined,
        undefined,
        () => 0,
      )
      expect(ledger.commit(id, newId(), { events: [note('one more')] }, 5).ok).toBe(true)
      const added = rowsOf(first, id).at(-1)
      expect(JSON.parse(added?.seen ?? '')).toEqual({ [legacy]: rows.length })
      // Behind all of before, although the clock of this computer says otherwise.
      expect(added?.hlcMs).toBe(Math.max(...rows.map(({ recordedAt }) => recordedAt)))
    }
  })
})

describe('[RK5] an event of a kind that this version does not know', () => {
  /** As a newer version would have written it, behind what is there. */
  function addUnknown(
    { db, origin }: Store,
    incident: IncidentId,
    change: { kind?: string; version?: number },
  ): EventRow {
    const { end } = readLog(db, incident, origin.id)
    const tip = end.tips.get(origin.id)
    if (tip === undefined) throw new Error('Nothing was written here')
    const texts = { salt: newSalt(), summary: 'The bridge moved to room 7', body: '{"room":7}' }
    const place = { origin: origin.id, counter: tip.counter + 1, hlcMs: tip.time.ms + 1, hlcN: 0, seen: '{}' }
    const what = { kind: 'bridge-moved', version: 1, at: 5, recordedAt: 5, by: '{"kind":"engine"}', effect: 'head' }
    const row = {
      id: `${newId()}.0`,
      incident,
      env: 2,
      ...place,
      ...what,
      ...texts,
      bodyHash: hashOfBody(texts),
      ...change,
    }
    const hash = originChainHash(tip.hash, row)
    insertEvent(db, { ...row, hash })
    return rowsOf({ db }, incident).at(-1) as EventRow
  }

  it.each([
    ['kind', {}],
    ['version', { kind: 'entry-added', version: 99 }],
  ])('or of such a %s is kept byte for byte, is no damage, and the log goes on behind it', (_, change) => {
    const folder = scratchFolder()
    const incident = newId<IncidentId>()
    const [added, text] = withStore(folder, store => {
      openLedger(store, keptLogger(), () => undefined).commit(incident, newId(), { events: [declared] }, 5)
      const row = addUnknown(store, incident, change)
      const ledger = openLedger(store, keptLogger(), () => undefined)
      expect(ledger.commit(incident, newId(), { events: [note('behind it')] }, 5).ok).toBe(true)
      return [row, ledger.record(incident)?.timeline().at(-1)?.text]
    })
    expect(text).toBe('behind it')
    const store = openedStore(folder)
    expect(rowsOf(store, incident)[1]).toEqual(added)
    const { damage, events, unknown } = readLog(store.db, incident)
    expect([damage, events.length, unknown]).toMatchObject([null, 3, [{ summary: added.summary, effect: 'head' }]])
    const ledger = openLedger(store, keptLogger(), () => undefined)
    expect(ledger.events(incident, 0, 10).map(({ kind }) => kind)).toEqual([
      'incident-declared',
      'unread',
      'entry-added',
    ])
    expect(
      ledger
        .record(incident)
        ?.timeline()
        .map(line => line.text),
    ).toContain(`${added.summary} (written by a newer version)`)
    expect(ledger.record(incident)?.incident.unfolded).toMatchObject([{ event: added.id, because: { as: 'newer' } }])
  })
})

describe('[RK6] a body that is gone', () => {
  it('without an event that erased it is damage at its place', () => {
    const store = openedStore()
    const incident = newId<IncidentId>()
    const ledger = openLedger(store, keptLogger(), () => undefined)
    ledger.commit(incident, newId(), { events: [declared, note('one'), note('two')] }, 5)
    const clear = () => store.db.exec("UPDATE event SET body = '', salt = '', summary = '' WHERE seq = 2")
    expect(clear).toThrow(/never changed/)
    store.db.exec('DROP TRIGGER eventIsNotChanged')
    clear()
    expect(readLog(store.db, incident)).toMatchObject({ damage: { what: 'altered', place: 2 } })
  })
})
