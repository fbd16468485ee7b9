import type { IncidentSummary } from '../../../shared/contract/incidents'
import type { ConnectionId } from '../../../shared/domain/ids'
import { openedChannel } from '../../../shared/domain/opened-channel'
import { proposedSince } from '../../../shared/domain/proposal'
import { HOUR, type Millis } from '../../../shared/lib/time'
import type { Ledger } from '../record/ledger'

/** A null channel: the connection's war room. */
interface Room {
  readonly channel: string | null
  readonly since: Millis
}

/** A page that an incident was taken from or is linked to. */
interface LinkedRoom {
  readonly page: string
  readonly since: Millis
}

/** [PR7] A log that is over is read for it: only of few, and not for ever. */
const REVIEWED_WITHIN: Millis = 48 * HOUR
const MOST_OVER = 5

/**
 * Where the incidents to be reviewed are talked about through a connection: in their own channels, else in its war room, and on
 * the pages that they are linked to.
 */
export function roomsIn(
  ledger: Pick<Ledger, 'summaries' | 'record'>,
  now: () => Millis,
): (connection: ConnectionId) => readonly (Room | LinkedRoom)[] {
  return connection =>
    toReview(ledger.summaries(), now()).flatMap(({ id }) => {
      const incident = ledger.record(id)?.incident
      if (incident === undefined) return []
      const since = proposedSince(incident)
      const pages = incident.pages
        .filter(page => page.connection === connection)
        .map(({ externalId }) => ({ page: externalId, since }))
      const opened = openedChannel(incident)
      if (opened !== undefined && opened.connection !== connection) return pages
      return [{ channel: opened?.channel.id ?? null, since }, ...pages]
    })
}

/** The open ones, and those that were resolved last: what was not reviewed before is still to be. */
function toReview(summaries: readonly IncidentSummary[], now: Millis): readonly IncidentSummary[] {
  const age = ({ resolvedAt }: IncidentSummary) => now - (resolvedAt ?? Number.NEGATIVE_INFINITY)
  const over = summaries.filter(one => one.status === 'resolved' && age(one) <= REVIEWED_WITHIN)
  const lastOver = over.toSorted((a, b) => age(a) - age(b)).slice(0, MOST_OVER)
  return [...summaries.filter(({ status }) => status !== 'resolved'), ...lastOver]
}
