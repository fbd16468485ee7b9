import type { Migration } from '../migration'

/** [RK7] How far chains of other origins reached when they came here, as each of them signed it. */
export const originHeads: Migration = {
  version: 100,
  up: db =>
    db.exec(`
      CREATE TABLE originHead (
        incident TEXT NOT NULL,
        origin TEXT NOT NULL,
        counter INTEGER NOT NULL,
        hash TEXT NOT NULL,
        signature TEXT NOT NULL,
        publicKey TEXT NOT NULL,
        PRIMARY KEY (incident, origin)
      ) STRICT, WITHOUT ROWID;
    `),
}
