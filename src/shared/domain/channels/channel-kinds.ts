import type { ChannelKind, Readers } from './channel-kind'
import { emailChannel, teamsChannel, webhookChannel } from './message-channel'
import { slackChannel, slackWebhookChannel } from './slack'
import { statuspageChannel } from './statuspage'

/** Every kind of channel, by the vendor that it is named after in the record. */
const kinds = {
  statuspage: statuspageChannel,
  slack: slackChannel,
  'slack-webhook': slackWebhookChannel,
  teams: teamsChannel,
  email: emailChannel,
  webhook: webhookChannel,
} as const satisfies Readonly<Record<string, ChannelKind>>

export type ChannelVendor = keyof typeof kinds
export const channelVendors = Object.keys(kinds) as readonly ChannelVendor[]

interface OfKind {
  readonly vendor: ChannelVendor
  /** Absent: those of its kind. */
  readonly readers?: Readers | undefined
}

export function channelKind({ vendor }: OfKind): ChannelKind {
  return kinds[vendor]
}

/** [UP7] Who reads what goes to a channel: its kind says so, unless its connection does. */
export function readersOf(channel: OfKind): Readers {
  return channel.readers ?? channelKind(channel).readers
}

/** [UP7] Whether customers read it: only then was an update sent to them. */
export function isForCustomers(channel: OfKind): boolean {
  return readersOf(channel) === 'customers'
}

/** [CM16] Where an update goes unless its writer says otherwise: to customers, if there is a way to them. */
export function usualChannel<Channel extends OfKind>(channels: readonly Channel[]): Channel | undefined {
  return channels.find(isForCustomers) ?? channels[0]
}
