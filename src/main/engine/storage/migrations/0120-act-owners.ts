import type { Migration } from '../migration'

/** Which incarnation of the folder an item of the outbox belongs to; empty: written by a version that did not note it. */
export const actOwners: Migration = {
  version: 120,
  up: db => db.exec("ALTER TABLE act ADD COLUMN origin TEXT NOT NULL DEFAULT ''"),
}
