import { channelKind } from '../../../shared/domain/channels/channel-kinds'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { openedChannel } from '../../../shared/domain/opened-channel'
import { type Channel, channelKey } from '../../../shared/domain/update'

/** A Slack channel to post to. */
export interface ChatTarget {
  readonly key: string
  readonly connection: ConnectionId
  readonly id: string
  readonly name: string
  /** As a person knows it: the channel, or the connection where the name of its channel is unknown. */
  readonly label: string
}

/** Channels to post to: the incident's own first, then those that updates go to. */
export function chatTargets(incident: Incident, channels: readonly Channel[]): readonly ChatTarget[] {
  const own = openedChannel(incident)
  const known = channels
    .filter(channel => channelKind(channel).rooms)
    .map(channel => ({
      key: channelKey(channel),
      connection: channel.connection,
      id: channel.target,
      name: channel.label.replace(/^#/, ''),
      label: channel.label,
    }))
  if (own === undefined) return known
  const { connection, channel } = own
  return [
    { key: `own:${channel.id}`, connection, ...channel, label: `#${channel.name}` },
    ...known.filter(({ id }) => id !== channel.id),
  ]
}
