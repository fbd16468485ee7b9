import { expect, it, vi } from 'vitest'
import { openStore } from '../../../src/main/engine/storage/store'
import { watchSentElsewhere } from '../../../src/main/engine/workspace/sent-elsewhere'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { scratchFolder } from '../../support/folders'

it('[OW4] reads no incident before a screen asks who sends for it, so that a start waits for none', () => {
  const opened = openStore(scratchFolder())
  if (!opened.ok) throw new Error(opened.fault.message)
  const summaries = vi.fn(() => [])
  const ledger = { workspace: newId<IncidentId>(), origin: 'here', record: () => null, summaries, sends: () => true }
  const notice = watchSentElsewhere(opened.value.db, ledger, () => undefined)
  notice.committed({ headChanged: true, outboxChanged: true })
  expect(summaries).not.toHaveBeenCalled()
  expect(notice.read()).toEqual([])
  notice.committed({ headChanged: true, outboxChanged: false })
  expect(summaries).toHaveBeenCalledTimes(2)
  opened.value.close()
})
