import type { Attachment, PictureType } from '../../../shared/domain/attachment'
import type { ContentHash } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import type { ReadableDb, WritableDb } from './database'
import { statement } from './statements'

/** [TL16] Bytes of a row; the last one of an attachment has what is left. */
const ROW = 256 * 1024

/**
 * Stores a picture; one that exists already stays as it is. On disk when the transaction is. @throws on a failing disk
 */
export function writeAttachment(db: WritableDb, attachment: Attachment, content: Uint8Array, now: Millis): void {
  const { hash, type, size } = attachment
  const { changes } = statement(
    db,
    "INSERT INTO attachment (hash, type, size, keptAt, content) VALUES (?, ?, ?, ?, x'') ON CONFLICT (hash) DO NOTHING",
  ).run(hash, type, size, now)
  if (changes === 0) return
  const row = statement(db, 'INSERT INTO attachmentRow (hash, place, bytes) VALUES (?, ?, ?)')
  for (let place = 0; place * ROW < size; place += 1)
    row.run(hash, place, content.subarray(place * ROW, (place + 1) * ROW))
}

export function findAttachment(db: ReadableDb, hash: ContentHash): Attachment | undefined {
  const row = statement(db, 'SELECT type, size FROM attachment WHERE hash = ?').get(hash)
  return row === undefined ? undefined : { hash, type: String(row.type) as PictureType, size: Number(row.size) }
}

/** Bytes of a picture from `offset`, at most `length`; none where there is no such picture. */
export function readAttachment(db: ReadableDb, hash: ContentHash, offset: number, length: number): Uint8Array {
  // An earlier version kept it in one row. Nothing is as short as that.
  const whole = statement(
    db,
    "SELECT substr(content, ?, ?) AS bytes FROM attachment WHERE hash = ? AND content IS NOT x''",
  ).get(offset + 1, length, hash)
  if (whole?.bytes instanceof Uint8Array) return whole.bytes
  const first = Math.floor(offset / ROW)
  const rows = statement(
    db,
    'SELECT bytes FROM attachmentRow WHERE hash = ? AND place BETWEEN ? AND ? ORDER BY place',
  ).all(hash, first, Math.floor((offset + length - 1) / ROW))
  const found = Buffer.concat(rows.flatMap(({ bytes }) => (bytes instanceof Uint8Array ? [bytes] : [])))
  return found.subarray(offset - first * ROW, offset - first * ROW + length)
}

/** Drops a picture. Call it in a transaction. @throws on a failing disk */
export function dropAttachment(db: WritableDb, hash: string): void {
  statement(db, 'DELETE FROM attachmentRow WHERE hash = ?').run(hash)
  statement(db, 'DELETE FROM attachment WHERE hash = ?').run(hash)
}

/** How many pictures there are, and their bytes. */
export function countAttachments(db: ReadableDb): { readonly pictures: number; readonly bytes: number } {
  const row = statement(db, 'SELECT count(*) AS pictures, coalesce(sum(size), 0) AS bytes FROM attachment').get()
  return { pictures: Number(row?.pictures), bytes: Number(row?.bytes) }
}
