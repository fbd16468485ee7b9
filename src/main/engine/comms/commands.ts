import { channelKind } from '../../../shared/domain/channels/channel-kinds'
import type { ActId, UpdateId } from '../../../shared/domain/ids'
import { newId } from '../../../shared/domain/ids'
import { openSlots } from '../../../shared/domain/slots'
import { channelKey, hasChannel, isEditable, type Update, type UpdateContent } from '../../../shared/domain/update'
import { updateCancelled } from '../../../shared/events/update-cancelled'
import { updateDiscarded } from '../../../shared/events/update-discarded'
import { updateDrafted } from '../../../shared/events/update-drafted'
import { updateFactsTyped } from '../../../shared/events/update-facts-typed'
import { updatePublishing } from '../../../shared/events/update-publishing'
import { ok } from '../../../shared/lib/reply'
import { excessOf } from '../../../shared/lib/text-length'
import { type Commands, changedSince, decided, type IncidentSituation, onIncident, refused } from '../decision'
import { newItem } from '../outbox/item'
import { placeByWord } from './place'
import { settleByWord } from './settle'

type Names = 'comms:draft' | 'comms:discard' | 'comms:publish' | 'comms:cancel' | 'comms:settle' | 'comms:place'

export const commsCommands: Commands<Names> = {
  'comms:draft': onIncident<'comms:draft'>(({ update, content, facts, was }, situation) => {
    const known = findUpdate(situation, update)
    if (known !== undefined && !isEditable(known.delivery))
      return refused('This update is on its way or out: write a new one.')
    const conflict = changedSince(was, known?.content ?? null)
    if (conflict !== undefined) return conflict
    const drafted = updateDrafted.draft({ update, content }, situation.now, situation.by)
    if (facts === undefined) return decided(drafted)
    return decided(drafted, updateFactsTyped.draft({ update, facts }, situation.now, situation.by))
  }),

  'comms:discard': onIncident<'comms:discard'>(({ update }, situation) => {
    const known = findUpdate(situation, update)
    if (known === undefined) return refused('There is no such draft.')
    if (!isEditable(known.delivery)) return refused('This update is on its way or out: it cannot be discarded.')
    return decided(updateDiscarded.draft({ update }, situation.now, situation.by))
  }),

  'comms:publish': onIncident<'comms:publish'>(({ update }, situation) => {
    const known = findUpdate(situation, update)
    const problem = notPublishable(known, situation)
    if (known === undefined || problem !== undefined) return refused(problem ?? 'There is no such draft.')
    return publish(known, situation)
  }),

  'comms:cancel': onIncident<'comms:cancel'>(({ update }, situation) => {
    const delivery = findUpdate(situation, update)?.delivery
    const heldBack = delivery?.state === 'publishing' || delivery?.state === 'asking'
    const act = heldBack ? situation.act(delivery.act) : undefined
    if (act?.state !== 'waiting' && act?.state !== 'asking')
      return refused('Too late: this update is not waiting any more.')
    const events = [updateCancelled.draft({ update }, situation.now, situation.by)]
    return ok({ events, changedActs: [{ ...act, state: 'cancelled' }] })
  }),

  'comms:settle': onIncident<'comms:settle'>(({ update, word }, situation) => {
    const known = findUpdate(situation, update)
    const act = known?.delivery.state === 'unknown' ? situation.act(known.delivery.act) : undefined
    if (known === undefined || act === undefined) return refused('The outcome of this update is known already.')
    return settleByWord(known, act, word, situation)
  }),

  'comms:place': onIncident<'comms:place'>(({ update, word }, situation) => {
    const known = findUpdate(situation, update)
    const act = known?.delivery.state === 'asking' ? situation.act(known.delivery.act) : undefined
    if (known === undefined || act?.state !== 'asking') return refused('This update does not ask any more.')
    return placeByWord(known, act, word, situation)
  }),
}

function findUpdate({ record }: IncidentSituation, id: UpdateId): Update | undefined {
  return record.incident.updates.find(known => known.id === id)
}

function notPublishable(update: Update | undefined, { channels }: IncidentSituation): string | undefined {
  if (update === undefined) return 'There is no such draft.'
  if (!isEditable(update.delivery)) return 'This update is on its way or out already.'
  if (!hasChannel(update.content)) return 'Choose a channel before publishing.'
  const key = channelKey(update.content.channel)
  if (!channels().some(channel => channelKey(channel) === key)) {
    return `${update.content.channel.label} is not connected any more. Choose another channel.`
  }
  const tooLong = excessThere(update.content)
  if (tooLong !== undefined) return tooLong
  const [slot] = openSlots(`${update.content.title}\n${update.content.body}`)
  return slot === undefined ? undefined : `Fill ${slot} before publishing.`
}

/** [CM17] What would be cut on its way. */
function excessThere({ channel, title, body }: UpdateContent): string | undefined {
  const { limits } = channelKind(channel)
  const over = Math.max(excessOf(title, limits.title), excessOf(body, limits.body))
  return over > 0 ? `${channel.label} would cut this: it is ${over} letters too long.` : undefined
}

function publish(update: Update, { record, now, by, cancelWindow }: IncidentSituation) {
  const act = newId<ActId>()
  const cancelUntil = now + cancelWindow()
  const { channel } = update.content
  return ok({
    events: [updatePublishing.draft({ update: update.id, act, cancelUntil, channel }, now, by)],
    newActs: [
      newItem(
        { id: act, incident: record.incident.id, now, leavesAt: cancelUntil },
        { kind: 'update', update: update.id, content: update.content },
      ),
    ],
  })
}
