import { coded } from '../../../../shared/contract/coded-text'
import type { VendorFault } from '../../../../shared/contract/faults'
import type { Incident } from '../../../../shared/domain/incident'
import { type Channel, channelKey, type Update, type UpdateContent } from '../../../../shared/domain/update'
import type { OutboxItem } from '../item'
import type { OutgoingUpdate, PlaceClues } from '../types'
import type { Handler, HandlerDeps } from './handler'
import { updateEvents } from './update-events'

type Item = OutboxItem<'update'>

/** A message to an audience, carried to the vendor account that its channel names. */
export const updateHandler: Handler<'update'> = {
  goesStale: true,
  inSteps: () => false,
  connection: ({ content }) => content.channel.connection,
  async place(item, deps, signal) {
    const { channel } = item.content
    const incident = deps.incident(item.row.incident)
    const delivery = deps.updates(channel.connection)
    if (incident?.published[channelKey(channel)] !== '' || delivery?.findPlace === undefined) {
      return { place: 'settled' }
    }
    return delivery.findPlace(outgoing(item, deps), cluesOf(incident, channel), signal)
  },
  async send(item, deps, signal) {
    const delivery = deps.updates(item.content.channel.connection)
    if (delivery === undefined) return { outcome: 'refused', fault: missing(item), again: false }
    return delivery.send(outgoing(item, deps), signal)
  },
  async verify(item, deps, signal) {
    const delivery = deps.updates(item.content.channel.connection)
    if (delivery === undefined) return { found: 'unknown', fault: missing(item), forGood: false }
    return delivery.verify(outgoing(item, deps), signal)
  },
  async findCopies(item, deps, signal) {
    const delivery = deps.updates(item.content.channel.connection)
    const updates = deps.incident(item.row.incident)?.updates ?? []
    const known = updates.find(({ id }) => id === item.update)
    if (delivery === undefined || known?.delivery.state !== 'published') return { look: 'never' }
    const alike = updates.filter(other => other.id !== item.update && saysTheSame(other, item.content)).length
    return delivery.findCopies(outgoing(item, deps), { externalId: known.delivery.externalId, alike }, signal)
  },
  toEvents: (item, outcome, now) => updateEvents(item.row.id, item, outcome, now),
}

function outgoing({ row, update, content }: Item, deps: HandlerDeps): OutgoingUpdate {
  // Read now and not when it was queued: an earlier update may have opened the public incident since.
  const published = deps.incident(row.incident)?.published[channelKey(content.channel)]
  return { incident: row.incident, update, content, externalId: published || null }
}

function missing({ content }: Item): VendorFault {
  return { kind: 'unreachable', ...coded('channel-not-connected', { channel: content.channel.label }) }
}

/** A person may publish the same words twice, and mean it. */
function saysTheSame({ content, delivery }: Update, { body, channel, status }: UpdateContent): boolean {
  const mayBeOut = ['published', 'unknown', 'publishing', 'failed'].includes(delivery.state)
  return (
    mayBeOut &&
    content.body === body &&
    content.status === status &&
    channelKey(content.channel) === channelKey(channel)
  )
}

function cluesOf({ updates, declaredAt }: Incident, channel: Channel): PlaceClues {
  const titles = updates.flatMap(({ content, delivery }) => {
    const mayBeOut = delivery.state === 'published' || (delivery.state === 'failed' && delivery.inDoubt)
    return mayBeOut && channelKey(content.channel) === channelKey(channel) ? [content.title] : []
  })
  return { titles, since: declaredAt }
}
