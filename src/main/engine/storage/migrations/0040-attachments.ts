import type { Migration } from '../migration'

/**
 * Pictures by the hash of their bytes, which stand last so that the other columns are read without them. They are in
 * the database, so that one backup and one lock cover both them and the lines that name them. `keptLine` is what is half
 * typed in the page.
 */
export const attachments: Migration = {
  version: 40,
  up: db =>
    db.exec(`
      CREATE TABLE attachment (
        hash TEXT PRIMARY KEY,
        type TEXT NOT NULL,
        size INTEGER NOT NULL,
        keptAt INTEGER NOT NULL,
        content BLOB NOT NULL
      ) STRICT;
      CREATE TABLE keptLine (
        screen TEXT NOT NULL,
        incident TEXT NOT NULL,
        text TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (screen, incident)
      ) STRICT, WITHOUT ROWID;
    `),
}
