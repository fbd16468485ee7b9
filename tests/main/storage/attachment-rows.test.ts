import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { findAttachment, readAttachment, writeAttachment } from '../../../src/main/engine/storage/attachments'
import { inTransaction } from '../../../src/main/engine/storage/database'
import { dropUnnamedPicture } from '../../../src/main/engine/storage/erase'
import { openStore } from '../../../src/main/engine/storage/store'
import type { ContentHash } from '../../../src/shared/domain/ids'
import { scratchFolder } from '../../support/folders'
import { writeOlderRecord } from '../../support/older-format'

const hash = 'a'.repeat(64) as ContentHash
const ROW = 256 * 1024

function opened(folder: string) {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  onTestFinished(() => store.value.close())
  return store.value.db
}

it.each([1, ROW - 1, ROW, ROW + 1, 5 * ROW + 77])('[TL16] a picture of %s bytes is read as it was written', size => {
  const db = opened(scratchFolder())
  const content = randomBytes(size)
  const write = () => inTransaction(db, () => writeAttachment(db, { hash, type: 'image/png', size }, content, 1))
  write()
  write()
  const rows = db.prepare('SELECT max(length(bytes)) AS most, count(*) AS count FROM attachmentRow').get()
  expect(rows).toEqual({ most: Math.min(size, ROW), count: Math.ceil(size / ROW) })
  const ranges = [0, 1, ROW - 1, ROW, 2 * ROW + 5, size - 1, size].flatMap(from =>
    [1, ROW, 3 * ROW, size].map(length => [from, length] as const),
  )
  for (const [from, length] of ranges)
    expect(Buffer.from(readAttachment(db, hash, from, length)).equals(content.subarray(from, from + length))).toBe(true)
  inTransaction(db, () => dropUnnamedPicture(db, hash))
  expect(findAttachment(db, hash)).toBeUndefined()
  expect(readAttachment(db, hash, 0, size)).toHaveLength(0)
  expect(db.prepare('SELECT count(*) AS count FROM attachmentRow').get()).toEqual({ count: 0 })
})

it('[TL16] a picture that an earlier version stored stays where it is, and is read and dropped as before', () => {
  const folder = join(scratchFolder(), 'data')
  writeOlderRecord(
    folder,
    170,
    `INSERT INTO attachment (hash, type, size, keptAt, content) VALUES ('${hash}', 'image/png', 5, 1, x'0102030405')`,
  )
  const db = opened(folder)
  expect([...readAttachment(db, hash, 1, 3)]).toEqual([2, 3, 4])
  expect([...readAttachment(db, hash, 0, 99)]).toEqual([1, 2, 3, 4, 5])
  expect(db.prepare('SELECT count(*) AS count FROM attachmentRow').get()).toEqual({ count: 0 })
  inTransaction(db, () => dropUnnamedPicture(db, hash))
  expect(readAttachment(db, hash, 0, 5)).toHaveLength(0)
})
