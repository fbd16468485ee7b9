import { CHAIN_START, chainHash } from '../../../src/main/engine/storage/hash-chain'
import type { Store } from '../../../src/main/engine/storage/store'
import { HOUSE_LOG } from '../../../src/shared/domain/house-log'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'

const dana = { kind: 'person', responder: { id: 'dana scully', name: 'Dana Scully' } }

/** [kind, body] as the first versions of Quarterdeck wrote them; all are version 1. */
const written: readonly (readonly [string, object])[] = [
  ['incident-declared', { title: 'Mail is late', severity: 'SEV-3', impact: '', drill: false, page: null }],
  ['checkpoint-armed', { checkpoint: 'cp-1', dueAt: 1_780_000_900_000 }],
  ['role-assigned', { role: 'ic', responder: dana.responder }],
  ['entry-added', { entry: 'e-1', kind: 'note', text: 'The queue grows', pinned: false }],
  ['role-released', { role: 'ic', responder: dana.responder }],
]

/** What was asked for without an incident, before the folder's own stream had an id. */
const asked: typeof written = [
  [
    'act-asked',
    {
      act: newId(),
      what: { kind: 'page-acknowledge', connection: 'pd', page: { id: 'P8', name: 'Queue almost full' } },
    },
  ],
]

/** An incident whose rows have the versions that today's code reads and no longer writes, and what belonged to none. */
export function olderIncident(store: Store): IncidentId {
  const incident = newId<IncidentId>()
  writeOlder(store, incident, written)
  writeOlder(store, HOUSE_LOG, asked)
  return incident
}

function writeOlder({ db }: Store, incident: IncidentId, rows: typeof written): void {
  let hash = CHAIN_START
  rows.forEach(([kind, body], n) => {
    const at = 1_780_000_000_000 + n * 60_000
    const texts = { by: JSON.stringify(dana), body: JSON.stringify(body) }
    const row = { id: `${newId()}.0`, incident, kind, version: 1, at, recordedAt: at, ...texts }
    hash = chainHash(hash, row)
    db.prepare(
      'INSERT INTO event (id, incident, kind, version, at, recordedAt, by, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(row.id, incident, kind, 1, at, at, row.by, row.body, hash)
  })
}
