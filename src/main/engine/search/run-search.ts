import { searchDocs } from '../storage/search-index'
import { readIndex } from './read-index'
import type { SearchOrder, SearchOutcome } from './search-job'
import { pieceOf, questionOf } from './words'

/** [SX4] What the index has, each with the piece of text that has the words. */
export function runSearch({ index, typed, limit }: SearchOrder): SearchOutcome {
  const question = questionOf(typed)
  if (question === undefined) return { found: [] }
  return readIndex(index, db => ({
    found: searchDocs(db, question, limit).map(({ incident, kind, ref, at, by, text }) => ({
      ...{ incident, kind, ref, at, by },
      ...pieceOf(text, typed),
    })),
  }))
}
