import { MOST_ARCHIVED, RANKED } from '../../../shared/contract/archive'
import type { ArchiveQuestion, SoughtText } from '../../../shared/domain/archive/archive-question'
import { type ArchiveRead, readArchive } from '../storage/archive-index'
import type { ReadableDb } from '../storage/database'
import type { ArchiveJobOrder, ArchiveOutcome } from './archive-job'
import { readIndex } from './read-index'
import { archiveTerm } from './words'

/** [AV3] Reads incidents from the index: the newest first, or the best of the newest hundred. */
export function runArchive({ index, ...search }: ArchiveJobOrder): ArchiveOutcome {
  return readIndex(index, db => found(db, search))
}

function found(db: ReadableDb, { question, order, before }: Omit<ArchiveJobOrder, 'index'>) {
  const match = matchOf(question)
  if (match === null) return { found: [], next: null }
  const ranked = order === 'best' && match !== undefined
  const limit = ranked ? RANKED : MOST_ARCHIVED + 1
  const read: ArchiveRead = { match, limits: question, before: ranked ? null : before, ranked, limit }
  const rows = readArchive(db, read)
  // The sort is stable: of equals the newest comes first.
  const ordered = ranked ? rows.toSorted((a, b) => a.rank - b.rank) : rows
  const shown = ordered.slice(0, MOST_ARCHIVED)
  const next = ranked || rows.length <= MOST_ARCHIVED ? null : (shown.at(-1)?.number ?? null)
  return { found: shown.map(({ row }) => row), next }
}

/**
 * A query of FTS5. Undefined: no word is asked for. Null: one is that has no letter or digit, which no incident has.
 */
function matchOf({ words, people, services, alerts }: ArchiveQuestion): string | undefined | null {
  const terms = [
    ...words.map(word => archiveTerm(word)),
    ...inColumn('people', people),
    ...inColumn('services', services),
    ...inColumn('alerts', alerts),
  ]
  if (terms.length === 0) return undefined
  const some = terms.filter(term => term !== undefined)
  // As in the search of lines: what cannot be looked for is left out beside what can be.
  return some.length === 0 ? null : some.join(' AND ')
}

function inColumn(column: string, sought: readonly SoughtText[]): readonly (string | undefined)[] {
  return sought.map(one => {
    const term = archiveTerm(one)
    return term === undefined ? undefined : `{${column}} : ${term}`
  })
}
