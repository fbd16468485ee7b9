import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { runIndex } from '../../../src/main/engine/search/run-index'
import { openForReading } from '../../../src/main/engine/storage/database'
import { DATABASE_FILE } from '../../../src/main/engine/storage/format.mjs'
import { openStore } from '../../../src/main/engine/storage/store'
import { type IncidentId, newId, type OutboxItemId, type UpdateId } from '../../../src/shared/domain/ids'
import { updatePublishing } from '../../../src/shared/events/update-publishing'
import { ada, declared, drafted, minute, published, updateContent } from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'

it('[SX1] a published update is found with the time at which it was published', async () => {
  const folder = scratchFolder()
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  const ledger = openLedger(store.value, keptLogger(), () => undefined)
  const incident = newId<IncidentId>()
  const index = join(folder, 'search.sqlite')
  const indexedTimes = async () => {
    const order = { database: join(folder, DATABASE_FILE), index, incidents: null, anew: false }
    await runIndex(order, { report: async () => undefined, cancelled: () => false } as never)
    const db = openForReading(index)
    const rows = db.prepare("SELECT kind, at FROM doc WHERE ref = 'u1'").all()
    db.close()
    return rows
  }
  const publishing = { update: 'u1' as UpdateId, act: 'a1' as OutboxItemId, cancelUntil: minute(4) }
  const sending = updatePublishing.draft({ ...publishing, channel: updateContent().channel }, minute(4), ada)
  ledger.commit(incident, newId(), { events: [declared(), drafted(3, 'u1'), sending] }, minute(4))
  expect(await indexedTimes()).toEqual([{ kind: 'update', at: minute(3) }])
  ledger.commit(incident, newId(), { events: [published(5, 'u1')] }, minute(5))
  expect(await indexedTimes()).toEqual([{ kind: 'update', at: minute(5) }])
  store.value.close()
})
