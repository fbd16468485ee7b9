import type { Migration } from '../migration'

/**
 * What monitoring systems forget. `row` is the alert as last read, as JSON. `lastSeen` of an open alert is its
 * connection's `readAt`, so that a poll of 50,000 unchanged alerts writes one row and not 50,000.
 */
export const createAlerts: Migration = {
  version: 30,
  up: db =>
    db.exec(`
      CREATE TABLE seenAlert (
        id TEXT PRIMARY KEY,
        connection TEXT NOT NULL,
        row TEXT NOT NULL,
        firstSeen INTEGER NOT NULL,
        lastSeen INTEGER NOT NULL,
        clearedAt INTEGER,
        hiddenBy TEXT
      ) STRICT;
      CREATE INDEX seenAlertByClearing ON seenAlert (clearedAt);
      CREATE TABLE alertReading (connection TEXT PRIMARY KEY, readAt INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE noiseRule (
        place INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        rule TEXT NOT NULL
      ) STRICT;
    `),
}
