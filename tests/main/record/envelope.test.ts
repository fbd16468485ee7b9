import { createHash, createPublicKey, verify } from 'node:crypto'
import { chmodSync, cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { newSalt } from '../../../src/main/engine/record/salt'
import { effectOf } from '../../../src/main/engine/record/summary-line'
import { insertEvent } from '../../../src/main/engine/storage/event-log'
import type { EventRow } from '../../../src/main/engine/storage/event-row'
import { hashOfBody, originChainHash } from '../../../src/main/engine/storage/hash-chain'
import { readLog } from '../../../src/main/engine/storage/log-reading'
import { tick } from '../../../src/main/engine/storage/stamp'
import { openStore, type Store } from '../../../src/main/engine/storage/store'
import { HOUSE_LOG } from '../../../src/shared/domain/house-log'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { entryAdded } from '../../../src/shared/events/entry-added'
import { foldHead } from '../../../src/shared/events/fold'
import { incidentDeclared } from '../../../src/shared/events/incident-declared'
import { compareOrder } from '../../../src/shared/events/order'
import { engineOn, incidentWith, type } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'

const records = join(import.meta.dirname, '../../fixtures/records/format-70')
const engine = { kind: 'engine' } as const

function opened(folder = scratchFolder()): Store {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  onTestFinished(() => store.value.close())
  return store.value
}

function once<T>(folder: string, use: (store: Store) => T): T {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  try {
    return use(store.value)
  } finally {
    store.value.close()
  }
}

function oldFolder(): string {
  const folder = scratchFolder()
  cpSync(records, folder, { recursive: true })
  chmodSync(folder, 0o700)
  return folder
}

function rowsOf(store: Pick<Store, 'db'>, incident: IncidentId): readonly EventRow[] {
  const rows = store.db.prepare('SELECT * FROM event WHERE incident = ? ORDER BY seq').all(incident)
  return rows as unknown as readonly EventRow[]
}

const note = (text: string) => entryAdded.draft({ entry: newId(), kind: 'note', text, pinned: false }, 5, engine)
const declared = incidentDeclared.draft(
  { title: 'Payments fail', severity: 'SEV-1', impact: '', drill: false, page: null },
  5,
  engine,
)

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('[RK1] an event of envelope 2', () => {
  it('is chained to the event of its origin before it, over all but what can be erased', () => {
    const store = opened()
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
    const store = opened()
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
    const { db } = opened(oldFolder())
    for (const { incident } of db.prepare('SELECT DISTINCT incident FROM event').all()) {
      const { events } = readLog(db, String(incident) as IncidentId)
      events.forEach((event, n) => {
        if (effectOf(event.kind) === 'head') return
        expect(foldHead(undefined, events.slice(0, n + 1))).toEqual(foldHead(undefined, events.slice(0, n)))
      })
    }
  })
})

describe('[RK3] hybrid time', () => {
  it('never goes back and never stands, whatever the clock of the system does', () => {
    const clock = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2 })
    fc.assert(
      fc.property(clock, readings => {
        let time = { ms: 0, n: 0 }
        for (const now of readings) {
          const next = tick(time, now)
          expect(next.ms > time.ms || (next.ms === time.ms && next.n > time.n)).toBe(true)
          expect(next.ms).toBeGreaterThanOrEqual(now)
          time = next
        }
      }),
    )
  })

  it('orders by time, count, origin, counter and id, in this order', () => {
    const key = { ms: 5, n: 1, origin: 'b', counter: 2, id: 'x' }
    const later = [{ ms: 6 }, { n: 2 }, { origin: 'c' }, { counter: 3 }, { id: 'y' }]
    for (const one of later) expect(compareOrder(key, { ...key, ...one })).toBeLessThan(0)
    expect(compareOrder(key, { ...key })).toBe(0)
    expect(compareOrder(key, { ...key, ms: 6, n: 0, origin: 'a', counter: 1, id: 'a' })).toBeLessThan(0)
  })

  it('runs on the system’s clock where the engine’s is another one, and goes on after a restart', () => {
    const folder = scratchFolder()
    const incident = newId<IncidentId>()
    const write = (text: string, systemNow: number) =>
      once(folder, store => {
        const ledger = openLedger(
          store,
          keptLogger(),
          () => undefined,
          undefined,
          () => systemNow,
        )
        const events = text === '' ? [declared] : [note(text)]
        expect(ledger.commit(incident, newId(), { events }, 777_000).ok).toBe(true)
      })
    write('', 50)
    write('the clock was set back', 20)
    write('and is right again', 60)
    const times = rowsOf(opened(folder), incident).map(({ hlcMs, hlcN, recordedAt }) => [hlcMs, hlcN, recordedAt])
    expect(times).toEqual([
      [50, 0, 777_000],
      [50, 1, 777_000],
      [60, 0, 777_000],
    ])
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
    const { db } = opened(folder)
    expect(read(db)).toEqual(before)
    expect(db.prepare('SELECT DISTINCT env, origin, counter, salt FROM event').all()).toEqual([
      { env: 1, origin: null, counter: null, salt: null },
    ])
  })

  it('has one origin, the same in every copy, and the first event behind it has seen all of it', () => {
    const folder = oldFolder()
    const first = opened(folder)
    const copy = opened(oldFolder())
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

describe('[RK2] the origin of a data folder', () => {
  const identity = (folder: string) => once(folder, ({ origin }) => [origin.id, origin.incarnation])

  it('stays the same over starts, in a file of its owner alone', () => {
    const folder = scratchFolder()
    const [id, how] = identity(folder)
    expect(how).toBe('new')
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(identity(folder)).toEqual([id, 'same'])
    expect(statSync(join(folder, 'origin.key')).mode & 0o777).toBe(0o600)
  })

  it('is another one in a copy of the folder, which writes on beside the first', () => {
    const folder = scratchFolder()
    const [id] = identity(folder)
    const copy = scratchFolder()
    cpSync(folder, copy, { recursive: true })
    const [other, how] = identity(copy)
    expect([other === id, how]).toEqual([false, 'copied'])
    expect(identity(copy)).toEqual([other, 'same'])
    expect(identity(folder)).toEqual([id, 'same'])
  })

  it('is another one where its database was put back from a backup', () => {
    const folder = scratchFolder()
    const [id] = identity(folder)
    const file = join(folder, 'quarterdeck.sqlite')
    cpSync(file, `${file}.backup`)
    rmSync(file)
    cpSync(`${file}.backup`, file)
    // Its inode may be the one from before.
    expect(identity(folder)[0] === id).toBe(false)
  })

  it.each([
    ['is gone', (file: string) => rmSync(file), 'new'],
    ['is empty', (file: string) => writeFileSync(file, ''), 'new'],
    [
      'is no key',
      (file: string) => writeFileSync(file, '{"format":1,"key":"AAAA","machine":"","device":"","inode":"","born":""}'),
      'new',
    ],
    [
      'is of another machine',
      (file: string) =>
        writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), machine: 'another' })),
      'copied',
    ],
  ])('is a new one where the key %s, and that stops nobody', (_, harm, how) => {
    const folder = scratchFolder()
    const [id] = identity(folder)
    harm(join(folder, 'origin.key'))
    const after = identity(folder)
    expect([after[0] === id, after[1]]).toEqual([false, how])
  })
})

describe('[RK7] signed heads', () => {
  const headsIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'heads.json'), 'utf8'))

  it('tell at the end how far each chain of this folder reaches, in a form that its public key proves', async () => {
    const folder = scratchFolder()
    const running = engineOn(folder)
    const incident = await incidentWith(running, 'Payments fail', 'one', 'two')
    await running.stop()
    const [[origin, { publicKey, heads }]] = Object.entries<{ publicKey: string; heads: Record<string, unknown[]> }>(
      headsIn(folder).origins,
    ) as [[string, { publicKey: string; heads: Record<string, [number, string, string]> }]]
    const [counter, hash, signature] = heads[incident] ?? [0, '', '']
    const spki = Buffer.from(publicKey, 'base64')
    expect(createHash('sha256').update(spki).digest('hex').slice(0, 32)).toBe(origin)
    const text = Buffer.from(JSON.stringify(['qd2-head', incident, origin, counter, hash]))
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    expect(verify(null, text, key, Buffer.from(signature, 'base64'))).toBe(true)
    expect(rowsOf(opened(folder), incident).at(-1)).toMatchObject({ counter, hash, origin })
  })

  it('are written soon after a line, and those of an earlier incarnation of the folder stay', async () => {
    const folder = scratchFolder()
    const first = engineOn(folder)
    const incident = await incidentWith(first, 'Payments fail', 'one')
    await first.stop()
    rmSync(join(folder, 'origin.key'))
    const second = engineOn(folder)
    onTestFinished(() => second.stop())
    await type(second, incident, 'two')
    await expect
      .poll(() => existsSync(join(folder, 'heads.json')) && Object.keys(headsIn(folder).origins).length)
      .toBe(2)
    expect(await second.problems()).toEqual([])
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
    const [added, text] = once(folder, store => {
      openLedger(store, keptLogger(), () => undefined).commit(incident, newId(), { events: [declared] }, 5)
      const row = addUnknown(store, incident, change)
      const ledger = openLedger(store, keptLogger(), () => undefined)
      expect(ledger.commit(incident, newId(), { events: [note('behind it')] }, 5).ok).toBe(true)
      return [row, ledger.record(incident)?.timeline().at(-1)?.text]
    })
    expect(text).toBe('behind it')
    const store = opened(folder)
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
    const store = opened()
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
