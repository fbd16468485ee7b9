import { describe, expect, it } from 'vitest'
import { heldCounts, heldProblems } from '../../../src/main/engine/integrity/held'
import { heldChanges } from '../../../src/main/engine/integrity/held-calls'
import type { Screen } from '../../../src/main/engine/sessions/sessions'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { entryAdded } from '../../../src/shared/events/entry-added'
import { HOUR } from '../../../src/shared/lib/time'
import { dana } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { replicaOn } from '../../support/replica'

const incident = newId<IncidentId>()
const nobody = {} as Screen

/** A machine that holds two events of another one, whose clock is 25 hours ahead. */
function scene() {
  const [here, there] = [replicaOn(scratchFolder()), replicaOn(scratchFolder())]
  here.declare(incident)
  there.take(incident, here.rows(incident))
  there.clock = here.clock + 25 * HOUR
  for (const text of ['from tomorrow', 'and on'])
    there.write(incident, entryAdded.draft({ entry: newId(), kind: 'note', text, pinned: false }, 7, dana))
  here.take(incident, there.rows(incident))
  return { here, there }
}

describe('[RK10] what is held', () => {
  it('is named: how much, whose, why, and what it says', () => {
    const { here, there } = scene()
    const told = { reason: 'ahead', who: ['Dana Scully'], machine: there.store.origin.id.slice(0, 8), count: 2 }
    expect(heldProblems(here.store.db, here.ledger)).toEqual([
      {
        ...{ kind: 'held', incident, title: 'Cards fail', ...told },
        lines: [
          { at: 7, text: 'from tomorrow' },
          { at: 7, text: 'and on' },
        ],
      },
    ])
    expect(heldCounts(here.store.db, incident)).toEqual([told])
    expect(heldProblems(there.store.db, there.ledger)).toEqual([])
  })

  it('is named of whoever wrote it, though that is written as nobody writes it', () => {
    const { here } = scene()
    here.store.db.exec(`UPDATE heldEvent SET row = replace(row, '"by":"{', '"by":"!{')`)
    expect(heldCounts(here.store.db, incident)).toMatchObject([{ who: [], count: 2 }])
  })

  it('keeps nobody from the record where its table is broken', () => {
    const { here } = scene()
    here.store.db.exec('DROP TABLE heldEvent')
    expect(heldProblems(here.store.db, here.ledger)).toEqual([])
    expect(heldCounts(here.store.db, incident)).toEqual([])
  })

  it('is part of the record once a person admits it, and every screen hears that it is held no more', async () => {
    const { here, there } = scene()
    const told: string[] = []
    const calls = heldChanges({ ledger: here.ledger, changed: () => void told.push('changed') })
    expect(await calls['record:admit-ahead']({ incident }, nobody)).toEqual({ ok: true, value: { admitted: 3 } })
    expect([heldProblems(here.store.db, here.ledger), told]).toEqual([[], ['changed']])
    expect(here.shown(incident)).toEqual(there.shown(incident))
    expect(await calls['record:admit-ahead']({ incident }, nobody)).toEqual({ ok: true, value: { admitted: 0 } })
  })
})
