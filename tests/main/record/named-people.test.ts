import { describe, expect, it, onTestFinished } from 'vitest'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { rowsToSend } from '../../../src/main/engine/record/raw-rows'
import { readLog } from '../../../src/main/engine/storage/log-reading'
import { openStore, type Store } from '../../../src/main/engine/storage/store'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { type Actor, actorName, responderNamed } from '../../../src/shared/domain/people'
import type { EventDraft } from '../../../src/shared/events/define'
import { entryAdded } from '../../../src/shared/events/entry-added'
import { incidentDeclared } from '../../../src/shared/events/incident-declared'
import { engineOn, incidentWith } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'

const incident = newId<IncidentId>()

function person(name: string, screen?: string): Actor {
  const responder = responderNamed(name)
  if (responder === undefined) throw new Error('Nobody has no name')
  return screen === undefined ? { kind: 'person', responder } : { kind: 'person', responder, screen }
}

const declared = (by: Actor) =>
  incidentDeclared.draft({ title: 'Cards fail', severity: 'SEV-2', impact: '', drill: false, page: null }, 7, by)
const note = (by: Actor, text: string) => entryAdded.draft({ entry: newId(), kind: 'note', text, pinned: false }, 7, by)

function machine(folder = scratchFolder()) {
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.fault.message)
  onTestFinished(() => void (opened.value.db.isOpen && opened.value.close()))
  const store = opened.value
  const clock = { now: 1_000 }
  const ledger = openLedger(
    store,
    keptLogger(),
    () => undefined,
    undefined,
    () => clock.now,
  )
  const write = (where: IncidentId, ...events: readonly EventDraft[]) =>
    expect(ledger.commit(where, newId(), { events }, 7).ok).toBe(true)
  const who = () =>
    ledger
      .record(incident)
      ?.timeline()
      .map(({ by, text }) => [actorName(by), text])
  return { store, ledger, clock, write, who }
}

const byOf = ({ db }: Pick<Store, 'db'>, where: IncidentId) =>
  db
    .prepare('SELECT by FROM event WHERE incident = ? ORDER BY seq')
    .all(where)
    .map(({ by }) => JSON.parse(String(by)))

const kindsOf = ({ db }: Pick<Store, 'db'>, where: IncidentId) =>
  db
    .prepare('SELECT kind FROM event WHERE incident = ? ORDER BY seq')
    .all(where)
    .map(({ kind }) => kind)

describe('[NP1] names', () => {
  it('are in one event of an incident, and in nothing that its chain covers', () => {
    const { store, write, who } = machine()
    const dana = person('Dana Scully', 'Firefox on Linux, window 3f2a')
    write(incident, declared(dana), note(dana, 'one'))
    write(incident, note(dana, 'two'))
    expect(kindsOf(store, incident)).toEqual(['incident-declared', 'person-named', 'entry-added', 'entry-added'])
    const rows = store.db.prepare('SELECT * FROM event ORDER BY seq').all()
    for (const { kind, body, salt: _, ...chained } of rows) {
      expect(JSON.stringify(chained)).not.toMatch(/Dana|Scully|Firefox/i)
      expect(String(body).includes('Dana Scully')).toBe(kind === 'person-named')
    }
    for (const by of byOf(store, incident))
      expect(by).toEqual({ kind: 'person', person: expect.any(String), session: expect.any(String) })
    expect(who()?.map(([name]) => name)).toEqual(['Dana Scully', 'Dana Scully', 'Dana Scully'])
    expect(readLog(store.db, incident, store.origin.id).damage).toBeNull()
  })

  it('are shown the same when they were just written, after a restart, and to screens', async () => {
    const folder = scratchFolder()
    const first = engineOn(folder)
    await first.call('session:hello', { name: 'Ada Lovelace', screen: 'Chrome on macOS, window 11aa' })
    const id = await incidentWith(first, 'Payments fail', 'one', 'two')
    const lines = async (engine: ReturnType<typeof engineOn>) => {
      expect(await engine.call('log:follow', { incident: id, after: 0 })).toMatchObject({ ok: true })
      const pushes = engine.pushes.filter(({ name }) => name === 'log')
      return pushes.flatMap(({ payload }) => (payload as { events: readonly unknown[] }).events)
    }
    const now = await lines(first)
    const ada = { kind: 'person', responder: { id: 'ada lovelace', name: 'Ada Lovelace' } }
    expect(now.length).toBeGreaterThan(3)
    for (const event of now as readonly { by: Actor }[])
      if (event.by.kind === 'person') expect(event.by).toEqual({ ...ada, screen: 'Chrome on macOS, window 11aa' })
    await first.stop()
    const second = engineOn(folder)
    onTestFinished(() => second.stop())
    expect(await lines(second)).toEqual(now)
    expect(await second.problems()).toEqual([])
  })

  it('that come behind what they are for, and in any order, are shown all the same', () => {
    const [a, b] = [machine(), machine()]
    a.write(incident, declared(person('Dana Scully')))
    const take = (to: typeof a, from: typeof a) =>
      to.ledger.merge({ incident, drill: false, rows: rowsToSend(from.store.db, incident).rows }, 9)
    take(b, a)
    // Late at b, and in the order of all machines before what b had written by then.
    a.write(incident, note(person('Fox Mulder', 'desk'), 'from a'))
    b.clock.now = 2_000
    b.write(incident, note(person('Fox Mulder', 'phone'), 'from b'))
    expect(take(a, b)).toMatchObject({ ok: true })
    expect(take(b, a)).toMatchObject({ ok: true })
    const shown = [
      ['Dana Scully', 'Declared SEV-2: Cards fail'],
      ['Fox Mulder', 'from a'],
      ['Fox Mulder', 'from b'],
    ]
    expect([a.who(), b.who()]).toEqual([shown, shown])
    for (const { store } of [a, b]) expect(readLog(store.db, incident, store.origin.id).damage).toBeNull()
    const again = openLedger(b.store, keptLogger(), () => undefined)
    expect(again.record(incident)?.timeline()).toEqual(b.ledger.record(incident)?.timeline())
  })
})

describe('[NP2] an id of a person', () => {
  it('is one for a name in a folder, in whatever case, at each screen, in each incident, and after a restart', () => {
    const folder = scratchFolder()
    const { store, write } = machine(folder)
    const other = newId<IncidentId>()
    write(incident, declared(person('Zo\u00eb Ng', 'one')), note(person('zoe\u0308 NG', 'two'), 'x'))
    write(other, declared(person('Zo\u00eb Ng', 'one')))
    const ids = [...byOf(store, incident), ...byOf(store, other)]
    expect(new Set(ids.map(({ person: id }) => id)).size).toBe(1)
    expect(new Set(ids.map(({ session }) => session)).size).toBe(2)
    expect(ids[0].person).toMatch(/^[0-9a-f]{32}$/)
    store.close()
    const again = machine(folder)
    again.write(incident, note(person('Zo\u00eb Ng', 'one'), 'y'), note(person('Fox Mulder', 'one'), 'z'))
    const after = byOf(again.store, incident)
    expect(after.at(-2)).toEqual(ids[0])
    expect(after.at(-1).person === ids[0].person).toBe(false)
    // Named already: only the one who is new here is named.
    expect(kindsOf(again.store, incident).filter(kind => kind === 'person-named')).toHaveLength(3)
  })

  it('is another one on a machine that never met this one, and both are shown as one name', () => {
    const [a, b] = [machine(), machine()]
    a.write(incident, declared(person('Dana Scully')))
    b.ledger.merge({ incident, drill: false, rows: rowsToSend(a.store.db, incident).rows }, 9)
    b.write(incident, note(person('Dana Scully'), 'from b'))
    expect(new Set(byOf(b.store, incident).map(({ person: id }) => id)).size).toBe(2)
    const people = b.ledger
      .record(incident)
      ?.timeline()
      .map(({ by }) => by)
    expect(people).toEqual([person('Dana Scully'), person('Dana Scully')])
  })

  it('leaves nothing behind where what needed it was not written', () => {
    const { store, ledger, write } = machine()
    write(incident, declared({ kind: 'engine' }))
    expect(ledger.commit(incident, newId(), { events: [note(person('Dana Scully'), '')] }, 7).ok).toBe(false)
    expect(store.db.prepare('SELECT count(*) AS people FROM person').get()).toEqual({ people: 0 })
    write(incident, note(person('Dana Scully'), 'kept'))
    expect(kindsOf(store, incident)).toEqual(['incident-declared', 'person-named', 'entry-added'])
  })
})

describe('[NP3] an id without a name', () => {
  it('is shown as somebody who has none', () => {
    const { store, ledger, write } = machine()
    write(incident, declared({ kind: 'engine' }))
    write(incident, note(person('Dana Scully'), 'one'))
    store.db.exec('DROP TRIGGER eventIsNotDeleted')
    store.db.exec("DELETE FROM event WHERE kind = 'person-named'")
    const { events } = readLog(store.db, incident, store.origin.id)
    expect(events.map(({ by }) => actorName(by))).toEqual(['Quarterdeck', 'Someone'])
    expect(ledger.record(incident)?.timeline().at(-1)?.by).toEqual(person('Dana Scully'))
  })
})
