import { createHash } from 'node:crypto'
import { chmodSync, cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readBundle } from '../../../src/main/engine/record/bundle/read-bundle'
import { writeBundle } from '../../../src/main/engine/record/bundle/write-bundle'
import { type Committed, openLedger } from '../../../src/main/engine/record/ledger'
import { rowsToSend } from '../../../src/main/engine/record/raw-rows'
import { countAttachments, writeAttachment } from '../../../src/main/engine/storage/attachments'
import { inTransaction } from '../../../src/main/engine/storage/database'
import { erasableOf } from '../../../src/main/engine/storage/erasable'
import { emptyWriteAheadLog } from '../../../src/main/engine/storage/erase'
import { heldEvents } from '../../../src/main/engine/storage/held-events'
import { readLog } from '../../../src/main/engine/storage/log-reading'
import type { RawRow } from '../../../src/main/engine/storage/raw-row'
import { openStore, type Store } from '../../../src/main/engine/storage/store'
import { eraseCommands } from '../../../src/main/engine/timeline/erase-commands'
import { type ContentHash, type EntryId, type IncidentId, newId } from '../../../src/shared/domain/ids'
import { type Actor, actorName, responderNamed } from '../../../src/shared/domain/people'
import { assignedResponders } from '../../../src/shared/domain/responders'
import type { EventDraft } from '../../../src/shared/events/define'
import { entryAdded } from '../../../src/shared/events/entry-added'
import { entryCorrected } from '../../../src/shared/events/entry-corrected'
import { incidentDeclared } from '../../../src/shared/events/incident-declared'
import { roleAssigned } from '../../../src/shared/events/role-assigned'
import { severityChanged } from '../../../src/shared/events/severity-changed'
import { HOUR } from '../../../src/shared/lib/time'
import { texts } from '../../../src/shared/texts/texts'
import { engineOn, incidentWith } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { screensOf } from '../../support/replica-screen'

const incident = newId<IncidentId>()
const SECRET = 'card 4111 1111 1111 1111 of Mrs Peacock'

function person(name: string): Actor {
  const responder = responderNamed(name)
  if (responder === undefined) throw new Error('Nobody has no name')
  return { kind: 'person', responder }
}

const dana = person('Dana Scully')
const words = { standIn: 'personal data, removed', reason: 'customer asked' }

function machine(folder = scratchFolder()) {
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.fault.message)
  const store = opened.value
  onTestFinished(() => void (store.db.isOpen && store.close()))
  const told: Committed[] = []
  const clock = { now: 1_000 }
  let listener: (change: Committed) => void = () => undefined
  const ledger = openLedger(
    store,
    keptLogger(),
    change => {
      told.push(change)
      listener(change)
    },
    undefined,
    () => clock.now,
  )
  const write = (...events: readonly EventDraft[]) =>
    expect(ledger.commit(incident, newId(), { events }, 7)).toMatchObject({ ok: true })
  const decide = (what: { readonly entry: EntryId } | { readonly name: string }) => {
    const record = ledger.record(incident)
    if (record === null) throw new Error('It is not declared')
    const situation = {
      record,
      now: 9,
      by: person('Walter Skinner'),
      erasable: erasableOf.bind(null, store.db),
    } as never
    return 'entry' in what
      ? eraseCommands['timeline:erase']({ incident, ...what, ...words }, situation)
      : eraseCommands['people:erase-name']({ incident, ...what, ...words }, situation)
  }
  return {
    ...{ store, ledger, clock, write, told, folder },
    note(text: string, by = dana) {
      const entry = newId<EntryId>()
      write(entryAdded.draft({ entry, kind: 'note', text, pinned: false }, 7, by))
      return entry
    },
    decide,
    listen: (next: (change: Committed) => void) => {
      listener = next
    },
    erase(what: { readonly entry: EntryId } | { readonly name: string }) {
      const decision = decide(what)
      if (!decision.ok) throw new Error(decision.fault.message)
      write(...decision.value.events)
    },
    rows: () => rowsToSend(store.db, incident).rows,
    take: (rows: readonly RawRow[]) => ledger.merge({ incident, drill: false, rows }, 11),
    lines: () =>
      ledger
        .record(incident)
        ?.timeline()
        .map(({ text }) => text),
  }
}

type Machine = ReturnType<typeof machine>

const declared = incidentDeclared.draft(
  { title: 'Cards fail', severity: 'SEV-2', impact: '', drill: false, page: null },
  7,
  { kind: 'engine' },
)

function withSecret(): readonly [Machine, EntryId] {
  const one = machine()
  one.write(declared)
  one.note('before')
  const entry = one.note(SECRET)
  one.write(entryCorrected.draft({ entry, text: `${SECRET}, corrected` }, 8, dana))
  one.note('after')
  return [one, entry]
}

/** Every byte of the data folder, the log of writes included. */
function bytesOf(folder: string): string {
  return readdirSync(folder)
    .map(name => readFileSync(join(folder, name), 'latin1'))
    .join('\n')
}

function expectErased(one: Machine): void {
  expect(one.lines()).toEqual(expect.arrayContaining(['before', words.standIn, 'after']))
  const line = one.ledger
    .record(incident)
    ?.timeline()
    .find(({ text }) => text === words.standIn)
  expect(line).toMatchObject({ erasure: { reason: 'customer asked', at: 9 }, attachments: [] })
  expect(line?.erasure && actorName(line.erasure.by)).toBe('Walter Skinner')
  const { damage } = readLog(one.store.db, incident, one.store.origin.id)
  expect(damage).toBeNull()
  expect(JSON.stringify(one.store.db.prepare('SELECT * FROM event').all())).not.toContain('Peacock')
  expect(JSON.stringify(one.store.db.prepare('SELECT * FROM heldEvent').all())).not.toContain('Peacock')
}

function expectSame(a: Machine, b: Machine): void {
  expect(b.rows()).toEqual(a.rows())
  const shown = ({ ledger }: Machine) =>
    ledger
      .record(incident)
      ?.timeline()
      .map(({ seq: _, ...line }) => line)
  expect(shown(b)).toEqual(shown(a))
}

describe('[ER1] a line that is erased', () => {
  it('shows its stand-in, and who erased it, when and why; its body and those of its corrections are gone', () => {
    const [one, entry] = withSecret()
    expect(JSON.stringify(one.rows())).toContain('Peacock')
    one.erase({ entry })
    expectErased(one)
    expect(one.ledger.record(incident)?.line(entry)?.earlier).toMatchObject([{ text: words.standIn }])
    const again = openLedger(one.store, keptLogger(), () => undefined)
    expect(again.record(incident)?.timeline()).toEqual(one.ledger.record(incident)?.timeline())
    expect(again.events(incident, 0, 100)).toEqual(one.ledger.events(incident, 0, 100))
  })

  it('is not corrected, retracted or erased once more', () => {
    const [one, entry] = withSecret()
    one.erase({ entry })
    expect(one.decide({ entry })).toMatchObject({ ok: false, fault: { code: 'nothing-to-erase' } })
  })

  it('is taken from screens that show it, and from one that was away meanwhile', async () => {
    const [one, entry] = withSecret()
    const replica = { ...one, told: (_: Committed) => undefined }
    const screens = screensOf(replica as never)
    onTestFinished(screens.stop)
    one.listen(committed => replica.told(committed))
    const [there, away] = [screens.open(incident), screens.open(incident)]
    await Promise.all([there.caughtUp(), away.caughtUp()])
    expect(JSON.stringify(away.store.getState().record)).toContain('Peacock')
    away.drop()
    one.erase({ entry })
    one.note('and on')
    away.reconnect()
    for (const { store, caughtUp } of [there, away, screens.open(incident)]) {
      await caughtUp()
      expect(store.getState().record?.timeline).toEqual(
        JSON.parse(JSON.stringify(one.ledger.record(incident)?.timeline())),
      )
      expect(JSON.stringify(store.getState().record)).not.toContain('Peacock')
    }
    expect(there.came.map(({ name }) => name)).toContain('rebased')
  })

  it('[ER3] leaves everything else of the incident as it was', () => {
    const [one] = withSecret()
    one.write(severityChanged.draft({ from: 'SEV-2', to: 'SEV-1', reason: SECRET }, 8, dana))
    const before = one.ledger.record(incident)?.incident
    const changed = one.ledger
      .record(incident)
      ?.timeline()
      .find(({ text }) => text.startsWith('Severity'))
    if (changed === undefined) throw new Error('There is no such line')
    one.erase({ entry: changed.id })
    expect(one.ledger.record(incident)?.incident).toEqual(before)
    expect(one.lines()).toContain(`Severity SEV-2 → SEV-1: ${words.standIn}`)
  })
})

describe('[ER1] a picture', () => {
  const content = Buffer.from('picture')
  const attachment = {
    hash: createHash('sha256').update(content).digest('hex') as ContentHash,
    type: 'image/png',
    size: 7,
  } as const
  const kept = ({ store }: Machine) => countAttachments(store.db).pictures

  it('goes with the last line that names it, and is not taken back with a bundle of before', () => {
    const one = machine()
    one.write(declared)
    inTransaction(one.store.db, () => writeAttachment(one.store.db, attachment, content, 7))
    const [first, second] = [newId<EntryId>(), newId<EntryId>()]
    for (const entry of [first, second])
      one.write(
        entryAdded.draft({ entry, kind: 'note', text: 'see', pinned: false, attachments: [attachment] }, 7, dana),
      )
    const before = one.rows()
    one.erase({ entry: first })
    expect(kept(one)).toBe(1)
    one.erase({ entry: second })
    expect(kept(one)).toBe(0)
    const bundle = { incident, drill: false, rows: before, attachments: [{ attachment, content }] }
    expect(one.ledger.merge(bundle, 11)).toMatchObject({ ok: true })
    expect(kept(one)).toBe(0)
  })
})

describe('[ER2] what is erased', () => {
  it('is dropped by every machine that folds the erasure, whichever of the two came first', () => {
    const [a, entry] = withSecret()
    const [b, c, d] = [machine(), machine(), machine()]
    const before = a.rows()
    b.take(before)
    expect(b.lines()).toContain(`${SECRET}, corrected`)
    a.erase({ entry })
    const after = a.rows()
    // The row first, then what erases it.
    expect(b.take(after)).toMatchObject({ ok: true })
    expect(b.told.at(-1)?.rebased).toBeDefined()
    // What erases it first, then the row as somebody else still has it.
    expect(c.take(after)).toMatchObject({ ok: true })
    expect(c.take(before)).toMatchObject({ ok: true, value: { added: 0 } })
    // Both at once: a mixture of two copies, bodies included.
    const erasing = after.filter(({ id }) => !before.some(row => row.id === id))
    expect(d.take([...before, ...erasing])).toMatchObject({ ok: true })
    for (const one of [a, b, c, d]) expectErased(one)
    for (const one of [b, c, d]) expectSame(a, one)
  })

  it('does not come back with a row that came late, after what erased it', () => {
    const [a, entry] = withSecret()
    const b = machine()
    const before = a.rows()
    b.take(before.slice(0, 3))
    // Somebody who has the row erases it; this machine hears of that first, over a third one.
    const c = machine()
    c.take(before)
    c.erase({ entry })
    const fromC = c.rows().filter(({ origin }) => origin === c.store.origin.id)
    expect(b.take(fromC)).toMatchObject({ ok: true })
    expect(b.take(before)).toMatchObject({ ok: true })
    expectErased(b)
    c.take(b.rows())
    expectSame(b, c)
  })

  it('is not kept by a held copy of it either, and comes back with nothing that is admitted', () => {
    const [a] = withSecret()
    const b = machine()
    b.take(a.rows())
    a.clock.now = b.clock.now + 25 * HOUR
    const late = a.note(`${SECRET} again`)
    b.take(a.rows())
    expect(heldEvents(b.store.db, incident)).toHaveLength(1)
    a.erase({ entry: late })
    b.take(a.rows())
    // What erases it is ahead as well: it counts when it is admitted.
    expect(JSON.stringify(heldEvents(b.store.db, incident))).toContain('again')
    b.ledger.admitAhead(incident)
    expect(JSON.stringify(b.store.db.prepare('SELECT * FROM event').all())).not.toContain('again')
    expect(readLog(b.store.db, incident, b.store.origin.id).damage).toBeNull()
    expectSame(a, b)
  })

  it('twice on two machines that had not heard of each other shows one stand-in, the same everywhere', () => {
    const [a, entry] = withSecret()
    const b = machine()
    b.take(a.rows())
    b.clock.now = 2_000
    a.erase({ entry })
    b.erase({ entry })
    const [fromA, fromB] = [a.rows(), b.rows()]
    a.take(fromB)
    b.take(fromA)
    for (const one of [a, b]) expectErased(one)
    expectSame(a, b)
  })
})

describe('[ER4] the bytes of what is erased', () => {
  it('are in no file of the folder, while it runs and after it', () => {
    const [one] = withSecret()
    const entries = Array.from({ length: 300 }, (_, n) =>
      one.note(`${'x'.repeat((n * 37) % 900)} needle-${n}-${SECRET}`),
    )
    expect(emptyWriteAheadLog(one.store.db)).toBe(true)
    const all = Array.from({ length: 6 }, (_, n) => entries[n * 49 + 3] as EntryId)
    for (const entry of all) one.erase({ entry })
    expect(emptyWriteAheadLog(one.store.db)).toBe(true)
    const gone = (bytes: string) => all.map((_, n) => bytes.includes(`needle-${n * 49 + 3}-`))
    expect(gone(bytesOf(one.folder))).toEqual(all.map(() => false))
    expect(bytesOf(one.folder)).toContain('needle-5-')
    one.store.close()
    expect(gone(bytesOf(one.folder))).toEqual(all.map(() => false))
  })
})

describe('[ER4] an engine', () => {
  it('brings out of the folder at its start what a crash had left in the log of writes', async () => {
    const [one, entry] = withSecret()
    one.erase({ entry })
    const crashed = scratchFolder()
    for (const name of readdirSync(one.folder).filter(file => file.startsWith('quarterdeck.sqlite')))
      cpSync(join(one.folder, name), join(crashed, name))
    expect(bytesOf(crashed)).toContain('Peacock')
    const engine = engineOn(crashed)
    onTestFinished(() => engine.stop())
    await expect.poll(() => bytesOf(crashed)).not.toContain('Peacock')
    // No engine had written down how far the log reached.
    expect((await engine.problems()).map(({ kind }) => kind)).toEqual(['heads-lost'])
  })

  it('drops what is half typed about an erased line', async () => {
    const engine = engineOn(scratchFolder())
    onTestFinished(() => engine.stop())
    const id = await incidentWith(engine, 'Payments fail')
    const entry = newId<EntryId>()
    const line = { incident: id, entry, kind: 'note', text: SECRET, occurredAt: null, pinned: false } as const
    expect(await engine.call('timeline:append', line)).toMatchObject({ ok: true })
    const place = { incident: id, screen: 'desk-at-home', field: `correction:${entry}` }
    await engine.call('typed-text:write', { ...place, text: `${SECRET}, half`, at: 5 })
    expect(await engine.call('typed-text:read', place)).toMatchObject({ value: { text: `${SECRET}, half` } })
    expect(await engine.call('timeline:erase', { incident: id, entry, ...words })).toMatchObject({ ok: true })
    expect(await engine.call('typed-text:read', place)).toMatchObject({ ok: true, value: { text: '' } })
    const late = { ...line, entry: newId<EntryId>(), text: 'goes on' }
    expect(await engine.call('timeline:append', late)).toMatchObject({ ok: true })
    const again = { incident: id, entry, text: 'back?' }
    expect(await engine.call('timeline:correct', again)).toMatchObject({ ok: false, fault: { code: 'line-erased' } })
  })
})

describe('[ER2] a file', () => {
  it('of before the erasure brings nothing back, and one of after it erases where it is taken', async () => {
    const [a, entry] = withSecret()
    const [before, after] = [join(scratchFolder(), 'before.quarterdeck'), join(scratchFolder(), 'after.quarterdeck')]
    const pack = (file: string) => writeBundle(a.store, { incident, file, drill: false })
    expect(await pack(before)).toMatchObject({ ok: true })
    a.erase({ entry })
    expect(await pack(after)).toMatchObject({ ok: true })
    const take = async (one: Machine, file: string) => {
      const bundle = await readBundle(file)
      if (!bundle.ok) throw new Error(bundle.fault.code)
      expect(one.ledger.merge({ ...bundle.value.batch, drill: false }, 11)).toMatchObject({ ok: true })
    }
    const [b, c] = [machine(), machine()]
    for (const file of [before, after]) await take(b, file)
    for (const file of [after, before]) await take(c, file)
    await take(a, before)
    for (const one of [a, b, c]) expectErased(one)
    for (const one of [b, c]) expectSame(a, one)
  })
})

describe('[ER5] a row of an earlier format', () => {
  it('cannot be erased alone, and says why', () => {
    const folder = scratchFolder()
    cpSync(join(import.meta.dirname, '../../fixtures/records/format-70'), folder, { recursive: true })
    chmodSync(folder, 0o700)
    const one = machine(folder)
    const old = one.ledger.summaries().find(({ title }) => title.startsWith('Card payments'))
    if (old === undefined) throw new Error('It has no such incident')
    const record = one.ledger.record(old.id)
    const line = record?.timeline().find(({ automatic }) => !automatic)
    const situation = { record, now: 9, by: dana, erasable: erasableOf.bind(null, one.store.db) } as never
    const asked = { incident: old.id, entry: line?.id as EntryId, ...words }
    expect(eraseCommands['timeline:erase'](asked, situation)).toMatchObject({
      ok: false,
      fault: { code: 'erase-older', message: expect.stringContaining('earlier version') },
    })
  })
})

describe('[NP1] a name that is erased', () => {
  it('is gone from every event of the incident and from the folder, and the stand-in stands in its place', () => {
    const [one] = withSecret()
    one.note('by somebody else', person('Fox Mulder'))
    one.erase({ name: 'dana SCULLY' })
    const by = () =>
      one.ledger
        .record(incident)
        ?.timeline()
        .map(line => actorName(line.by))
    const shown = ['Quarterdeck', words.standIn, words.standIn, words.standIn, 'Fox Mulder', 'Walter Skinner']
    expect(by()).toEqual(shown)
    const again = openLedger(one.store, keptLogger(), () => undefined)
    expect(again.record(incident)?.timeline()).toEqual(one.ledger.record(incident)?.timeline())
    const [b, c] = [machine(), machine()]
    b.take(one.rows())
    expect(
      b.ledger
        .record(incident)
        ?.timeline()
        .map(line => actorName(line.by)),
    ).toEqual(shown)
    c.take(b.rows())
    expectSame(one, c)
    emptyWriteAheadLog(one.store.db)
    one.store.close()
    expect(bytesOf(one.folder)).not.toContain('Scully')
    expect(bytesOf(one.folder)).toContain('Fox Mulder')
  })

  it('[ER6] stays where it was typed for the holder of a role, as the dialog says', () => {
    const [one] = withSecret()
    const held = responderNamed('Dana Scully')
    if (held === undefined) throw new Error('Nobody has no name')
    one.write(roleAssigned.draft({ role: 'ic', responder: held }, 8, dana))
    one.erase({ name: 'Dana Scully' })
    const record = one.ledger.record(incident)
    const line = record?.timeline().find(({ text }) => text.includes('Dana Scully'))
    expect(line && actorName(line.by)).toBe(words.standIn)
    expect(record && assignedResponders(record.incident).map(({ responder }) => responder)).toEqual([held])
    expect(texts.timeline.erase.nameAbout).toContain('Role assignments')
  })

  it('belongs to another person when it is typed again', () => {
    const [one] = withSecret()
    one.erase({ name: 'Dana Scully' })
    one.note('back again')
    const again = one.ledger
      .record(incident)
      ?.timeline()
      .find(({ text }) => text === 'back again')
    expect(again?.by).toEqual(dana)
    const ids = new Set(
      (one.store as Store).db
        .prepare("SELECT by FROM event WHERE kind = 'entry-added'")
        .all()
        .map(({ by }) => JSON.parse(String(by)).person),
    )
    expect(ids.size).toBe(2)
  })
})
