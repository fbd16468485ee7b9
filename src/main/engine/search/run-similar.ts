import { everything } from '../../../shared/domain/archive/archive-question'
import { type SimilarTo, similarIncidents, tellingWords } from '../../../shared/domain/archive/similar'
import { readArchive } from '../storage/archive-index'
import { readIndex } from './read-index'
import type { SimilarOrder, SimilarOutcome } from './similar-job'
import { archiveTerm } from './words'

/** Incidents that are compared: the newest that have anything in common. */
const COMPARED = 300
/** More are not read while an incident is open. */
const MOST_SIMILAR = 3

/** [AV7] The past incidents of the index that are like an open one. */
export function runSimilar({ index, ...to }: SimilarOrder): SimilarOutcome {
  const match = anythingOf(to)
  if (match === '') return { similar: [] }
  return readIndex(index, db => {
    const limits = { ...everything, status: 'ended' } as const
    const found = readArchive(db, { match, limits, before: null, ranked: false, limit: COMPARED })
    return {
      similar: similarIncidents(
        to,
        found.map(({ row }) => row),
        MOST_SIMILAR,
      ),
    }
  })
}

/** Whatever has one of its services, alerts or words. */
function anythingOf({ services, alerts, title }: SimilarTo): string {
  const terms = (column: string, texts: readonly string[]) =>
    texts.flatMap(text => {
      const term = archiveTerm({ text, whole: true })
      return term === undefined ? [] : [`{${column}} : ${term}`]
    })
  const all = [...terms('services', services), ...terms('alerts', alerts), ...terms('title', tellingWords(title))]
  return all.join(' OR ')
}
