import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Puts pictures into a closed record, until it is so large that to copy it takes a while. */
export function enlarge(folder: string, megabytes: number): void {
  const db = new DatabaseSync(join(folder, 'quarterdeck.sqlite'))
  try {
    const insert = db.prepare(
      "INSERT INTO attachment (hash, type, size, keptAt, content) VALUES (?, 'image/png', 1, 1, ?)",
    )
    for (let n = 0; n < megabytes; n += 1) insert.run(`picture ${n}`, randomBytes(1_000_000))
  } finally {
    db.close()
  }
}
