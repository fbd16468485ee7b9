import type { Migration } from '../migration'

/**
 * [KT1] What the pinned panels showed while an incident was open. No events: nobody decided anything, and it may be
 * thinned and removed. A line has a row of its old points and one of its last hours, so that what is old is not written
 * again each minute. `points` are doubles: all times, then all values.
 */
export const telemetry: Migration = {
  version: 180,
  up: db =>
    db.exec(`
      CREATE TABLE telemetryPanel (
        incident TEXT NOT NULL,
        panel TEXT NOT NULL,
        here INTEGER NOT NULL,
        about TEXT NOT NULL,
        PRIMARY KEY (incident, panel)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE telemetryPart (
        incident TEXT NOT NULL,
        panel TEXT NOT NULL,
        line INTEGER NOT NULL,
        part INTEGER NOT NULL,
        step INTEGER NOT NULL,
        points BLOB NOT NULL,
        PRIMARY KEY (incident, panel, line, part)
      ) STRICT;
    `),
}
