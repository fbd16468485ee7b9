import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rowsToSend } from '../../../src/main/engine/record/raw-rows'
import { openStore, type Store } from '../../../src/main/engine/storage/store'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import type { Millis } from '../../../src/shared/lib/time'
import { type Desk, sitAtDesk } from './desk'

/** A colleague at another machine, with which whole logs are exchanged. */
export interface OtherMachine {
  readonly desk: Desk
  /** Takes what is here. */
  fetch(incident: IncidentId): void
  /** What is there is taken here. */
  bring(incident: IncidentId): void
}

/**
 * Lets a machine work beside this one, whose folder is gone afterwards.
 * @param systemNow what its system's clock says
 */
export function besideOther<T>(
  store: Store,
  desk: Desk,
  work: (other: OtherMachine) => T,
  systemNow: () => Millis = Date.now,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-other-'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.fault.message)
  const there = sitAtDesk(opened.value, 'Fox Mulder', { systemNow })
  const take = (to: Desk, from: Store, incident: IncidentId) => {
    const { rows } = rowsToSend(from.db, incident)
    const taken = to.ledger.merge({ incident, drill: false, rows }, to.clock.now())
    if (!taken.ok) throw new Error(JSON.stringify(taken.fault))
  }
  try {
    return work({
      desk: there,
      fetch: incident => take(there, store, incident),
      bring: incident => take(desk, opened.value, incident),
    })
  } finally {
    opened.value.close()
    rmSync(folder, { recursive: true })
  }
}

/** A line that somebody types. */
export function note({ run }: Desk, incident: IncidentId, text: string): void {
  run('timeline:append', { incident, entry: newId(), kind: 'note', text, occurredAt: null, pinned: false })
}
