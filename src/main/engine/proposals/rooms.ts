import type { ConnectionId } from '../../../shared/domain/ids'
import { openedChannel } from '../../../shared/domain/opened-channel'
import { proposedSince } from '../../../shared/domain/proposal'
import type { Millis } from '../../../shared/lib/time'
import type { Ledger } from '../ledger'

/** A null channel: the connection's war room. */
interface Room {
  readonly channel: string | null
  readonly since: Millis
}

/** Where the open incidents are talked about through a connection: in their own channels, else in its war room. */
export function roomsIn(ledger: Pick<Ledger, 'summaries' | 'record'>): (connection: ConnectionId) => readonly Room[] {
  return connection =>
    ledger.summaries().flatMap(({ id, status }): readonly Room[] => {
      const incident = status === 'resolved' ? undefined : ledger.record(id)?.incident
      if (incident === undefined) return []
      const opened = openedChannel(incident)
      if (opened !== undefined && opened.connection !== connection) return []
      return [{ channel: opened?.channel.id ?? null, since: proposedSince(incident) }]
    })
}
