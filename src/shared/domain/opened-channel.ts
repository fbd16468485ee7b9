import type { ConnectionId } from './ids'
import type { Incident } from './incident'
import type { VendorThing } from './vendor-request'

/** The Slack channel that was opened for an incident, the newest of several; its id is only known once it is done. */
export function openedChannel(
  incident: Incident,
): { readonly connection: ConnectionId; readonly channel: VendorThing } | undefined {
  const act = incident.acts.findLast(({ what, standing }) => what.kind === 'chat-open' && standing.state === 'done')
  if (act?.what.kind !== 'chat-open' || act.standing.state !== 'done' || act.standing.externalId === '')
    return undefined
  return { connection: act.what.connection, channel: { id: act.standing.externalId, name: act.what.name } }
}
