import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { type Committed, openLedger } from '../../src/main/engine/record/ledger'
import { rowsToSend } from '../../src/main/engine/record/raw-rows'
import { erasableOf } from '../../src/main/engine/storage/erasable'
import { readLog } from '../../src/main/engine/storage/log-reading'
import type { RawRow } from '../../src/main/engine/storage/raw-row'
import { openStore } from '../../src/main/engine/storage/store'
import { eraseCommands } from '../../src/main/engine/timeline/erase-commands'
import { type EntryId, type IncidentId, newId } from '../../src/shared/domain/ids'
import { type Actor, actorName, responderNamed } from '../../src/shared/domain/people'
import type { EventDraft } from '../../src/shared/events/define'
import { entryAdded } from '../../src/shared/events/entry-added'
import { entryCorrected } from '../../src/shared/events/entry-corrected'
import { incidentDeclared } from '../../src/shared/events/incident-declared'
import { scratchFolder } from './folders'
import { keptLogger } from './kept-logger'

/** A machine with a line that must be erased, and what is expected once it is. */
export const incident = newId<IncidentId>()
export const SECRET = 'card 4111 1111 1111 1111 of Mrs Peacock'

export function person(name: string): Actor {
  const responder = responderNamed(name)
  if (responder === undefined) throw new Error('Nobody has no name')
  return { kind: 'person', responder }
}

export const dana = person('Dana Scully')
export const words = { standIn: 'personal data, removed', reason: 'customer asked' }

export function machine(folder = scratchFolder()) {
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

export type Machine = ReturnType<typeof machine>

export const declared = incidentDeclared.draft(
  { title: 'Cards fail', severity: 'SEV-2', impact: '', drill: false, page: null },
  7,
  { kind: 'engine' },
)

export function withSecret(): readonly [Machine, EntryId] {
  const one = machine()
  one.write(declared)
  one.note('before')
  const entry = one.note(SECRET)
  one.write(entryCorrected.draft({ entry, text: `${SECRET}, corrected` }, 8, dana))
  one.note('after')
  return [one, entry]
}

/** Every byte of the data folder, the log of writes included. */
export function bytesOf(folder: string): string {
  return readdirSync(folder)
    .map(name => readFileSync(join(folder, name), 'latin1'))
    .join('\n')
}

export function expectErased(one: Machine): void {
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

export function expectSame(a: Machine, b: Machine): void {
  expect(b.rows()).toEqual(a.rows())
  const shown = ({ ledger }: Machine) =>
    ledger
      .record(incident)
      ?.timeline()
      .map(({ seq: _, ...line }) => line)
  expect(shown(b)).toEqual(shown(a))
}
