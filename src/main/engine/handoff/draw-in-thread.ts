import type { ContentHash } from '../../../shared/domain/ids'
import { findAttachment, readAttachment } from '../storage/attachments'
import { atOneInstant, openForReading, type ReadableDb } from '../storage/database'
import { readLog } from '../storage/log-reading'
import type { RunJob } from '../workers/job'
import { drawHandoff } from './draw'
import type { DrawnHandoff, HandoffOrder } from './handoff-job'

/** [WT3] What `handoffJob` does. @throws where the database cannot be opened */
export const drawInThread: RunJob<HandoffOrder, never, DrawnHandoff> = ({ file, ...asked }) => {
  const db = openForReading(file)
  try {
    return atOneInstant(db, () => {
      const { events, damage } = readLog(db, asked.incident)
      return damage === null ? (drawHandoff(events, asked, hash => pictureIn(db, hash)) ?? null) : null
    })
  } finally {
    db.close()
  }
}

function pictureIn(db: ReadableDb, hash: ContentHash): Uint8Array | undefined {
  const found = findAttachment(db, hash)
  return found && readAttachment(db, hash, 0, found.size)
}
