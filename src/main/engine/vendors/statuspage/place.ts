import type { FaultValue } from '../../../../shared/contract/fault-codes'
import type { IncidentId } from '../../../../shared/domain/ids'
import type { PublicCandidate } from '../../../../shared/domain/update'
import { MINUTE, type Millis } from '../../../../shared/lib/time'
import type { Api } from '../../http/api'
import { plainLine } from '../../http/plain-text'
import { allRead } from '../../http/rows'
import type { PlaceClues, PlaceOutcome } from '../../outbox/types'
import { knownInstant } from '../fields'
import { unseenBecause } from '../outcome'
import { markedIncident, parseIncidents, type StatuspageIncident } from './parse'
import { isMaintenance, publicIncident } from './translate'

/** The page's clock and ours may differ by so much. */
const CLOCKS_DIFFER: Millis = 5 * MINUTE
/** A person chooses among so many with a digit. */
const MOST_CANDIDATES = 9

interface Wanted {
  readonly incident: IncidentId
  readonly clues: PlaceClues
}

/**
 * [UP5] Finds what customers see of an incident whose id there never reached us: by our marker among the open and the
 * newest. One that only has its name may be another incident: it is offered first, and a person says whether it is this
 * one.
 */
export async function findPlace(api: Api, page: string, wanted: Wanted, signal: AbortSignal): Promise<PlaceOutcome> {
  const lists = [
    { path: `${page}/incidents/unresolved`, query: [['per_page', '100']] },
    { path: `${page}/incidents`, query: [['limit', '100']] },
  ] as const
  const found: StatuspageIncident[][] = []
  for (const list of lists) {
    const reply = await api.ask({ method: 'GET', ...list }, parseIncidents, signal)
    if (!reply.ok) {
      return { place: 'unknown', ...unseenBecause(reply.fault) }
    }
    // An incident that cannot be read may be the very one: nobody can say that it is not there.
    const whole = allRead(reply.value, 'list-incidents')
    if (!whole.ok) return { place: 'unknown', ...unseenBecause(whole.fault) }
    found.push(whole.value.filter(incident => !isMaintenance(incident)))
  }
  const [open = [], newest = []] = found
  return among(open, newest, wanted)
}

function among(
  open: readonly StatuspageIncident[],
  newest: readonly StatuspageIncident[],
  { incident, clues }: Wanted,
): PlaceOutcome {
  const all = [...new Map([...newest, ...open].map(one => [one.id, one])).values()]
  const marked = all.filter(one => markedIncident(one) === incident)
  const [only, second] = candidates(marked)
  if (only !== undefined && second === undefined) return { place: 'found', publicIncident: only, by: 'marker' }
  if (only !== undefined) {
    const reason: FaultValue = { code: 'place-marked', values: { count: marked.length } }
    return { place: 'open', reason, candidates: candidates(marked) }
  }
  const named = open.filter(one => markedIncident(one) === null && isNamed(one, clues))
  const others = open.filter(one => !named.includes(one))
  return { place: 'open', reason: withoutMark(named.length), candidates: candidates([...named, ...others]) }
}

function withoutMark(named: number): FaultValue {
  return named === 0 ? { code: 'place-unmarked' } : { code: 'place-named', values: { count: named } }
}

function isNamed(incident: StatuspageIncident, { titles, since }: PlaceClues): boolean {
  const name = plain(incident.name ?? '')
  return titles.some(title => plain(title) === name) && openedAt(incident) >= since - CLOCKS_DIFFER
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}

function openedAt({ created_at }: StatuspageIncident): Millis {
  return knownInstant(created_at) ?? 0
}

function candidates(incidents: readonly StatuspageIncident[]): readonly PublicCandidate[] {
  return incidents.slice(0, MOST_CANDIDATES).map(incident => {
    const { externalId, name, status, lastUpdate } = publicIncident(incident)
    return { externalId, name, status, openedAt: openedAt(incident), lastUpdate: plainLine(lastUpdate, 300) }
  })
}
