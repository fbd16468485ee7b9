import type { Migration } from '../migration'

/**
 * Which incarnation of the folder an item of the outbox belongs to (empty: written by a version that did not note it),
 * and the id of the stream of what belongs to no incident.
 */
export const workspace: Migration = {
  version: 120,
  up: db =>
    db.exec(`
      ALTER TABLE act ADD COLUMN origin TEXT NOT NULL DEFAULT '';
      CREATE TABLE workspace (id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
    `),
}
