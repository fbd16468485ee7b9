import type { Migration } from '../migration'

/** [RK10] Events that came from elsewhere and are stored and forwarded without being folded. `row` is what came. */
export const createHeldEvents: Migration = {
  version: 90,
  up: db =>
    db.exec(`
      CREATE TABLE heldEvent (
        incident TEXT NOT NULL,
        origin TEXT NOT NULL,
        counter INTEGER NOT NULL,
        hash TEXT NOT NULL,
        row TEXT NOT NULL,
        reason TEXT NOT NULL,
        heldAt INTEGER NOT NULL,
        PRIMARY KEY (incident, origin, counter, hash)
      ) STRICT, WITHOUT ROWID;
    `),
}
