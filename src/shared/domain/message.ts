import type { Audience } from './audience'
import type { UpdateId } from './ids'
import { isEditable, type Stage, type Update } from './update'

/** [UP10] What is sent at once in one channel or several. */
export interface Message {
  /** That of its first update. */
  readonly id: UpdateId
  /** Customers, if one of its channels reaches them. */
  readonly audience: Audience
  readonly stage: Stage
  /** One for each channel, in the order in which they were written; discarded ones are none. */
  readonly renditions: readonly Update[]
}

/** In the order in which they were begun; a message of which all was discarded is none. */
export function messagesOf(updates: readonly Update[]): readonly Message[] {
  const byMessage = Map.groupBy(
    updates.filter(({ delivery }) => delivery.state !== 'discarded'),
    ({ message }) => message,
  )
  return [...byMessage].flatMap(([id, renditions]) => {
    const [first] = renditions
    if (first === undefined) return []
    const toCustomers = renditions.some(({ audience }) => audience === 'customers')
    return [{ id, audience: toCustomers ? 'customers' : first.audience, stage: first.content.stage, renditions }]
  })
}

/** The message of an update that is not discarded. */
export function messageOf(update: Update, updates: readonly Update[]): Message {
  const alone = { id: update.message, audience: update.audience, stage: update.content.stage, renditions: [update] }
  return messagesOf(updates.filter(({ message }) => message === update.message))[0] ?? alone
}

/** Of a message, what has not left, and may not have left. */
export function stillEditable(renditions: readonly Update[]): readonly Update[] {
  return renditions.filter(({ delivery }) => isEditable(delivery))
}
