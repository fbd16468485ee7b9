import { excessOf, textLength } from '../../lib/text-length'
import type { ChannelKind, CountedText, Readers } from './channel-kind'
import { emailChannel, teamsChannel, webhookChannel } from './message-channel'
import { networkChannel } from './networks'
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
  'by-hand': networkChannel(undefined),
} as const satisfies Readonly<Record<string, ChannelKind>>

export type ChannelVendor = keyof typeof kinds
export const channelVendors = Object.keys(kinds) as readonly ChannelVendor[]

interface OfKind {
  readonly vendor: ChannelVendor
  readonly target?: string
  /** Absent: those of its kind. */
  readonly readers?: Readers | undefined
}

export function channelKind({ vendor, target }: OfKind): ChannelKind {
  return vendor === 'by-hand' ? networkChannel(target) : kinds[vendor]
}

/** [PT1] How long a text is for a channel, counted as it counts, and how long it may be. */
export function countedIn(channel: OfKind, body: string): CountedText {
  const { limits, measure } = channelKind(channel)
  return measure?.(body) ?? { count: textLength(body), most: limits.body }
}

/** [CM17] [PT1] By how much a text is too long for a channel, counted as it counts; 0 where it fits. */
export function excessIn(channel: OfKind, { title, body }: { readonly title: string; readonly body: string }): Excess {
  const { limits } = channelKind(channel)
  const { count, most } = countedIn(channel, body)
  return { title: excessOf(title, limits.title), body: Math.max(0, count - most, excessOf(body, limits.body)) }
}

interface Excess {
  readonly title: number
  readonly body: number
}

/** [UP7] Who reads what goes to a channel: its kind says so, unless its connection does. */
export function readersOf(channel: OfKind): Readers {
  return channel.readers ?? channelKind(channel).readers
}

/** [UP7] Whether customers read it: only then was an update sent to them. */
export function isForCustomers(channel: OfKind): boolean {
  return readersOf(channel) === 'customers'
}

/** [CM16] Where an update goes unless its writer says otherwise: to customers, if there is a way to them that needs no hand. */
export function usualChannel<Channel extends OfKind>(channels: readonly Channel[]): Channel | undefined {
  const sent = channels.filter(channel => !channelKind(channel).byHand)
  return sent.find(isForCustomers) ?? sent[0] ?? channels[0]
}
