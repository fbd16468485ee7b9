import type { Migration } from '../migration'

/**
 * `seq` is the place in this machine's log; AUTOINCREMENT never gives a number twice. An event's id is the id of the
 * request that made it and its ordinal there, so the unique index also shows whether a request was done already.
 */
export const eventLog: Migration = {
  version: 10,
  up: db =>
    db.exec(`
      CREATE TABLE event (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        incident TEXT NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        at INTEGER NOT NULL,
        recordedAt INTEGER NOT NULL,
        by TEXT NOT NULL,
        body TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX eventByIncident ON event (incident, seq);
      CREATE TABLE incidentSummary (incident TEXT PRIMARY KEY, summary TEXT NOT NULL) STRICT, WITHOUT ROWID;
    `),
}
