import type { ConnectionId } from '../../../shared/domain/ids'
import { openedChannel } from '../../../shared/domain/opened-channel'
import { proposedSince } from '../../../shared/domain/proposal'
import type { Millis } from '../../../shared/lib/time'
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

/**
 * Where the open incidents are talked about through a connection: in their own channels, else in its war room, and on
 * the pages that they are linked to.
 */
export function roomsIn(
  ledger: Pick<Ledger, 'summaries' | 'record'>,
): (connection: ConnectionId) => readonly (Room | LinkedRoom)[] {
  return connection =>
    ledger.summaries().flatMap(({ id, status }) => {
      const incident = status === 'resolved' ? undefined : ledger.record(id)?.incident
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
