import { nameKey } from '../alerts/facts'
import type { IncidentId } from '../ids'
import type { ArchivedIncident } from './archived-incident'

/** Of an open incident, what past ones are compared with. */
export interface SimilarTo {
  readonly incident: IncidentId
  readonly title: string
  readonly services: readonly string[]
  /** Names of its alerts and PagerDuty incidents. */
  readonly alerts: readonly string[]
}

/** [AV7] A past incident, and all that it has in common with the open one. */
export interface SimilarIncident {
  readonly past: ArchivedIncident
  readonly services: readonly string[]
  readonly alerts: readonly string[]
  /** Words of both titles. */
  readonly words: readonly string[]
}

/** One word in common says nothing. */
const FEWEST_WORDS = 2

/**
 * [AV7] Which past incidents are like an open one, the likest first: by services in common, then by names of alerts, then
 * by words of the title; of equals the newest. Incidents with nothing but one word in common are not like it.
 */
export function similarIncidents(
  to: SimilarTo,
  past: readonly ArchivedIncident[],
  most: number,
): readonly SimilarIncident[] {
  const ours = { services: keysOf(to.services), alerts: keysOf(to.alerts), words: new Set(tellingWords(to.title)) }
  return past
    .filter(({ id, status }) => id !== to.incident && status === 'resolved')
    .map(one => ({
      past: one,
      services: one.services.filter(name => ours.services.has(nameKey(name))),
      alerts: one.alerts.filter(name => ours.alerts.has(nameKey(name))),
      words: [...new Set(tellingWords(one.title))].filter(word => ours.words.has(word)),
    }))
    .filter(({ services, alerts, words }) => services.length + alerts.length > 0 || words.length >= FEWEST_WORDS)
    .toSorted(likestFirst)
    .slice(0, most)
}

function likestFirst(a: SimilarIncident, b: SimilarIncident): number {
  return (
    b.services.length - a.services.length ||
    b.alerts.length - a.alerts.length ||
    b.words.length - a.words.length ||
    b.past.began - a.past.began
  )
}

function keysOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(name => nameKey(name)).filter(key => key !== ''))
}

/** Words that most titles have. */
const common = new Set(
  'and are but can cannot down error errors fail failed failing fails for from has have high incident into not out outage slow the this with'.split(
    ' ',
  ),
)

/** Words of a title that tell it from others, in lower case; of scripts without spaces pairs of letters. */
export function tellingWords(title: string): readonly string[] {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .flatMap(word => (unspaced.test(word) ? pairsOf(word) : [word]))
    .filter(word => !common.has(word) && (word.length > 2 || unspaced.test(word)))
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function pairsOf(word: string): readonly string[] {
  const letters = [...word]
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}
