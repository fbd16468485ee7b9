import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { IncidentId } from '../../../shared/domain/ids'
import { fail, ok } from '../../../shared/lib/reply'
import { drawTexts } from '../handoff/draw'
import { lock } from '../record/bundle/passphrase'
import { writeBundle } from '../record/bundle/write-bundle'
import { findAttachment, readAttachment } from '../storage/attachments'
import { openForReading, type ReadableDb } from '../storage/database'
import { DATABASE_FILE } from '../storage/format.mjs'
import { readLog } from '../storage/log-reading'
import { originIn } from '../storage/origin-key'
import type { RunJob } from '../workers/job'
import type { WriteAnswer, WriteOrder } from './write-job'

/** What `writeBundleJob` does. @throws where the database cannot be opened, or the disk fails */
export const writeInThread: RunJob<WriteOrder, never, WriteAnswer> = async ({ folder, passphrase, ...out }) => {
  const db = openForReading(join(folder, DATABASE_FILE))
  try {
    const origin = originIn(folder)
    if (origin === undefined) return fail({ code: 'unreadable', where: folder } as const)
    const written = await writeBundle({ db, folder, origin }, { ...out, documents: documentsOf(db, out.incident) })
    if (!written.ok) return written
    if (passphrase !== undefined) await lock(out.file, passphrase)
    const events = Object.values(written.value.vector).reduce((sum, [counter]) => sum + counter, 0)
    return ok({ events, bytes: (await stat(out.file)).size })
  } catch (cause) {
    // What is left of it has no passphrase.
    await rm(out.file, { force: true })
    throw cause
  } finally {
    db.close()
  }
}

/** The newest handoff, for people who have the file and no Quarterdeck. */
function documentsOf(db: ReadableDb, incident: IncidentId): Readonly<Record<string, string>> {
  const { events } = readLog(db, incident)
  const written = events.findLast(event => event.kind === 'handoff-written')
  if (written?.kind !== 'handoff-written') return {}
  const drawn = drawTexts(events, { incident, handoff: written.body.handoff }, hash => {
    const found = findAttachment(db, hash)
    return found && readAttachment(db, hash, 0, found.size)
  })
  return drawn === undefined ? {} : { 'handoff.html': drawn.html, 'handoff.md': drawn.markdown }
}
