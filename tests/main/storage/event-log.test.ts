import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { appendEvents } from '../../../src/main/engine/record/append'
import { inTransaction } from '../../../src/main/engine/storage/database'
import { Erasures } from '../../../src/main/engine/storage/erasures'
import { eventsAfter, lastSeq, requestOf } from '../../../src/main/engine/storage/event-log'
import { readLog } from '../../../src/main/engine/storage/log-reading'
import { NamedPeople } from '../../../src/main/engine/storage/named-people'
import { openStore, type Store } from '../../../src/main/engine/storage/store'
import { type IncidentId, newId, type RequestId } from '../../../src/shared/domain/ids'
import type { EventDraft } from '../../../src/shared/events/define'
import { entryAdded } from '../../../src/shared/events/entry-added'
import { incidentDeclared } from '../../../src/shared/events/incident-declared'
import { scratchFolder } from '../../support/folders'

const NOW = 1_790_000_000_000
const by = { kind: 'engine' } as const
const nothingNoted = { people: new NamedPeople(), erasures: new Erasures() }

function opened(folder = scratchFolder()): Store {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  onTestFinished(() => store.value.close())
  return store.value
}

function append({ db, origin }: Store, incident: IncidentId, drafts: readonly EventDraft[], request: RequestId) {
  const { end } = readLog(db, incident, origin.id)
  const what = { incident, drafts, request, now: NOW, systemNow: NOW, origin: origin.id }
  return inTransaction(db, () => appendEvents(db, what, end)).events
}

function declare(store: Store, incident = newId<IncidentId>(), request = newId<RequestId>()): IncidentId {
  const body = { title: 'Payments fail', severity: 'SEV-1', impact: '', drill: false, page: null } as const
  const drafts = [incidentDeclared.draft(body, NOW, by)]
  append(store, incident, drafts, request)
  return incident
}

function note(store: Store, incident: IncidentId, text: string, request = newId<RequestId>()) {
  const drafts = [entryAdded.draft({ entry: newId(), kind: 'note', text, pinned: false }, NOW, by)]
  return append(store, incident, drafts, request)
}

describe('event log', () => {
  it('[EL1] gives each event its place, without a gap, over several incidents', () => {
    const store = opened()
    const [a, b] = [declare(store), declare(store)]
    note(store, a, 'one')
    note(store, b, 'two')
    expect(eventsAfter(store.db, a, 0, 10, nothingNoted).map(event => event.seq)).toEqual([1, 3])
    expect(eventsAfter(store.db, b, 0, 10, nothingNoted).map(event => event.seq)).toEqual([2, 4])
    expect(lastSeq(store.db, b)).toBe(4)
  })

  it('[EL2] refuses a request that was appended before, and tells which request made an event', () => {
    const store = opened()
    const incident = declare(store)
    const request = newId<RequestId>()
    const events = note(store, incident, 'once', request)
    expect(() => note(store, incident, 'twice', request)).toThrow(/UNIQUE/)
    expect(events.map(event => requestOf(event.id))).toEqual([request])
  })

  it('[EL3] a failed append leaves nothing, and the next one takes its place', () => {
    const store = opened()
    const incident = declare(store)
    expect(() => note(store, incident, '')).toThrow()
    note(store, incident, 'kept')
    expect(eventsAfter(store.db, incident, 0, 10, nothingNoted).map(event => event.seq)).toEqual([1, 2])
  })

  it('[EL4] reads back what was written after the file was closed and opened', () => {
    const folder = scratchFolder()
    const first = openStore(folder)
    if (!first.ok) throw new Error(first.fault.message)
    const incident = declare(first.value)
    note(first.value, incident, 'käse 🧀 \u202e')
    const before = eventsAfter(first.value.db, incident, 0, 10, nothingNoted)
    first.value.close()
    expect(eventsAfter(opened(folder).db, incident, 0, 10, nothingNoted)).toEqual(before)
  })

  it('[EL5] the hash chain is whole, and names the first event that was changed by hand', () => {
    const store = opened()
    const incident = declare(store)
    for (const text of ['one', 'two', 'three']) note(store, incident, text)
    expect(readLog(store.db, incident).damage).toBeNull()
    store.db.exec('DROP TRIGGER eventIsNotChanged')
    store.db.exec(`UPDATE event SET body = replace(body, 'two', 'owt') WHERE seq = 3`)
    expect(readLog(store.db, incident).damage).toMatchObject({ what: 'altered', place: 3 })
  })

  it('[EL6] the newest place and a page of events are read through an index', () => {
    const { db } = opened()
    const plan = (sql: string) => JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all())
    expect(plan("SELECT * FROM event WHERE incident = 'a' AND seq > 5 ORDER BY seq LIMIT 10")).toContain(
      'eventByIncident',
    )
    expect(plan("SELECT * FROM event WHERE id > 'a' || '.' AND id < 'a' || '/'")).toContain('USING INDEX')
  })
})

describe('data folder', () => {
  it('[SF1] is held by one process: a second opening is refused with the way out', () => {
    const folder = scratchFolder()
    opened(folder)
    const second = openStore(folder)
    expect(second).toMatchObject({
      ok: false,
      fault: { message: expect.stringMatching(/Another Quarterdeck.*--data/) },
    })
  })

  it('[SF2] of a newer version is refused and left as it is', () => {
    const folder = scratchFolder()
    const db = new DatabaseSync(join(folder, 'quarterdeck.sqlite'))
    db.exec('CREATE TABLE future (x); PRAGMA user_version = 9990')
    db.close()
    expect(openStore(folder)).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('newer Quarterdeck (format 9990') },
    })
  })

  it('[SF3] that is a file is refused in one line', () => {
    const file = join(scratchFolder(), 'data')
    writeFileSync(file, '')
    const refused = openStore(file)
    expect(refused.ok).toBe(false)
    expect(refused.ok ? '' : refused.fault.message).not.toContain('\n')
  })

  it('[SF4] whose database is no database is refused, and the file is unharmed', () => {
    const folder = scratchFolder()
    const file = join(folder, 'quarterdeck.sqlite')
    writeFileSync(file, 'x'.repeat(50))
    copyFileSync(file, `${file}.before`)
    expect(openStore(folder).ok).toBe(false)
  })
})
