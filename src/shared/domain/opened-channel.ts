import type { ConnectionId } from './ids'
import type { Incident } from './incident'
import type { VendorThing } from './vendor-request'

/** The Slack channel that was opened for an incident, the newest of several; its id is only known once it is done. [WR6] An archived one is over. */
export function openedChannel(
  incident: Incident,
): { readonly connection: ConnectionId; readonly channel: VendorThing } | undefined {
  const act = incident.acts.findLast(({ what, standing }) => what.kind === 'chat-open' && standing.state === 'done')
  if (act?.what.kind !== 'chat-open' || act.standing.state !== 'done' || act.standing.externalId === '')
    return undefined
  const { externalId: id } = act.standing
  const isOver = incident.acts.some(
    ({ what, standing }) => what.kind === 'chat-archive' && what.channel.id === id && standing.state === 'done',
  )
  return isOver ? undefined : { connection: act.what.connection, channel: { id, name: act.what.name } }
}
