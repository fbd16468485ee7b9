import type { EngineLink } from '../../src/shared/contract/link'
import type { IncidentId } from '../../src/shared/domain/ids'
import { foldEvents, type IncidentRecord } from '../../src/shared/events/fold'

/** Reads an incident's whole log over a link and folds it, as a screen that has just opened does. */
export async function readRecord(link: EngineLink, incident: IncidentId): Promise<IncidentRecord> {
  let record: IncidentRecord | undefined
  const stop = link.on('log', push => {
    if (push.incident === incident && push.after === (record?.seq ?? 0)) record = foldEvents(record, push.events)
  })
  try {
    for (;;) {
      const after = record?.seq ?? 0
      const reply = await link.call('log:follow', { incident, after })
      if (!reply.ok) throw new Error(reply.fault.message)
      if (record !== undefined && record.seq >= reply.value.seq) return record
    }
  } finally {
    stop()
  }
}

/** Settles once the link is open. */
export function whenOpen(link: EngineLink): Promise<void> {
  return new Promise(done => {
    link.onState(state => {
      if (state === 'open') done()
    })
  })
}
