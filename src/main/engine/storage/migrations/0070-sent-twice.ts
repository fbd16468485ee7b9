import type { Migration } from '../migration'

/** Items that were sent again while an earlier send was in doubt: a second copy may still appear at the vendor. */
export const sentTwice: Migration = {
  version: 70,
  up: db =>
    db.exec(`
      ALTER TABLE act ADD COLUMN mayBeTwice INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX actMayBeTwice ON act (notBefore) WHERE mayBeTwice = 1;
    `),
}
