import type { ContentHash } from '../../../shared/domain/ids'
import { writerOf } from '../documents/write-document'
import { findAttachment, readAttachment } from '../storage/attachments'
import { atOneInstant, openForReading, type ReadableDb } from '../storage/database'
import { readLog } from '../storage/log-reading'
import type { RunJob } from '../workers/job'
import { drawHandoff } from './draw'
import type { DrawnHandoff, HandoffOrder } from './handoff-job'

/** [WT3] What `handoffJob` does. @throws where the database cannot be opened */
export const drawInThread: RunJob<HandoffOrder, never, DrawnHandoff> = async ({ file, ...asked }) => {
  // Before the database is opened, which is then held only for as long as it is read.
  const write = await writerOf(asked.format)
  const db = openForReading(file)
  try {
    const drawn = atOneInstant(db, () => {
      const { events, damage } = readLog(db, asked.incident)
      return { now: damage === null ? drawHandoff(events, asked, write, hash => pictureIn(db, hash)) : undefined }
    })
    return (await drawn.now) ?? null
  } finally {
    db.close()
  }
}

function pictureIn(db: ReadableDb, hash: ContentHash): Uint8Array | undefined {
  const found = findAttachment(db, hash)
  return found && readAttachment(db, hash, 0, found.size)
}
