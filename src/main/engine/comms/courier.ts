import type { ConnectionId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { type Channel, channelKey, type Update, type UpdateContent } from '../../../shared/domain/update'
import type { Ledger } from '../ledger'
import type { Courier, OutgoingUpdate, PlaceClues, UpdateDelivery } from '../outbox/types'
import type { Act } from '../storage/acts'
import { publishBodyOf } from './story'

/** Carries the outbox's acts to the vendor account that the update's channel names. */
export function updateCourier(
  ledger: Ledger,
  deliveryOf: (connection: ConnectionId) => UpdateDelivery | undefined,
): Pick<Courier, 'place' | 'send' | 'lookUp' | 'findCopies'> {
  function outgoing(act: Act): OutgoingUpdate {
    const { update, content } = publishBodyOf(act)
    // Read now and not when it was queued: an earlier update may have opened the public incident since.
    const published = ledger.record(act.incident)?.incident.published[channelKey(content.channel)]
    return { incident: act.incident, update, content, externalId: published || null }
  }

  function missing(act: Act) {
    const { label } = publishBodyOf(act).content.channel
    return {
      kind: 'unreachable',
      message: `${label} is not connected any more. Connect it again, or choose another channel.`,
    } as const
  }

  return {
    async place(act, signal) {
      const { channel } = publishBodyOf(act).content
      const incident = ledger.record(act.incident)?.incident
      const delivery = deliveryOf(channel.connection)
      if (incident?.published[channelKey(channel)] !== '' || delivery?.findPlace === undefined) {
        return { place: 'settled' }
      }
      return delivery.findPlace(outgoing(act), cluesOf(incident, channel), signal)
    },
    async send(act, signal) {
      const delivery = deliveryOf(publishBodyOf(act).content.channel.connection)
      if (delivery === undefined) return { outcome: 'refused', fault: missing(act), again: false }
      return delivery.send(outgoing(act), signal)
    },
    async lookUp(act, signal) {
      const delivery = deliveryOf(publishBodyOf(act).content.channel.connection)
      if (delivery === undefined) return { found: 'unknown', fault: missing(act), forGood: false }
      return delivery.lookUp(outgoing(act), signal)
    },
    async findCopies(act, signal) {
      const { update, content } = publishBodyOf(act)
      const delivery = deliveryOf(content.channel.connection)
      const { updates = [] } = ledger.record(act.incident)?.incident ?? {}
      const known = updates.find(({ id }) => id === update)
      if (delivery === undefined || known?.delivery.state !== 'published') return { look: 'never' }
      const alike = updates.filter(other => other.id !== update && saysTheSame(other, content)).length
      return delivery.findCopies(outgoing(act), { externalId: known.delivery.externalId, alike }, signal)
    },
  }
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
