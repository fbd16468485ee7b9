import { LOG_SLICE, type LogSlice } from '../../../shared/contract/archive'
import { openForReading } from '../storage/database'
import { readLog } from '../storage/log-reading'
import { isNoIncident } from '../storage/workspace-stream'
import type { LogOrder } from './log-job'

/** [AV6] What `logJob` does. @throws where the record cannot be read */
export function readLogSlice({ database, incident, from }: LogOrder): LogSlice | null {
  const db = openForReading(database)
  try {
    const { events, damage } = readLog(db, incident)
    if (events.length === 0 || isNoIncident(db, incident)) return null
    const to = from + LOG_SLICE
    return { events: events.slice(from, to), next: to < events.length ? to : null, damaged: damage !== null }
  } finally {
    db.close()
  }
}
