import type { Migration } from '../migration'

export const createOutbox: Migration = {
  version: 20,
  up: db =>
    db.exec(`
      CREATE TABLE act (
        place INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        incident TEXT NOT NULL,
        target TEXT NOT NULL,
        body TEXT NOT NULL,
        state TEXT NOT NULL,
        notBefore INTEGER NOT NULL,
        attempts INTEGER NOT NULL,
        looks INTEGER NOT NULL,
        reason TEXT NOT NULL,
        createdAt INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX actByState ON act (state, place);
    `),
}
