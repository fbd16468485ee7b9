import type { Migration } from '../migration'

/**
 * [RK1] Envelope 2: which machine wrote an event, its place in that machine's chain, and what can be erased of it apart
 * from what the chain covers. Rows of before stay as they are, with `env` 1 by default; what they lack is derived when
 * they are read. Of an event of envelope 2 the body, its salt and its summary can be cleared, together; one of envelope
 * 1 cannot, because its chain covers its body.
 */
export const origins: Migration = {
  version: 80,
  up: db =>
    db.exec(`
      ALTER TABLE event ADD COLUMN env INTEGER NOT NULL DEFAULT 1;
      ALTER TABLE event ADD COLUMN origin TEXT;
      ALTER TABLE event ADD COLUMN counter INTEGER;
      ALTER TABLE event ADD COLUMN hlcMs INTEGER;
      ALTER TABLE event ADD COLUMN hlcN INTEGER;
      ALTER TABLE event ADD COLUMN seen TEXT;
      ALTER TABLE event ADD COLUMN effect TEXT;
      ALTER TABLE event ADD COLUMN bodyHash TEXT;
      ALTER TABLE event ADD COLUMN salt TEXT;
      ALTER TABLE event ADD COLUMN summary TEXT;
      DROP TRIGGER IF EXISTS eventIsNotChanged;
      CREATE TRIGGER eventIsNotChanged BEFORE UPDATE ON event
      WHEN OLD.env IS NOT 2 OR NEW.body IS NOT '' OR NEW.salt IS NOT '' OR NEW.summary IS NOT ''
        OR NEW.seq IS NOT OLD.seq OR NEW.id IS NOT OLD.id OR NEW.incident IS NOT OLD.incident
        OR NEW.kind IS NOT OLD.kind OR NEW.version IS NOT OLD.version OR NEW.at IS NOT OLD.at
        OR NEW.recordedAt IS NOT OLD.recordedAt OR NEW.by IS NOT OLD.by OR NEW.hash IS NOT OLD.hash
        OR NEW.env IS NOT OLD.env OR NEW.origin IS NOT OLD.origin OR NEW.counter IS NOT OLD.counter
        OR NEW.hlcMs IS NOT OLD.hlcMs OR NEW.hlcN IS NOT OLD.hlcN OR NEW.seen IS NOT OLD.seen
        OR NEW.effect IS NOT OLD.effect OR NEW.bodyHash IS NOT OLD.bodyHash
      BEGIN
        SELECT RAISE(ABORT, 'the log is append-only: an event is never changed');
      END;
    `),
}
