import type { Attachment, PictureType } from '../../../shared/domain/attachment'
import type { ContentHash } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import type { ReadableDb, WritableDb } from './database'
import { statement } from './statements'

/**
 * Stores a picture; one that exists already stays as it is. On disk when the transaction is. @throws on a failing disk
 */
export function writeAttachment(db: WritableDb, attachment: Attachment, content: Uint8Array, now: Millis): void {
  const { hash, type, size } = attachment
  statement(
    db,
    'INSERT INTO attachment (hash, type, size, keptAt, content) VALUES (?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING',
  ).run(hash, type, size, now, content)
}

export function findAttachment(db: ReadableDb, hash: ContentHash): Attachment | undefined {
  const row = statement(db, 'SELECT type, size FROM attachment WHERE hash = ?').get(hash)
  return row === undefined ? undefined : { hash, type: String(row.type) as PictureType, size: Number(row.size) }
}

/** Bytes of a picture from `offset`, at most `length`; none where there is no such picture. */
export function readAttachment(db: ReadableDb, hash: ContentHash, offset: number, length: number): Uint8Array {
  const row = statement(db, 'SELECT substr(content, ?, ?) AS bytes FROM attachment WHERE hash = ?').get(
    offset + 1,
    length,
    hash,
  )
  return row?.bytes instanceof Uint8Array ? row.bytes : new Uint8Array()
}

/** How many pictures there are, and their bytes. */
export function countAttachments(db: ReadableDb): { readonly pictures: number; readonly bytes: number } {
  const row = statement(db, 'SELECT count(*) AS pictures, coalesce(sum(size), 0) AS bytes FROM attachment').get()
  return { pictures: Number(row?.pictures), bytes: Number(row?.bytes) }
}
