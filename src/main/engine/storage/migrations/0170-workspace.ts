import { newId } from '../../../../shared/domain/ids'
import type { Migration } from '../migration'

/** [WS1] The id of the folder's own stream. It is made here, once, so that it is there with the table or not at all. */
export const workspace: Migration = {
  version: 170,
  up: db => {
    db.exec('CREATE TABLE workspace (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL) STRICT')
    db.prepare('INSERT INTO workspace (one, id) VALUES (1, ?)').run(newId<string>())
  },
}
