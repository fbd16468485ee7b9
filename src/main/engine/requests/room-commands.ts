import { markedChannelName } from '../../../shared/domain/channel-name'
import { actAsked } from '../../../shared/events/act-asked'
import type { EventDraft } from '../../../shared/events/define'
import { linkAdded } from '../../../shared/events/link-added'
import { roomPlanned } from '../../../shared/events/room-planned'
import { roomSet } from '../../../shared/events/room-set'
import { ok } from '../../../shared/lib/reply'
import { newItem, requestToSend } from '../outbox/item'
import { type CommandDecisions, decided, onIncident, refused } from '../record/decision'

export const roomCommands: CommandDecisions<'room:open' | 'room:set'> = {
  'room:open': onIncident<'room:open'>((input, { record, now, by }) => {
    const { plan, bridge } = input
    const { acts, id: incident, links, status } = record.incident
    // The same room asked for again after an unknown outcome: it is on its way, so there is nothing to write.
    if (acts.some(({ id }) => id === plan.act)) return decided()
    if (status === 'resolved') return refused('room-resolved')
    const name = markedChannelName(input.name, plan.act)
    const what = { kind: 'chat-open', connection: plan.connection, name, private: input.private } as const
    const events: EventDraft[] = [
      roomPlanned.draft({ plan }, now, by),
      actAsked.draft({ act: plan.act, what }, now, by),
    ]
    if (bridge !== undefined && !links.some(({ url }) => url === bridge.url))
      events.push(linkAdded.draft({ link: bridge }, now, by))
    return ok({ events, newItems: [newItem({ id: plan.act, incident, now, leavesAt: now }, requestToSend(what))] })
  }),

  'room:set': onIncident<'room:set'>(({ mirror, declined }, { record, now, by }) => {
    const { mirror: known, roomDeclined } = record.incident
    const isSame = (mirror === undefined || mirror === known) && (declined === undefined || declined === roomDeclined)
    return isSame ? decided() : decided(roomSet.draft({ mirror, declined }, now, by))
  }),
}
