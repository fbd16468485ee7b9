import type { Migration } from '../migration'

/**
 * [TL16] Attachments in rows of 256 KB, so that a part is read and written without the whole. What is there stays in its
 * one row, and is read from it.
 */
export const attachmentRows: Migration = {
  version: 190,
  up: db =>
    db.exec(`
      CREATE TABLE attachmentRow (
        hash TEXT NOT NULL,
        place INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (hash, place)
      ) STRICT;
    `),
}
