import type { AudienceRow } from './audience-matrix'
import { isForCustomers } from './channels/channel-kinds'
import type { Channel } from './update'

/**
 * [AU10] The connected channels of an audience, its usual one first: those that its row names by kind or by name, then the
 * others that its people read. Of what customers read none is for anybody else, and the other way round.
 */
export function channelsFor(
  row: Pick<AudienceRow, 'as' | 'channels'> | undefined,
  channels: readonly Channel[],
): readonly Channel[] {
  const forCustomers = row?.as === 'customers'
  const read = channels.filter(channel => isForCustomers(channel) === forCustomers)
  const named = (row?.channels ?? []).flatMap(name => read.filter(channel => isNamed(channel, name)))
  return [...new Set([...named, ...read])]
}

/** Whether a row of the table means this channel. */
export function isNamed({ vendor, label }: Channel, name: string): boolean {
  return vendor === name.toLowerCase() || label.toLowerCase() === name.toLowerCase()
}
