import type { WritableDb } from './database'

/** One step of the database's shape. Versions climb in tens, so that a fix can be put between two. */
export interface Migration {
  readonly version: number
  readonly up: (db: WritableDb) => void
}
