import { usualChannel } from '../../../shared/domain/channels/channel-kinds'
import type { Incident } from '../../../shared/domain/incident'
import { type Channel, publishedTo } from '../../../shared/domain/update'
import { texts } from '../../../shared/texts/texts'

/** [UP7] Whom the next customer update is for: which customers were told last, or else where updates can go. */
export function audience({ updates }: Pick<Incident, 'updates'>, channels: readonly Channel[]): string {
  const told = publishedTo('customers', updates).at(-1)
  const first = usualChannel(channels)
  return (told?.content.channel ?? first)?.label ?? texts.wall.customers
}
