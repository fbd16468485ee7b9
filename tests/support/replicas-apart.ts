import { expect } from 'vitest'
import { readLog } from '../../src/main/engine/storage/log-reading'
import type { RawRow } from '../../src/main/engine/storage/raw-row'
import { type IncidentId, newId } from '../../src/shared/domain/ids'
import { foldEvents } from '../../src/shared/events/fold'
import { scratchFolder } from './folders'
import { type Replica, replicaOn } from './replica'

export const incident = newId<IncidentId>()
export const replica = (clock?: number) => replicaOn(scratchFolder(), clock)
export const engine = { kind: 'engine' } as const
export const textsOf = (one: Replica) =>
  one.ledger
    .record(incident)
    ?.timeline()
    .map(({ text }) => text)

/** Two machines that have the same beginning, and then wrote apart from each other. */
export function apart(): readonly [Replica, Replica] {
  const [a, b] = [replica(), replica()]
  a.declare(incident)
  b.take(incident, a.rows(incident))
  a.note(incident, 'written at a')
  b.note(incident, 'written at b')
  return [a, b]
}

export function ownRows({ rows, store }: Replica): readonly RawRow[] {
  return rows(incident).filter(({ origin }) => origin === store.origin.id)
}

export function exchange(...all: readonly Replica[]): void {
  for (const to of all)
    for (const from of all) expect(to.take(incident, from.rows(incident))).toMatchObject({ ok: true })
}

export function expectSame(...all: readonly Replica[]): void {
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
