import type { ConnectionId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { openedChannel } from '../../../shared/domain/opened-channel'
import { type Channel, channelKey } from '../../../shared/domain/update'

/** A Slack channel that can be posted to: the incident's own first, then those that updates go to. */
export interface ChatTarget {
  readonly key: string
  readonly connection: ConnectionId
  readonly id: string
  readonly name: string
}

export function chatTargets(incident: Incident, channels: readonly Channel[]): readonly ChatTarget[] {
  const own = openedChannel(incident)
  const known = channels
    .filter(({ vendor }) => vendor === 'slack')
    .map(channel => ({
      key: channelKey(channel),
      connection: channel.connection,
      id: channel.target,
      name: channel.label.replace(/^#/, ''),
    }))
  if (own === undefined) return known
  const { connection, channel } = own
  return [{ key: `own:${channel.id}`, connection, ...channel }, ...known.filter(({ id }) => id !== channel.id)]
}

const SLACK_CHANNEL_LIMIT = 80

/** A channel's name as Slack allows it: `inc-20261120-payments-fail`. The day is the one on which it was declared. */
export function channelName({ title, declaredAt }: Pick<Incident, 'title' | 'declaredAt'>): string {
  const day = new Date(declaredAt).toISOString().slice(0, 10).replaceAll('-', '')
  const plain = title.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '')
  return `inc-${day}-${slug}`.slice(0, Math.min(48, SLACK_CHANNEL_LIMIT)).replace(/-+$/, '')
}
