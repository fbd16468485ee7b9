import type { Migration } from '../migration'

/**
 * [NP2] Ids of those who write in this folder. A session is one spelling of a name in one window. The ids are drawn by
 * chance, so that nobody who has them can try out names on them, and these rows go when the name is erased.
 *
 * [IN1] What can be erased of an event is cleared only where its log has an event that erases it, and never in that one.
 */
export const people: Migration = {
  version: 160,
  up: db =>
    db.exec(`
      CREATE TABLE person (
        session TEXT PRIMARY KEY,
        person TEXT NOT NULL,
        key TEXT NOT NULL,
        name TEXT NOT NULL,
        screen TEXT NOT NULL,
        UNIQUE (name, screen)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX personByKey ON person (key);
      CREATE INDEX erasureByIncident ON event (incident) WHERE kind = 'body-erased';
      DROP TRIGGER IF EXISTS eventIsNotChanged;
      CREATE TRIGGER eventIsNotChanged BEFORE UPDATE ON event
      WHEN OLD.env IS NOT 2 OR NEW.body IS NOT '' OR NEW.salt IS NOT '' OR NEW.summary IS NOT ''
        OR NEW.seq IS NOT OLD.seq OR NEW.id IS NOT OLD.id OR NEW.incident IS NOT OLD.incident
        OR NEW.kind IS NOT OLD.kind OR NEW.version IS NOT OLD.version OR NEW.at IS NOT OLD.at
        OR NEW.recordedAt IS NOT OLD.recordedAt OR NEW.by IS NOT OLD.by OR NEW.hash IS NOT OLD.hash
        OR NEW.env IS NOT OLD.env OR NEW.origin IS NOT OLD.origin OR NEW.counter IS NOT OLD.counter
        OR NEW.hlcMs IS NOT OLD.hlcMs OR NEW.hlcN IS NOT OLD.hlcN OR NEW.seen IS NOT OLD.seen
        OR NEW.effect IS NOT OLD.effect OR NEW.bodyHash IS NOT OLD.bodyHash
        OR OLD.kind IS 'body-erased' OR NOT EXISTS (
          SELECT 1 FROM event AS erasure WHERE erasure.kind = 'body-erased' AND erasure.incident = OLD.incident
            AND CASE WHEN json_valid(erasure.body) THEN json_extract(erasure.body, '$.event') END = OLD.id
        )
      BEGIN
        SELECT RAISE(ABORT, 'the log is append-only: an event is never changed');
      END;
    `),
}
