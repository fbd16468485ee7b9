import type { Migration } from '../migration'

/** What is half typed in any field, not only in the line; an empty incident is none. */
export const typedText: Migration = {
  version: 60,
  up: db =>
    db.exec(`
      CREATE TABLE typedText (
        screen TEXT NOT NULL,
        incident TEXT NOT NULL,
        field TEXT NOT NULL,
        text TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (screen, incident, field)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO typedText (screen, incident, field, text, at)
        SELECT screen, incident, 'line', text, at FROM keptLine;
      DROP TABLE keptLine;
    `),
}
