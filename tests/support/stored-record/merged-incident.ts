import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rowsToSend } from '../../../src/main/engine/record/raw-rows'
import { openStore, type Store } from '../../../src/main/engine/storage/store'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { type Desk, sitAtDesk } from './desk'

/** An incident that two machines wrote at the same time, each of which then took what the other had. */
export function mergedIncident(store: Store, desk: Desk): IncidentId {
  const incident = newId<IncidentId>()
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-other-'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.fault.message)
  const other = sitAtDesk(opened.value, 'Fox Mulder')
  const take = (to: Desk, from: Store) => {
    const { rows } = rowsToSend(from.db, incident)
    const taken = to.ledger.merge({ incident, drill: false, rows }, to.clock.now())
    if (!taken.ok) throw new Error(JSON.stringify(taken.fault))
  }
  const note = (at: Desk, text: string) =>
    at.run('timeline:append', { incident, entry: newId(), kind: 'note', text, occurredAt: null, pinned: false })
  try {
    desk.run('incident:declare', { incident, title: 'Two rooms, one outage', severity: 'SEV-3', impact: '' })
    take(other, store)
    note(desk, 'written here')
    other.run('incident:change-severity', { incident, to: 'SEV-2', reason: 'seen from there' })
    note(other, 'written there')
    desk.run('roles:assign', { incident, role: 'ic', name: 'Dana Scully' })
    take(desk, opened.value)
    note(desk, 'after both')
    return incident
  } finally {
    opened.value.close()
    rmSync(folder, { recursive: true })
  }
}
