import type { Migration } from '../migration'

/**
 * [IN1] The log is append-only against our own mistakes and against edits with a database tool: nothing is deleted, and
 * an update may do nothing but clear the body, which erasing will need. If the triggers are dropped first, the hash
 * chain shows it.
 */
export const appendOnly: Migration = {
  version: 50,
  up: db =>
    db.exec(`
      CREATE TRIGGER eventIsNotDeleted BEFORE DELETE ON event BEGIN
        SELECT RAISE(ABORT, 'the log is append-only: an event is never deleted');
      END;
      CREATE TRIGGER eventIsNotChanged BEFORE UPDATE ON event
      WHEN NEW.body IS NOT '' OR NEW.seq IS NOT OLD.seq OR NEW.id IS NOT OLD.id OR NEW.incident IS NOT OLD.incident
        OR NEW.kind IS NOT OLD.kind OR NEW.version IS NOT OLD.version OR NEW.at IS NOT OLD.at
        OR NEW.recordedAt IS NOT OLD.recordedAt OR NEW.by IS NOT OLD.by OR NEW.hash IS NOT OLD.hash
      BEGIN
        SELECT RAISE(ABORT, 'the log is append-only: an event is never changed');
      END;
    `),
}
