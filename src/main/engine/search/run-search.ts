import { reasonOf } from '../storage/fault'
import { openSearchIndexForReading, searchDocs } from '../storage/search-index'
import type { SearchOrder, SearchOutcome } from './search-job'
import { pieceOf, questionOf } from './words'

/** [SX4] What the index has, each with the piece of text that has the words. */
export function runSearch({ index, typed, limit }: SearchOrder): SearchOutcome {
  const question = questionOf(typed)
  if (question === undefined) return { found: [] }
  try {
    const db = openSearchIndexForReading(index)
    if (db === undefined) return { broken: 'there is none' }
    try {
      const docs = searchDocs(db, question, limit)
      return {
        found: docs.map(({ incident, kind, ref, at, by, text }) => ({
          ...{ incident, kind, ref, at, by },
          ...pieceOf(text, typed),
        })),
      }
    } finally {
      db.close()
    }
  } catch (cause) {
    return { broken: reasonOf(cause) }
  }
}
