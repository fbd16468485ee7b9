import type { Parsed } from '../../../shared/contract/calls'
import type { Fault } from '../../../shared/contract/faults'
import type { IncidentId } from '../../../shared/domain/ids'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import type { Logger } from '../ports'
import type { Handlers } from '../sessions/handlers'
import { inTransaction, type WritableDb } from '../storage/database'
import { emptyWriteAheadLog } from '../storage/erase'
import { storageFault } from '../storage/storage-fault'
import { openTypedTextFile, type TypedTextFile } from '../storage/typed-text-file'
import { forgetTypedText, nothingTyped, readTypedText, type StoredText, writeTypedText } from '../storage/typed-texts'

/**
 * [TL9] The unsent text in each field of each client. A browser writes its own store seconds late; here it is on disk
 * at once.
 */
export interface TypedTexts {
  /** Answers when it is on the disk. */
  write(typed: Parsed<'typed-text:write'>): Promise<Reply<null, Fault>>
  read(asked: Parsed<'typed-text:read'>): Reply<StoredText, Fault>
  /** [ER4] Drops unsent text about something that was erased, in every client. */
  forget(incident: IncidentId, field: string): void
  /** What is on its way is on the disk then. */
  stop(): Promise<void>
}

/** @param folder the data folder; a file in it that could not be opened is tried again with each write */
export function openTypedTexts(folder: string, record: WritableDb, logger: Logger): TypedTexts {
  const openFile = () =>
    openTypedTextFile(folder, record, (name, why) => {
      logger.warn('What was half typed cannot be read, and is put aside', { name, why })
    })
  let file: TypedTextFile | undefined
  try {
    file = openFile()
  } catch (cause) {
    logger.warn('What is half typed cannot be kept now', { cause: String(cause) })
  }
  return {
    async write({ text, at, ...place }) {
      try {
        file ??= openFile()
        const { db, synced } = file
        inTransaction(db, () => writeTypedText(db, { ...place, incident: place.incident ?? '' }, { text, at }))
        await synced()
        return ok(null)
      } catch (cause) {
        return fail(storageFault(cause, 'stored-typed'))
      }
    },
    read: place =>
      ok(file === undefined ? nothingTyped : readTypedText(file.db, { ...place, incident: place.incident ?? '' })),
    forget(incident, field) {
      if (file === undefined) return
      const { db } = file
      try {
        inTransaction(db, () => forgetTypedText(db, incident, field))
        emptyWriteAheadLog(db)
      } catch (cause) {
        logger.error('What was half typed about an erased line is still kept', { field, cause: String(cause) })
      }
    },
    async stop() {
      await file?.close()
    },
  }
}

export function typedTextQueries(typedTexts: TypedTexts): Handlers<'typed-text:read'> {
  return { 'typed-text:read': input => typedTexts.read(input) }
}

export function typedTextChanges(typedTexts: TypedTexts): Handlers<'typed-text:write'> {
  return { 'typed-text:write': input => typedTexts.write(input) }
}
