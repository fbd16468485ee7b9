import type { ReadableDb } from '../storage/database'
import { reasonOf } from '../storage/fault'
import { openSearchIndexForReading } from '../storage/search-index'

/** The index is missing or broken: it has to be rebuilt. */
export interface BrokenIndex {
  readonly broken: string
}

/** Reads something from the index. What is thrown while it is read means that the index is broken. */
export function readIndex<T>(index: string, read: (db: ReadableDb) => T): T | BrokenIndex {
  try {
    const db = openSearchIndexForReading(index)
    if (db === undefined) return { broken: 'there is none' }
    try {
      return read(db)
    } finally {
      db.close()
    }
  } catch (cause) {
    return { broken: reasonOf(cause) }
  }
}
