import type { Incident } from '../../../shared/domain/incident'
import type { Channel } from '../../../shared/domain/update'
import { words } from '../../../shared/words/words'

/** Whom the next customer update is for: who was told last, or else where updates can go. */
export function audience({ updates }: Pick<Incident, 'updates'>, channels: readonly Channel[]): string {
  const told = updates.findLast(({ delivery }) => delivery.state === 'published')
  const first = channels.find(({ vendor }) => vendor === 'statuspage') ?? channels[0]
  return (told?.content.channel ?? first)?.label ?? words.wall.customers
}
