import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rowsToSend } from '../../../src/main/engine/record/raw-rows'
import { openStore, type Store } from '../../../src/main/engine/storage/store'
import { openConflicts } from '../../../src/shared/domain/claims'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { conflictSettled } from '../../../src/shared/events/conflict-settled'
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
    desk.run('incident:rename', { incident, title: 'Checkout fails' })
    other.run('incident:rename', { incident, title: 'Payments fail' })
    take(desk, opened.value)
    settleTitle(desk, incident)
    note(desk, 'after both')
    return incident
  } finally {
    opened.value.close()
    rmSync(folder, { recursive: true })
  }
}

function settleTitle(desk: Desk, incident: IncidentId): void {
  const head = desk.ledger.record(incident)?.incident
  const side = head && openConflicts(head).find(({ about }) => about === 'title')?.sides[0]
  if (side === undefined) throw new Error('Nobody disagrees about the title')
  const body = { about: 'title', chosen: side.event, text: side.value, reason: 'as customers call it' } as const
  desk.write(incident, conflictSettled.draft(body, desk.clock.now(), side.by))
}
